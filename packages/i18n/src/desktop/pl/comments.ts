import { translation } from '../../core.ts'
import type { comments as source } from '../en/comments.ts'

export const comments = translation<typeof source>()({
  region: 'Komentarze',
})

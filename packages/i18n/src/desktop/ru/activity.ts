import { translation } from '../../core.ts'
import type { activity as source } from '../en/activity.ts'

export const activity = translation<typeof source>()({
  region: 'Сведения об активности',
})

import { translation } from '../../core.ts'
import type { request as source } from '../en/request.ts'

export const request = translation<typeof source>()({
  region: 'Szczegóły zgłoszenia',
})

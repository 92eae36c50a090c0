import { translation } from '../../core.ts'
import type { presence as source } from '../en/presence.ts'

export const presence = translation<typeof source>()({
  available: 'Dostępny',
  busy: 'Zajęty',
  away: 'Z dala',
  offline: 'Offline',
})

import { translation } from '../../core.ts'
import type { presence as source } from '../en/presence.ts'

export const presence = translation<typeof source>()({
  available: 'На линия',
  busy: 'Зает',
  away: 'Отсъства',
  offline: 'Извън линия',
})

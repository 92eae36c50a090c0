import { translation } from '../../core.ts'
import type { presence as source } from '../en/presence.ts'

export const presence = translation<typeof source>()({
  available: 'Доступен',
  busy: 'Занят',
  away: 'Отошёл',
  offline: 'Не в сети',
})

import { translation } from '../../core.ts'
import type { communication as source } from '../en/communication.ts'

export const communication = translation<typeof source>()({
  region: 'Комуникация',
  messages: 'Съобщения',
  reply: 'Отговор',
})

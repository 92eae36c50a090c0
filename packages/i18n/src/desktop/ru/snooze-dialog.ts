import { translation } from '../../core.ts'
import type { snoozeDialog as en } from '../en/snooze-dialog.ts'

export const snoozeDialog = translation<typeof en>()({
  until: 'Отложить до',
  time: 'Вернётся',
  wrongTime: 'Время от минуты до года вперёд',
  wakesOnAnswer: 'Вернуть, когда клиент ответит',
})

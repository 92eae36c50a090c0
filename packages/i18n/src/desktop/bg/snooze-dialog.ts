import { translation } from '../../core.ts'
import type { snoozeDialog as en } from '../en/snooze-dialog.ts'

export const snoozeDialog = translation<typeof en>()({
  until: 'Отложи до',
  time: 'Връща се',
  wrongTime: 'Време от минута до година напред',
  wakesOnAnswer: 'Върни, когато клиентът отговори',
})

import { translation } from '../../core.ts'
import type { snoozeDialog as en } from '../en/snooze-dialog.ts'

export const snoozeDialog = translation<typeof en>()({
  until: 'Odłóż do',
  time: 'Wróci',
  wrongTime: 'Czas od minuty do roku naprzód',
  wakesOnAnswer: 'Przywróć, gdy klient odpowie',
})

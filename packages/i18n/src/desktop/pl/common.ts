import { translation } from '../../core.ts'
import type { common as source } from '../en/common.ts'

export const common = translation<typeof source>()({
  save: 'Zapisz',
  cancel: 'Anuluj',
  close: 'Zamknij',
  tryAgain: 'Spróbuj ponownie',
})

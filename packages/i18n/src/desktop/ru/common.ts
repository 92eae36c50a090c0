import { translation } from '../../core.ts'
import type { common as source } from '../en/common.ts'

export const common = translation<typeof source>()({
  save: 'Сохранить',
  cancel: 'Отмена',
  close: 'Закрыть',
  tryAgain: 'Повторить',
})

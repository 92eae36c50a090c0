import { translation } from '../../core.ts'
import type { common as source } from '../en/common.ts'

export const common = translation<typeof source>()({
  save: 'Запази',
  cancel: 'Отказ',
  close: 'Затвори',
  tryAgain: 'Опитай отново',
})

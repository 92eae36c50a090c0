import { translation } from '../../core.ts'
import type { transfer as source } from '../en/transfer.ts'

export const transfer = translation<typeof source>()({
  pending: 'Поискано е {name} да поеме това',
  pendingText: 'Дотогава остава при вас.',
  withdraw: 'Оттегли',
})

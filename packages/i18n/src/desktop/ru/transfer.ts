import { translation } from '../../core.ts'
import type { transfer as source } from '../en/transfer.ts'

export const transfer = translation<typeof source>()({
  pending: 'Передача предложена: {name}',
  pendingText: 'До ответа задача остаётся у вас.',
  withdraw: 'Отозвать',
})

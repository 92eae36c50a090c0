import { translation } from '../../core.ts'
import type { transfer as source } from '../en/transfer.ts'

export const transfer = translation<typeof source>()({
  pending: 'Prośba o przejęcie: {name}',
  pendingText: 'Do odpowiedzi zadanie zostaje u Ciebie.',
  withdraw: 'Wycofaj',
})

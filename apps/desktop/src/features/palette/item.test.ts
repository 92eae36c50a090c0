import { expect, test } from 'vitest'
import { arrange, type Item } from './item.ts'

const run = (): void => undefined
const items: Item[] = [
  { id: 'close', section: 'actions', label: 'Close with outcome', run },
  { id: 'transfer', section: 'actions', label: 'Transfer', run },
  { id: 'deals', section: 'go', label: 'Deals', run },
  { id: 'c1', section: 'customers', label: 'Claire Dubois', detail: 'claire@example.com', run },
  { id: 'c2', section: 'customers', label: 'Jonas Weber', detail: '+49 30 1234', isFound: true, run },
]
const ids = (typed: string, uses: Record<string, number> = {}): string[] =>
  arrange(items, typed, (id) => uses[id] ?? 0).flatMap((group) => group.items.map(({ id }) => id))

test.each([
  ['', ['close', 'transfer', 'deals', 'c1', 'c2'], 'nothing typed: in the order of the sections'],
  ['trans', ['transfer', 'c2'], 'by its beginning; what the server found stays'],
  ['CLAIRE', ['c1', 'c2'], 'folded'],
  ['example', ['c1', 'c2'], 'by what stands beside it'],
  ['cl', ['c1', 'c2', 'close'], 'the shorter one first'],
])('%j finds %j (%s)', (typed, expected) => {
  expect(ids(typed)).toEqual(expected)
})

test('what is used more stands higher', () => {
  expect(ids('', { transfer: 3 })[0]).toBe('transfer')
  expect(ids('cl', { close: 8 })[0]).toBe('close')
})

import fc from 'fast-check'
import { expect, test } from 'vitest'
import { settleDraft, type DraftVersion, type KeptDraft } from './drafts.ts'

const kept = (text: string, editedAt: number, otherText: string | null = null): KeptDraft => ({
  text,
  attachmentIds: [],
  editedAt,
  otherText,
  rev: 3,
})
const said = (text: string, editedAt: number): DraftVersion => ({ text, attachmentIds: [], editedAt })

test.each<[string, KeptDraft | null, DraftVersion, number, { text: string; otherText: string | null }]>([
  ['the first', null, said('Hello', 1), 0, { text: 'Hello', otherText: null }],
  ['one that goes on', kept('Hel', 1), said('Hello', 2), 3, { text: 'Hello', otherText: null }],
  ['one that empties what it saw', kept('Hello', 1), said('', 2), 3, { text: '', otherText: null }],
  ['one that empties what it did not see', kept('Hello', 1), said('', 2), 2, { text: 'Hello', otherText: null }],
  ['a later one of another window', kept('Hello', 1), said('Bye', 2), 2, { text: 'Bye', otherText: 'Hello' }],
  ['an earlier one of another window', kept('Hello', 5), said('Bye', 2), 2, { text: 'Hello', otherText: 'Bye' }],
  [
    'one that has the other in it',
    kept('Hello', 1),
    said('Hello Jonas', 2),
    2,
    { text: 'Hello Jonas', otherText: null },
  ],
  ['the same again', kept('Hello', 1), said('Hello', 2), 2, { text: 'Hello', otherText: null }],
  ['a third', kept('Bye', 2, 'Hello'), said('Ciao', 3), 1, { text: 'Ciao', otherText: 'Bye\n\nHello' }],
])('%s', (_name, current, incoming, basedOn, expected) => {
  expect(settleDraft(current, incoming, basedOn)).toMatchObject(expected)
})

test('no words and no files of either window are lost when both wrote', () => {
  const version = fc.record({
    text: fc.string({ minLength: 1, maxLength: 30 }),
    attachmentIds: fc.uniqueArray(fc.string({ minLength: 1, maxLength: 3 }), { maxLength: 5 }),
    editedAt: fc.nat(9),
  })
  fc.assert(
    fc.property(version, version, (current, incoming) => {
      const settled = settleDraft({ ...current, otherText: null, rev: 7 }, incoming, 6)
      const everything = `${settled.text}\n${settled.otherText ?? ''}`
      expect(everything).toContain(current.text)
      expect(everything).toContain(incoming.text)
      expect(settled.attachmentIds).toEqual(
        expect.arrayContaining([...current.attachmentIds, ...incoming.attachmentIds]),
      )
    }),
  )
})

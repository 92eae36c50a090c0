import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { foldText } from './fold.ts'
import { fuzzyFit } from './fuzzy.ts'

const fit = (text: string, typed: string): number | null => fuzzyFit(foldText(text), foldText(typed))

describe('what is found as one types', () => {
  test.each([
    ['Close with outcome', 'clo'],
    ['Close with outcome', 'out'],
    ['Close with outcome', 'out clo'],
    ['Close with outcome', 'cwo'],
    ['Закрыть с итогом', 'итог'],
    ['Ещё раз', 'еще'],
    ['Zamknij zgłoszenie', 'zglo'],
    ['Отложи заявката', 'заяв отл'],
    ['Ελένη', 'ελενη'],
    ['anything', ''],
  ])('%s by %j', (text, typed) => {
    expect(fit(text, typed)).not.toBeNull()
  })

  test.each([
    ['Close with outcome', 'open'],
    ['Close with outcome', 'close x'],
    ['Transfer', 'z'],
    ['Change the priority of this rather long sentence', 'cye'],
  ])('%s not by %j', (text, typed) => {
    expect(fit(text, typed)).toBeNull()
  })

  test.each([
    ['clo', ['Close', 'Uncle Closer', 'Enclose', 'Call Operator']],
    ['deal', ['Deals', 'Go to Deals', 'Ideal']],
  ])('best first for %j', (typed, inOrder) => {
    const ranked = inOrder.toSorted((a, b) => (fit(b, typed) ?? -1) - (fit(a, typed) ?? -1))
    expect(ranked).toEqual(inOrder)
  })

  test('every beginning of every word of a text finds it', () => {
    fc.assert(
      fc.property(
        fc.array(fc.stringMatching(/^[a-zа-я]{1,8}$/), { minLength: 1, maxLength: 5 }),
        fc.nat(),
        (words, n) => {
          const word = words[n % words.length] ?? ''
          const typed = word.slice(0, 1 + (n % word.length))
          expect(fuzzyFit(words.join(' '), typed)).toBeGreaterThan(40)
        },
      ),
    )
  })
})

import fc from 'fast-check'
import { setImmediate as tick } from 'node:timers/promises'
import { expect, test } from 'vitest'
import { createLine } from './line.ts'

interface Work {
  /** Turns of the event loop until it says its names; null: it leaves without. */
  namedAfter: number | null
  names: string[]
  takes: number
  /** Gives up before its turn. */
  givesUp: boolean
}
const work: fc.Arbitrary<Work> = fc.record({
  namedAfter: fc.option(fc.nat(4), { freq: 6 }),
  names: fc.array(fc.constantFrom('a', 'b', 'c', 'd', 'e'), { maxLength: 3 }),
  takes: fc.nat(4),
  givesUp: fc.boolean(),
})

const pass = async (turns: number): Promise<void> => {
  for (let i = 0; i < turns; i++) await tick()
}

/** Lets all of them into one line; gives what began and ended, in order. */
async function run(works: readonly Work[]): Promise<{ at: number; is: 'begun' | 'over' }[]> {
  const line = createLine()
  const seen: { at: number; is: 'begun' | 'over' }[] = []
  await Promise.all(
    works.map(async ({ namedAfter, names, takes, givesUp }, at) => {
      const place = line.join()
      await pass(namedAfter ?? takes)
      if (namedAfter !== null) {
        const turn = place.turn(names)
        if (!givesUp) {
          await turn
          seen.push({ at, is: 'begun' })
          await pass(takes)
          seen.push({ at, is: 'over' })
        }
      }
      place.leave()
    }),
  )
  return seen
}

test('who shares a name comes one after the other, as they joined; nobody waits for ever', async () => {
  const works = fc.array(work, { maxLength: 12 })
  await fc.assert(
    fc.asyncProperty(works, async (all) => {
      const seen = await run(all)
      const when = (at: number, is: 'begun' | 'over'): number => seen.findIndex((one) => one.at === at && one.is === is)
      const done = all.flatMap(({ namedAfter, givesUp }, at) => (namedAfter === null || givesUp ? [] : [at]))
      expect(seen).toHaveLength(done.length * 2)
      const overtaken = done.flatMap((earlier) =>
        done.filter(
          (later) =>
            earlier < later &&
            all[earlier]?.names.some((name) => all[later]?.names.includes(name)) &&
            when(earlier, 'over') > when(later, 'begun'),
        ),
      )
      expect(overtaken).toEqual([])
    }),
    { numRuns: 200 },
  )
})

test('who gives up lets nobody pass those whom he waited for', async () => {
  const line = createLine()
  const [first, second, third] = [line.join(), line.join(), line.join()]
  await first.turn(['a'])
  void second.turn(['a', 'b'])
  const passed: string[] = []
  const last = third.turn(['b']).then(() => passed.push('third'))
  second.leave()
  await pass(5)
  expect(passed).toEqual([])
  first.leave()
  await last
  expect(passed).toEqual(['third'])
})

test('who belongs together by one between them, or by what was found, comes in order too', async () => {
  const line = createLine()
  const [first, between, last, other] = [line.join(), line.join(), line.join(), line.join()]
  await first.turn(['a'])
  void between.turn(['b'], async () => ['a'])
  const passed: string[] = []
  const its = last.turn(['b']).then(() => passed.push('last'))
  await other.turn(['c'])
  between.leave()
  await pass(5)
  expect(passed).toEqual([])
  first.leave()
  await its
})

test('who shares nothing with those ahead waits only until they have said their names', async () => {
  const line = createLine()
  const [first, second] = [line.join(), line.join()]
  const passed: string[] = []
  const other = second.turn(['b']).then(() => passed.push('second'))
  await pass(5)
  expect(passed).toEqual([])
  await first.turn(['a'])
  await other
  expect(passed).toEqual(['second'])
})

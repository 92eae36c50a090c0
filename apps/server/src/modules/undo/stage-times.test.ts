import { everyWeekday, hourMs, minuteMs, timeOf } from '@care/domain'
import fc from 'fast-check'
import { asc, eq } from '../../db/drizzle.ts'
import { afterEach, beforeEach, expect, test } from 'vitest'
import type { OperatorActor } from '../../kernel/actor.ts'
import { monday, openWorkbench, refusal, type Workbench } from '../../testing/workbench.ts'
import { activitiesModule } from '../activities/index.ts'
import { customers } from '../customers/index.ts'
import { closeRequest } from '../requests/commands/close-request.ts'
import { editRequest } from '../requests/commands/edit-request.ts'
import { moveStage } from '../requests/commands/move-stage.ts'
import { reopenRequest } from '../requests/commands/reopen-request.ts'
import { requestDetails, requestsModule } from '../requests/index.ts'
import { addOne, addReturns } from '../../testing/returns.ts'
import { undoChange } from './commands/undo-change.ts'
import { undoModule } from './index.ts'

let bench: Workbench
let anna: OperatorActor
beforeEach(async () => {
  bench = await openWorkbench([requestsModule, activitiesModule, customers, undoModule])
  anna = await bench.operator('Anna')
  await addReturns(bench, [])
})
afterEach(() => bench.remove())

const visits = (requestId: string) => {
  const { requestStages } = bench.store.t
  return bench.store.read
    .select()
    .from(requestStages)
    .where(eq(requestStages.requestId, requestId))
    .orderBy(asc(requestStages.since), asc(requestStages.id))
}
const see = (requestId: string) => requestDetails(bench.store.read, anna, requestId)
// The clock goes on while the commands run, on a busy machine for seconds.
const minutes = (ms: number | null) => (ms === null ? null : Math.round(ms / minuteMs))
const after = (ms: number) => bench.clock.advance(ms)

test('every stage is recorded with its time; an undone close was never there, a reopening is', async () => {
  const requestId = await addOne(bench, anna)
  after(1 * minuteMs)
  await bench.execute(moveStage, anna, { requestId, stage: 'active' })
  after(5 * minuteMs)
  await bench.execute(closeRequest, anna, { requestId, outcome: 'solved' }, { requestId: 'close-to-undo' })
  // Within the minute in which it can be undone.
  after(2_000)
  await bench.execute(undoChange, anna, { requestId, change: 'close-to-undo' })
  expect((await visits(requestId)).map(({ stage, calendarMs }) => [stage, minutes(calendarMs)])).toEqual([
    ['new', 1],
    ['active', null],
  ])
  after(3 * minuteMs)
  await bench.execute(closeRequest, anna, { requestId, outcome: 'solved' })
  after(20 * minuteMs)
  await bench.execute(reopenRequest, anna, { requestId })
  const { stageTimes } = await see(requestId)
  expect(stageTimes.map(({ stage, visits: entered, ms }) => [stage, entered, minutes(ms)])).toEqual([
    ['new', 1, 1],
    ['active', 2, 8],
    ['closed', 1, 20],
  ])
  expect(stageTimes[0]?.name).toMatchObject({ en: 'New' })
})

test('also within the hours of the queue as it is left; always open without hours, unknown without a queue', async () => {
  const { calendars, queues } = bench.store.t
  await bench.store.transact(async (tx) => {
    const hours = { timeZone: 'Europe/Warsaw', days: everyWeekday(9, 17), holidays: [] }
    await tx.insert(calendars).values({ id: 'shop', name: 'Shop', nameFolded: 'shop', ...hours, version: 1 })
  })
  // Monday 09:00 UTC is 11:00 in Warsaw: 6 hours are left of that day, 8 of Tuesday, and Wednesday opens at 07:00 UTC.
  const day = async (queueId: string | null) => {
    bench.clock.set(monday)
    const requestId = await addOne(bench, anna, queueId === null ? {} : { queueId })
    after(48 * hourMs)
    await bench.execute(moveStage, anna, { requestId, stage: 'active' })
    const [first] = (await see(requestId)).stageTimes
    return first && { calendar: minutes(first.ms), business: minutes(first.businessMs) }
  }
  expect(await day('q')).toEqual({ calendar: 2_880, business: 2_880 })
  expect(await day(null)).toEqual({ calendar: 2_880, business: null })
  await bench.store.transact((tx) => tx.update(queues).set({ calendarId: 'shop' }).where(eq(queues.id, 'q')))
  expect(await day('q')).toEqual({ calendar: 2_880, business: 960 })
})

test('another type and back again by undo: the first visit goes on', async () => {
  const requestId = await addOne(bench, anna)
  after(1_000)
  const edit = { requestId, version: 1, patch: { typeId: 'return' } }
  await bench.execute(editRequest, anna, edit, { requestId: 'type-to-undo' })
  after(500)
  expect((await visits(requestId)).map(({ typeId, stage }) => [typeId, stage])).toEqual([
    ['general', 'new'],
    ['return', 'received'],
  ])
  await bench.execute(undoChange, anna, { requestId, change: 'type-to-undo' })
  expect(await see(requestId)).toMatchObject({ type: { id: 'general' }, stage: 'new', category: 'new' })
  expect(await visits(requestId)).toMatchObject([{ typeId: 'general', stage: 'new', until: null, calendarMs: null }])
  expect(await refusal(bench.execute(undoChange, anna, { requestId, change: 'type-to-undo' }))).toBe('NOT_ALLOWED_NOW')
})

test('whatever is done: the visits have no gap, the last one is open, and their sum is the lifetime', async () => {
  const steps = ['active', 'waiting', 'checking', 'transit', 'close', 'reopen', 'return', 'general', 'undo'] as const
  const random = fc.array(fc.record({ step: fc.constantFrom(...steps), pause: fc.constantFrom(0, 1, 60_000) }), {
    minLength: 4,
    maxLength: 14,
  })
  await fc.assert(
    fc.asyncProperty(random, async (plan) => {
      const requestId = await addOne(bench, anna)
      let calls = 0
      for (const { step, pause } of plan) {
        after(pause)
        await perform(requestId, step, (calls += 1))
      }
      after(10)
      const { createdAt, stage, stageSince, type } = await see(requestId)
      const found = await visits(requestId)
      const now = bench.clock.now()
      expect(timeOf(found, now)).toBe(now - createdAt)
      expect(found[0]?.since).toBe(createdAt)
      for (const [index, { until, since, calendarMs }] of found.entries()) {
        expect(until).toBe(found[index + 1]?.since ?? null)
        expect(calendarMs).toBe(until === null ? null : until - since)
      }
      expect(found.at(-1)).toMatchObject({ stage, typeId: type.id, since: stageSince, until: null })
    }),
    {
      numRuns: 25,
      // Undone and done again after a minute: it stood in the future once.
      examples: [
        [
          [
            { step: 'active', pause: 0 },
            { step: 'waiting', pause: 60_000 },
            { step: 'undo', pause: 0 },
            { step: 'undo', pause: 0 },
          ],
        ],
      ],
    },
  )
})

/** Does one step if it is allowed now; every call can be undone by its name. */
async function perform(requestId: string, step: string, call: number): Promise<void> {
  const name = { requestId: `step-${requestId}-${call}` }
  const { version } = await see(requestId)
  if (step === 'close') await refusal(bench.execute(closeRequest, anna, { requestId, outcome: 'solved' }, name))
  else if (step === 'reopen') await refusal(bench.execute(reopenRequest, anna, { requestId }, name))
  else if (step === 'undo')
    await refusal(bench.execute(undoChange, anna, { requestId, change: `step-${requestId}-${call - 1}` }, name))
  else if (step === 'return' || step === 'general')
    await refusal(bench.execute(editRequest, anna, { requestId, version, patch: { typeId: step } }, name))
  else await refusal(bench.execute(moveStage, anna, { requestId, stage: step }, name))
}

import { autoCloseDaysDefault, dayMs, hourMs } from '@care/domain'
import { eq } from '../db/drizzle.ts'
import fc from 'fast-check'
import { afterAll, beforeAll, expect, test } from 'vitest'
import type { OperatorActor, VisitorActor } from '../kernel/actor.ts'
import { AppError } from '../kernel/app-error.ts'
import { receiveMessage, setMarks } from '../modules/activities/index.ts'
import { addComment } from '../modules/activities/commands/add-comment.ts'
import { sendMessage } from '../modules/activities/commands/send-message.ts'
import { closeRequest, requestDetails } from '../modules/requests/index.ts'
import { assignRequest } from '../modules/requests/commands/assign-request.ts'
import { editRequest } from '../modules/requests/commands/edit-request.ts'
import { keepOpen } from '../modules/requests/commands/keep-open.ts'
import { moveStage } from '../modules/requests/commands/move-stage.ts'
import { reopenRequest } from '../modules/requests/commands/reopen-request.ts'
import { openRouting, type Process, type RoutingBench, startProcess } from '../testing/routing-bench.ts'

// Random weeks of two talks on the real database, looked at by three processes at once. When a request has to close is
// worked out here a second time: five days after the last thing that a person did to it (rules 8, 9).

const quiet = autoCloseDaysDefault * dayMs

const often = {
  customer: 4,
  operator: 3,
  comment: 2,
  title: 2,
  stage: 2,
  owner: 1,
  keepOpen: 1,
  close: 1,
  reopen: 1,
  // These are no updates.
  marks: 2,
  view: 2,
  pass: 8,
  sweep: 8,
  sweepWhileWriting: 3,
} as const
type Kind = keyof typeof often
const kinds = (Object.entries(often) as [Kind, number][]).flatMap(([kind, times]) => Array<Kind>(times).fill(kind))
const passes = ['aMinute', 'anHour', 'twoDays', 'toTheEve', 'toTheMoment', 'toTheMoment', 'aMonth'] as const
const step = fc.record({
  kind: fc.constantFrom(...kinds),
  who: fc.nat(1),
  pass: fc.constantFrom(...passes),
  stage: fc.constantFrom('active', 'waiting'),
})
type Step = typeof step extends fc.Arbitrary<infer S> ? S : never

let bench: RoutingBench
let vera: OperatorActor
let processes: Process[]
beforeAll(async () => {
  bench = await openRouting()
  // Of no queue, so that nothing rings at her.
  vera = await bench.operator('Vera', 'supervisor', [])
  processes = [1, 2, 3].map(() => startProcess(bench.store, bench.clock, bench.events))
})
afterAll(() => bench.remove())

interface Talk {
  visitor: VisitorActor
  activityId: string
  requestId: string
}
/** When it closes by itself (null: it is closed), and how often it has. */
interface Expected {
  dueAt: number | null
  closings: number
}
interface World {
  talks: Talk[]
  requests: Map<string, Expected>
}

async function open(): Promise<World> {
  const world: World = { talks: [], requests: new Map() }
  for (const name of ['Jonas', 'Elena']) {
    const visitor = await bench.visitor(name)
    const activityId = await bench.task({ customerId: visitor.customerId, visitorId: visitor.id })
    const { requestId } = await bench.row(activityId)
    world.talks.push({ visitor, activityId, requestId })
    world.requests.set(requestId, { dueAt: bench.clock.now() + quiet, closings: 0 })
  }
  return world
}

let made = 0
const message = () => ({ clientMessageId: `message-${(made += 1)}`, text: `message ${made}`, attachmentIds: [] })
const closingsOf = (requestId: string): number =>
  bench
    .ofType('request.closed')
    .map(({ facts }) => facts as { requestId?: string; isAutomatic?: boolean })
    .filter((facts) => facts.requestId === requestId && facts.isAutomatic === true).length
const isOver = ({ dueAt }: Expected): boolean => dueAt !== null && dueAt <= bench.clock.now()

/** A person did something: the clock of an open request starts anew. A refused change changes nothing. */
async function update(world: World, requestId: string, work: Promise<unknown>, opens = false): Promise<void> {
  try {
    await work
  } catch (error) {
    if (!(error instanceof AppError)) throw error
    return
  }
  const expected = world.requests.get(requestId)
  if (expected && (opens || expected.dueAt !== null)) expected.dueAt = bench.clock.now() + quiet
}

/** What a customer says is never refused: it opens again what was closed, or begins something new. */
async function write(world: World, talk: Talk): Promise<void> {
  const { activityId } = await bench.execute(receiveMessage, talk.visitor, message())
  talk.activityId = activityId
  talk.requestId = (await bench.row(activityId)).requestId
  const expected = world.requests.get(talk.requestId) ?? { dueAt: null, closings: 0 }
  world.requests.set(talk.requestId, { ...expected, dueAt: bench.clock.now() + quiet })
}

/** The operator has the talk, if there is one to have. */
async function answer(talk: Talk): Promise<unknown> {
  if ((await bench.row(talk.activityId)).state === 'waiting') await bench.give(talk.activityId, vera.id)
  return bench.execute(sendMessage, vera, { activityId: talk.activityId, message: message() })
}

async function editTitle(requestId: string): Promise<unknown> {
  const { version } = await requestDetails(bench.store.read, vera, requestId)
  return bench.execute(editRequest, vera, { requestId, version, patch: { title: `Title ${(made += 1)}` } })
}

const look = (): Promise<unknown> => Promise.all(processes.map(({ sweeps }) => sweeps.runAll()))

async function sweep(world: World): Promise<void> {
  const due = [...world.requests.values()].filter(isOver)
  await look()
  for (const expected of due) Object.assign(expected, { dueAt: null, closings: expected.closings + 1 })
}

/** The message comes before the closing, which then is none, or behind it and opens the request again. */
async function sweepWhileWriting(world: World, talk: Talk): Promise<void> {
  const { requestId } = talk
  const mayClose = world.requests.get(requestId)
  const wasOver = mayClose !== undefined && isOver(mayClose)
  const others = [...world.requests.values()].filter((expected) => expected !== mayClose && isOver(expected))
  await Promise.all([look(), write(world, talk)])
  for (const expected of others) Object.assign(expected, { dueAt: null, closings: expected.closings + 1 })
  const expected = world.requests.get(requestId)
  if (wasOver && expected && closingsOf(requestId) > expected.closings) expected.closings += 1
}

function pass({ requests }: World, how: Step['pass']): void {
  const next = [...requests.values()].flatMap(({ dueAt }) => dueAt ?? []).toSorted((a, b) => a - b)[0]
  const { clock } = bench
  if (how === 'aMinute') clock.advance(60_000)
  if (how === 'anHour') clock.advance(hourMs)
  if (how === 'twoDays') clock.advance(2 * dayMs)
  if (how === 'aMonth') clock.advance(30 * dayMs)
  if (next === undefined || next <= clock.now()) return
  if (how === 'toTheEve') clock.set(next - 1)
  if (how === 'toTheMoment') clock.set(next)
}

const acts: Record<Kind, (world: World, talk: Talk, next: Step) => Promise<void> | void> = {
  customer: write,
  operator: (world, talk) => update(world, talk.requestId, answer(talk)),
  comment: (world, talk) => {
    const input = { activityId: talk.activityId, clientCommentId: message().clientMessageId, text: 'A note' }
    return update(world, talk.requestId, bench.execute(addComment, vera, input))
  },
  title: (world, { requestId }) => update(world, requestId, editTitle(requestId)),
  async stage(world, { requestId }, { stage }) {
    // To stay where one is changes nothing.
    if ((await requestDetails(bench.store.read, vera, requestId)).stage === stage) return
    await update(world, requestId, bench.execute(moveStage, vera, { requestId, stage }))
  },
  async owner(world, { requestId }) {
    const { assignee } = await requestDetails(bench.store.read, vera, requestId)
    const operatorId = assignee === null ? vera.id : null
    await update(world, requestId, bench.execute(assignRequest, vera, { requestId, operatorId }))
  },
  keepOpen: (world, { requestId }) => update(world, requestId, bench.execute(keepOpen, vera, { requestId })),
  async close(world, { requestId }) {
    const expected = world.requests.get(requestId)
    if (!expected || expected.dueAt === null) return
    await bench.execute(closeRequest, vera, { requestId, outcome: 'solved' })
    expected.dueAt = null
  },
  reopen: (world, { requestId }) => update(world, requestId, bench.execute(reopenRequest, vera, { requestId }), true),
  async marks(_, { visitor, activityId }) {
    await bench.execute(setMarks, visitor, { read: 1_000 })
    await bench.execute(setMarks, vera, { activityId, read: 1_000 }).catch(() => {})
  },
  view: async (_, { requestId }) => void (await requestDetails(bench.store.read, vera, requestId)),
  pass: (world, _, next) => pass(world, next.pass),
  sweep,
  sweepWhileWriting,
}

async function check(world: World): Promise<void> {
  for (const [requestId, { dueAt, closings }] of world.requests) {
    const { category, autoCloseAt } = await requestDetails(bench.store.read, vera, requestId)
    expect({ isOpen: category !== 'closed', autoCloseAt, closings: closingsOf(requestId) }).toEqual({
      isOpen: dueAt !== null,
      autoCloseAt: dueAt,
      closings,
    })
  }
}

test('never early, never twice, always on time, whatever happens', { timeout: 120_000 }, async () => {
  const { requests } = bench.store.t
  let inBetween = 0
  await fc.assert(
    fc.asyncProperty(fc.array(step, { minLength: 10, maxLength: 40 }), async (steps) => {
      const world = await open()
      for (const next of steps) {
        const talk = world.talks[next.who]
        if (!talk) continue
        await acts[next.kind](world, talk, next)
        await check(world)
      }
      for (const { closings } of world.requests.values()) inBetween += closings
      // What is still open closes at its time and not a millisecond before.
      for (const [requestId, { dueAt }] of world.requests) {
        if (dueAt === null) continue
        if (bench.clock.now() < dueAt - 1) bench.clock.set(dueAt - 1)
        await sweep(world)
        await check(world)
        if (bench.clock.now() < dueAt) bench.clock.set(dueAt)
        await sweep(world)
        await check(world)
        const [row] = await bench.store.read.select().from(requests).where(eq(requests.id, requestId))
        expect(row).toMatchObject({ outcome: 'noActivity', closedById: null })
      }
    }),
    { numRuns: 30 },
  )
  expect(inBetween).toBeGreaterThan(15)
})

import { capacityFor, hasRoom, occupiesPlace, takesOffers, type HeldTask } from '@care/domain'
import { deskEvents } from '@care/contract'
import { eq } from '../../db/drizzle.ts'
import fc from 'fast-check'
import { expect, test } from 'vitest'
import type { OperatorActor } from '../../kernel/actor.ts'
import { AppError } from '../../kernel/app-error.ts'
import type { AnyEvent } from '../../kernel/event.ts'
import type { Audience, Push } from '../../kernel/module.ts'
import { openRouting, type RoutingBench } from '../../testing/routing-bench.ts'
import { routingAudience } from './audience.ts'
import { acceptOffer } from './commands/accept-offer.ts'
import { connectOperator } from './commands/connect-operator.ts'
import { declineOffer } from './commands/decline-offer.ts'
import { disconnectOperator } from './commands/disconnect-operator.ts'
import { endActivity } from './commands/end-activity.ts'
import { returnTask } from './commands/return-task.ts'
import { setPresence } from './commands/set-presence.ts'
import { takeTask } from './commands/take-task.ts'
import type { RoutingEvent } from './events.ts'
import { declineRestMs, roundOf } from './offers.ts'
import { compareWaiting } from './order.ts'
import type { ActivityRecord } from './store.ts'

// Random days of a small contact center on the real database. Who may be offered what is worked out here a second
// time, from the rows, without the code that routes.

type Kind = 'arrive' | 'accept' | 'decline' | 'take' | 'give' | 'lose' | 'back' | 'end' | 'away' | 'here' | 'pass'
const often: ReadonlyArray<readonly [Kind, number]> = [
  ['arrive', 6],
  ['accept', 5],
  ['end', 4],
  ['pass', 2],
  ['here', 2],
  ['decline', 1],
  ['take', 1],
  ['give', 1],
  ['lose', 1],
  ['back', 1],
  ['away', 1],
]
const kinds = often.flatMap(([kind, times]) => Array.from({ length: times }, () => kind))
const step = fc.record({
  kind: fc.constantFrom(...kinds),
  who: fc.nat(2),
  which: fc.nat(5),
  queueId: fc.constantFrom('q', 'q', 'q2'),
  medium: fc.constantFrom('chat' as const, 'chat' as const, 'call' as const, 'email' as const),
  isVip: fc.boolean(),
  skills: fc.constantFrom<string[]>([], [], ['French'], ['french', 'VIP']),
  seconds: fc.constantFrom(1, 10, 30, 31, 61, 601),
})
type Step = typeof step extends fc.Arbitrary<infer S> ? S : never

/** Anna can nothing special, and nobody in q2 can both. */
const skillsOf: Record<string, string[]> = { boris: ['FRENCH', 'vip'], cyril: ['French'] }
const isSkilled = (id: string, task: ActivityRecord): boolean =>
  task.skills.every((needed) => skillsOf[id]?.some((has) => has.toLowerCase() === needed.toLowerCase()))
const isRelaxed = (task: ActivityRecord, now: number): boolean => now >= task.eligibleSince + 60_000

interface Center {
  bench: RoutingBench
  people: OperatorActor[]
  isOpen: Map<string, boolean>
}

async function open(): Promise<Center> {
  const bench = await openRouting()
  const people = [
    await bench.desk('Anna', 1, ['q', 'q2']),
    await bench.desk('Boris', 2, ['q']),
    await bench.desk('Cyril', 2, ['q', 'q2']),
  ]
  const { operators } = bench.store.t
  for (const [id, skills] of Object.entries(skillsOf))
    await bench.store.transact((tx) => tx.update(operators).set({ skills }).where(eq(operators.id, id)))
  const center = { bench, people, isOpen: new Map<string, boolean>() }
  for (const person of people) await connect(center, person)
  return center
}
const connectionOf = (person: OperatorActor) => ({ operatorId: person.id, connectionId: `tab-${person.id}` })
async function connect({ bench, isOpen }: Center, person: OperatorActor): Promise<void> {
  await bench.execute(connectOperator, person, { ...connectionOf(person), processId: 'p1' })
  isOpen.set(person.id, true)
}
const rowsOf = ({ bench }: Center) => bench.store.read.select().from(bench.store.t.activities)
const at = <T>(list: readonly T[], i: number): T | undefined => list[i % Math.max(1, list.length)]

async function act(center: Center, next: Step): Promise<void> {
  const { bench, people, isOpen } = center
  const person = at(people, next.who)
  if (!person) return
  const rows = (await rowsOf(center)).toSorted((a, b) => (a.id < b.id ? -1 : 1))
  const ringing = rows.find((row) => row.offeredToId === person.id)
  const mine = at(
    rows.filter((row) => row.operatorId === person.id && row.state === 'active'),
    next.which,
  )
  const waiting = at(
    rows.filter((row) => row.state === 'waiting'),
    next.which,
  )
  if (next.kind === 'arrive') await bench.task(next)
  if (next.kind === 'accept' && ringing) await bench.execute(acceptOffer, person, { activityId: ringing.id })
  if (next.kind === 'decline' && ringing) await bench.execute(declineOffer, person, { activityId: ringing.id })
  if (next.kind === 'take' && waiting) await bench.execute(takeTask, person, { activityId: waiting.id })
  if (next.kind === 'give' && mine) await bench.execute(returnTask, person, { activityId: mine.id })
  if (next.kind === 'end' && mine) await bench.execute(endActivity, person, { activityId: mine.id })
  if (next.kind === 'away') await bench.execute(setPresence, person, { chosen: 'away', awayReason: 'break' })
  if (next.kind === 'here') await bench.execute(setPresence, person, { chosen: 'available', awayReason: null })
  if (next.kind === 'lose' && isOpen.get(person.id) === true) {
    await bench.execute(disconnectOperator, person, connectionOf(person))
    isOpen.set(person.id, false)
  }
  if (next.kind === 'back') await connect(center, person)
  if (next.kind === 'pass') bench.clock.advance(next.seconds * 1_000)
}

const heldBy = (rows: readonly ActivityRecord[], id: string): HeldTask[] =>
  rows.filter(
    (row) => row.offeredToId === id || (row.operatorId === id && (row.state === 'active' || row.state === 'wrapUp')),
  )

/** What must be true whenever nothing is owed. */
async function check(center: Center, before: number): Promise<void> {
  const { bench, people } = center
  const { store, clock, events } = bench
  const now = clock.now()
  const rows = await rowsOf(center)
  const offers = await store.read.select().from(store.t.offers)
  const presences = new Map((await store.read.select().from(store.t.presence)).map((row) => [row.operatorId, row]))
  const accounts = new Map((await store.read.select().from(store.t.operators)).map((row) => [row.id, row]))
  const last = new Map<string, string>()
  for (const { type, facts } of events)
    if (type === 'task.accepted') last.set((facts as { activityId: string }).activityId, (facts as { how: string }).how)

  for (const row of rows) {
    // Never two owners, and the state says which kind.
    const owners = [row.offeredToId, row.state === 'ended' ? null : row.operatorId].filter((id) => id !== null)
    expect(owners).toHaveLength(row.state === 'offered' || row.state === 'active' ? 1 : 0)
    const pending = offers.filter((offer) => offer.activityId === row.id && offer.result === 'pending')
    expect(pending.map((offer) => offer.operatorId)).toEqual(row.offeredToId === null ? [] : [row.offeredToId])
    if (row.offeredToId === null) continue
    // Rung is only who is there, and no offer is stuck.
    const presence = presences.get(row.offeredToId)
    expect(presence && takesOffers(presence)).toBe(true)
    expect(row.offerExpiresAt).toBeGreaterThan(now)
  }
  const state = (activity: ActivityRecord, id: string) => {
    const mine = offers.filter(
      (offer) => offer.activityId === activity.id && offer.operatorId === id && offer.round === roundOf(activity),
    )
    const letGo = mine.filter(
      (offer) => offer.result === 'declined' || offer.result === 'missed' || offer.result === 'returned',
    )
    return {
      isTried: letGo.length > 0,
      isResting: letGo.some((offer) => offer.result !== 'missed' && (offer.closedAt ?? 0) + declineRestMs > now),
    }
  }
  for (const person of people) {
    const capacity = accounts.get(person.id)?.capacity ?? {}
    const held = heldBy(rows, person.id)
    for (const medium of ['chat', 'call', 'email'] as const) {
      // What he took by hand may exceed his capacity, what routing gave him never does.
      const routed = rows.filter(
        (row) =>
          row.medium === medium &&
          (row.offeredToId === person.id ||
            (row.operatorId === person.id && row.state === 'active' && last.get(row.id) === 'offer')),
      )
      expect(routed.filter((row) => occupiesPlace(row, now)).length).toBeLessThanOrEqual(capacityFor(capacity, medium))
    }
    const presence = presences.get(person.id)
    if (!presence || !takesOffers(presence)) continue
    // Nothing waits that he could be offered.
    for (const row of rows) {
      if (row.state !== 'waiting' || row.queueId === null || !person.queueIds.has(row.queueId)) continue
      const isFit = isSkilled(person.id, row) || isRelaxed(row, now)
      const isOfferable = isFit && hasRoom(capacity, held, row.medium, now) && !state(row, person.id).isResting
      expect(isOfferable, `${row.id} waits for ${person.id}`).toBe(false)
    }
  }
  // Oldest first: nobody was just offered a task while an older one of the queue, that he can do and had not let go,
  // waits still.
  for (const { type, facts } of events.slice(before)) {
    if (type !== 'offer.made') continue
    const { activityId, operatorId, queueId } = facts as { activityId: string; operatorId: string; queueId: string }
    const made = rows.find((row) => row.id === activityId)
    if (!made) continue
    // Nobody without the skills is rung before the queue's time (rule 14).
    expect(isSkilled(operatorId, made) || isRelaxed(made, now)).toBe(true)
    // Nor is somebody rung who has just said no.
    expect(state(made, operatorId).isResting && made.offeredToId === operatorId).toBe(false)
    const passedOver = rows.filter(
      (row) =>
        row.state === 'waiting' &&
        row.queueId === queueId &&
        row.medium === made.medium &&
        compareWaiting(row, made) < 0,
    )
    for (const row of passedOver)
      expect(state(row, operatorId).isTried || !(isSkilled(operatorId, row) || isRelaxed(row, now))).toBe(true)
  }
}

/** What goes out for these events keeps to the contract. */
async function checkPushes(center: Center, events: readonly AnyEvent[]): Promise<void> {
  for (const event of events) {
    if (!Object.hasOwn(routingAudience, event.type)) continue
    const audience = (routingAudience as Audience<RoutingEvent>)[event.type as RoutingEvent] as (
      event: AnyEvent,
      services: RoutingBench['services'],
    ) => Push[] | Promise<Push[]>
    const pushes = (await audience(event, center.bench.services)).filter((push) => push.to === 'desk')
    for (const push of pushes) expect(deskEvents[push.event].parse(push.payload)).toEqual(push.payload)
  }
}

test('on no random day is somebody overloaded, a task held twice, an older one passed over or one forgotten', async () => {
  let offers = 0
  let refusals = 0
  await fc.assert(
    fc.asyncProperty(fc.array(step, { minLength: 25, maxLength: 50, size: 'max' }), async (steps) => {
      const center = await open()
      try {
        for (const next of steps) {
          const before = center.bench.events.length
          await act(center, next).catch((error: unknown) => {
            if (!(error instanceof AppError)) throw error
            refusals += 1
          })
          if (next.kind === 'pass') await center.bench.sweep()
          else await center.bench.settle()
          await check(center, before)
        }
        await checkPushes(center, center.bench.events)
        offers += center.bench.ofType('offer.made').length
      } finally {
        await center.bench.remove()
      }
    }),
    { numRuns: 20, interruptAfterTimeLimit: 90_000 },
  )
  expect(offers).toBeGreaterThan(30)
  // Only lost races and second calls are refused.
  expect(refusals).toBeLessThan(offers)
}, 120_000)

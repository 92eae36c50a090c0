import { hourMs, mentionOf } from '@care/domain'
import { and, eq, isNull } from '../../db/drizzle.ts'
import fc from 'fast-check'
import { expect, test } from 'vitest'
import type { OperatorActor } from '../../kernel/actor.ts'
import { AppError } from '../../kernel/app-error.ts'
import { openRouting, type RoutingBench } from '../../testing/routing-bench.ts'
import { addComment } from '../activities/commands/add-comment.ts'
import { receiveMessage } from '../activities/index.ts'
import { assignRequest } from '../requests/commands/assign-request.ts'
import { snoozeRequest } from '../requests/commands/snooze-request.ts'
import { closeRequest } from '../requests/index.ts'
import { acceptOffer } from '../routing/commands/accept-offer.ts'
import { assignTask } from '../routing/commands/assign-task.ts'
import { declineOffer } from '../routing/commands/decline-offer.ts'
import { returnTask } from '../routing/commands/return-task.ts'
import { takeTask } from '../routing/commands/take-task.ts'
import { transferTask } from '../routing/commands/transfer-task.ts'
import { handleNotifications } from './commands/handle-notifications.ts'
import { notificationList, unreadOf } from './queries/notification-list.ts'

// Random deeds of several people, and after each of them rule 43, worked out from the rows alone: nobody is told of what he
// did himself, and what is handled is gone from everybody's lists and counts.

const kinds = [
  'mention',
  'take',
  'transfer',
  'accept',
  'decline',
  'assign',
  'give',
  'return',
  'snooze',
  'close',
  'says',
  'open',
  'pass',
] as const
const step = fc.record({
  kind: fc.constantFrom(...kinds),
  who: fc.nat(3),
  whom: fc.nat(3),
  which: fc.nat(2),
  outcome: fc.constantFrom('solved', 'solved', 'spam'),
})
type Step = typeof step extends fc.Arbitrary<infer S> ? S : never

async function world(bench: RoutingBench) {
  const people: OperatorActor[] = [
    await bench.desk('Anna'),
    await bench.desk('Boris'),
    await bench.operator('Dora', 'dispatcher', []),
    await bench.operator('Vera', 'supervisor', []),
  ]
  const talks = []
  for (const name of ['Jonas', 'Mia', 'Lea']) {
    const visitor = await bench.visitor(name)
    talks.push({ visitor, id: await bench.task({ customerId: visitor.customerId, visitorId: visitor.id }) })
  }
  return { people, talks }
}
type World = Awaited<ReturnType<typeof world>>

let keys = 0
async function act(bench: RoutingBench, { people, talks }: World, one: Step): Promise<void> {
  const who = people[one.who] as OperatorActor
  const whom = people[one.whom] as OperatorActor
  const { visitor, id: activityId } = talks[one.which] as World['talks'][number]
  const { requestId } = await bench.row(activityId)
  keys += 1
  const deeds: Record<Step['kind'], () => Promise<unknown>> = {
    mention: () =>
      bench.execute(addComment, who, { activityId, clientCommentId: `key-${keys}`, text: `See ${mentionOf(whom.id)}` }),
    take: () => bench.execute(takeTask, who, { activityId }),
    transfer: () => bench.execute(transferTask, who, { activityId, to: { operatorId: whom.id }, reason: 'Yours' }),
    accept: () => bench.execute(acceptOffer, who, { activityId }),
    decline: () => bench.execute(declineOffer, who, { activityId }),
    assign: () => bench.execute(assignRequest, who, { requestId, operatorId: whom.id }),
    give: () => bench.execute(assignTask, who, { activityId, operatorId: whom.id }),
    return: () => bench.execute(returnTask, who, { activityId, reason: 'Not mine' }),
    snooze: () =>
      bench.execute(snoozeRequest, who, { requestId, until: bench.clock.now() + hourMs, wakesOnAnswer: true }),
    close: () => bench.execute(closeRequest, who, { requestId, outcome: one.outcome }),
    says: () =>
      bench.execute(receiveMessage, visitor, { clientMessageId: `said-${keys}`, text: 'Hello', attachmentIds: [] }),
    open: () => bench.execute(handleNotifications, who, { ids: [], open: { requestId, activityId } }),
    pass: async () => {
      bench.clock.advance(hourMs)
      await bench.sweep()
    },
  }
  try {
    await deeds[one.kind]()
  } catch (error) {
    // Refused as it would be on the screen.
    if (!(error instanceof AppError)) throw error
  }
}

async function checkRule43(bench: RoutingBench, { people }: World): Promise<void> {
  const { notifications, requests } = bench.store.t
  const rows = await bench.store.read.select().from(notifications)
  expect(rows.filter((row) => row.actorKind === 'operator' && row.actorId === row.operatorId)).toEqual([])
  const spam = await bench.store.read
    .select({ id: notifications.id })
    .from(notifications)
    .innerJoin(requests, eq(requests.id, notifications.requestId))
    .where(and(isNull(notifications.handledAt), eq(requests.outcome, 'spam')))
  expect(spam).toEqual([])
  for (const { id } of people) {
    const mine = rows.filter((row) => row.operatorId === id && row.handledAt === null)
    const { items } = await notificationList(bench.store.read, id, { which: 'open', limit: 100 })
    expect(items.map((item) => item.id).toSorted()).toEqual(mine.map((row) => row.id).toSorted())
    expect(await unreadOf(bench.store.read, id)).toBe(mine.filter((row) => row.seenAt === null).length)
    // The same thing is open once.
    expect(new Set(mine.map((row) => row.dedupeKey)).size).toBe(mine.length)
  }
}

test('nobody is told of his own deeds, of spam, or of what is handled, whatever people do', async () => {
  const days = fc.array(step, { minLength: 5, maxLength: 25 })
  let looks = 0
  await fc.assert(
    fc.asyncProperty(days, async (steps) => {
      const bench = await openRouting()
      try {
        const all = await world(bench)
        for (const one of steps) {
          await act(bench, all, one)
          await checkRule43(bench, all)
          looks += 1
        }
      } finally {
        await bench.remove()
      }
    }),
    { numRuns: 12 },
  )
  expect(looks).toBeGreaterThan(12)
}, 60_000)

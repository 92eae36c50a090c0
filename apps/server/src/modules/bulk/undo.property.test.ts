import type { BulkAction } from '@care/contract'
import { eq } from '../../db/drizzle.ts'
import fc from 'fast-check'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { bootServer, type TestServer } from '../../testing/boot-server.ts'
import type { Desk } from '../../testing/people.ts'
import { makeRequests } from './testing.ts'

let server: TestServer
let vera: Desk
let ids: string[]
beforeAll(async () => {
  server = await bootServer({ hasRateLimits: false })
  vera = await server.signIn('vera')
  ids = await makeRequests(server.services.store, 5, server.clock.now(), { closed: (n) => n === 4 })
})
afterAll(() => server.stop())

const one = <const T>(...values: readonly T[]) => fc.constantFrom(...values)
const some = fc.uniqueArray(one('refund', 'Urgent', 'ёлка'), { maxLength: 2 })
const action: fc.Arbitrary<BulkAction> = fc.oneof(
  one('anna', 'boris', null).map((operatorId) => ({ kind: 'assign' as const, operatorId })),
  one('q', 'foreign').map((queueId) => ({ kind: 'queue' as const, queueId })),
  one('active', 'waiting').map((stage) => ({ kind: 'stage' as const, stage, attributes: {} })),
  one('low', 'high', 'urgent').map((priority) => ({ kind: 'priority' as const, priority })),
  fc.tuple(some, some).map(([add, remove]) => ({ kind: 'tags' as const, add, remove })),
  one('solved', 'duplicate').map((outcome) => ({ kind: 'close' as const, outcome, note: '', attributes: {} })),
  fc.constant({ kind: 'snooze' as const, minutes: 60, wakesOnAnswer: true }),
)
const actions = fc.uniqueArray(action, { minLength: 1, maxLength: 3, selector: ({ kind }) => kind })

async function rows() {
  const { requests } = server.services.store.t
  const all = await server.services.store.read
    .select({
      id: requests.id,
      stage: requests.stage,
      category: requests.category,
      stageSince: requests.stageSince,
      priority: requests.priority,
      queueId: requests.queueId,
      assigneeId: requests.assigneeId,
      tags: requests.tags,
      outcome: requests.outcome,
      closedAt: requests.closedAt,
      snoozedUntil: requests.snoozedUntil,
      title: requests.title,
    })
    .from(requests)
    .orderBy(requests.id)
  return new Map(all.map((row) => [row.id, row]))
}

test('a run and its undo leave what nobody else touched as it was, and what others did as they did it', async () => {
  let names = 0
  await fc.assert(
    fc.asyncProperty(actions, fc.option(fc.nat(3)), async (done, touched) => {
      const before = await rows()
      const { id: runId } = await vera.call('startBulk', { body: { selection: { ids }, actions: done } })
      await server.settle()
      const title = `Touched ${(names += 1)}`
      const other = touched === null ? null : (ids[touched] ?? null)
      if (other !== null) {
        const { version } = await vera.call('getRequest', { params: { requestId: other } })
        await vera.call('editRequest', { params: { requestId: other }, version, body: { title } })
      }
      await vera.call('undoBulk', { params: { runId } })
      await server.settle()
      const after = await rows()
      const others = ids.filter((id) => id !== other)
      expect(others.map((id) => after.get(id))).toEqual(others.map((id) => before.get(id)))
      expect(other === null ? title : after.get(other)?.title).toBe(title)
      // The next turn begins with everything open again.
      const { requests } = server.services.store.t
      const start = before.get(other ?? '')
      if (start)
        await server.services.store.transact((tx) => tx.update(requests).set(start).where(eq(requests.id, start.id)))
    }),
    {
      numRuns: 25,
      examples: [
        [
          [
            { kind: 'close', outcome: 'solved', note: '', attributes: {} },
            { kind: 'tags', add: ['late'], remove: [] },
          ],
          null,
        ],
      ],
    },
  )
})

import { insertMany } from '../../db/bulk.ts'
import type { Store } from '../../db/store.ts'
import { listNew } from '../lists/index.ts'

/** Many open requests of queue `q` (those of `closed` closed), in the lists; their ids by number. */
export async function makeRequests(
  store: Store,
  count: number,
  now: number,
  {
    closed = () => false,
    isHigh = () => false,
  }: { closed?: (n: number) => boolean; isHigh?: (n: number) => boolean } = {},
): Promise<string[]> {
  const ids = Array.from({ length: count }, (_, n) => `re-${String(n).padStart(6, '0')}`)
  await store.transact(async (tx) => {
    const { counters, customers, requests } = tx.t
    await tx.insert(counters).values({ name: 'requestNumber', value: count })
    const at = { createdAt: now, updatedAt: now, version: 1 }
    const unnamed = { kind: 'customer' as const, name: 'Elena', firstName: '', familyName: '', email: '', phone: '' }
    await tx.insert(customers).values({ id: 'cu-many', ...unnamed, isVip: false, ...at })
    const rows = ids.map((id, n): typeof requests.$inferInsert => {
      const category = closed(n) ? 'closed' : 'active'
      return {
        id,
        number: n + 1,
        customerId: 'cu-many',
        typeId: 'general',
        title: `Request ${n + 1}`,
        description: '',
        stage: category,
        category,
        stageSince: now,
        priority: isHigh(n) && !closed(n) ? 'high' : 'normal',
        queueId: 'q',
        assigneeId: null,
        lastOperatorId: null,
        tags: n % 3 === 0 ? ['refund'] : [],
        outcome: category === 'closed' ? 'solved' : null,
        outcomeNote: '',
        closedAt: category === 'closed' ? now : null,
        asksRating: false,
        createdAt: now,
        lastUpdateAt: now,
        listedAt: now,
        version: 1,
      }
    })
    await insertMany(tx, requests, rows)
    await listNew(tx, ids)
  })
  return ids
}

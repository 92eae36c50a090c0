import { dayMs } from '@care/domain'
import { inArray, lte } from '../db/drizzle.ts'
import type { Sweep } from '../kernel/sweep.ts'

const batch = 500

/** Removes what nobody asks for any more after a day: counted tries, and the answers kept for repeated calls. */
export const forgottenKeys: Sweep = {
  name: 'forgotten-keys',
  everyMs: 60_000,
  async find({ store }, now) {
    const { rateLimits, idempotency } = store.t
    const [tries, answers] = await Promise.all([
      store.read
        .select({ key: rateLimits.key })
        .from(rateLimits)
        .where(lte(rateLimits.windowStart, now - dayMs))
        .limit(1),
      store.read
        .select({ key: idempotency.key })
        .from(idempotency)
        .where(lte(idempotency.createdAt, now - dayMs))
        .limit(1),
    ])
    return [...(tries.length > 0 ? ['tries'] : []), ...(answers.length > 0 ? ['answers'] : [])]
  },
  async handle({ store, clock }, kind) {
    const { rateLimits, idempotency } = store.t
    const old = clock.now() - dayMs
    for (let removed = batch; removed === batch;) {
      removed = await store.transact(async (tx) => {
        const keys =
          kind === 'tries'
            ? await tx
                .select({ key: rateLimits.key })
                .from(rateLimits)
                .where(lte(rateLimits.windowStart, old))
                .limit(batch)
            : await tx
                .select({ key: idempotency.key })
                .from(idempotency)
                .where(lte(idempotency.createdAt, old))
                .limit(batch)
        const table = kind === 'tries' ? rateLimits : idempotency
        const column = kind === 'tries' ? rateLimits.key : idempotency.key
        if (keys.length > 0)
          await tx.delete(table).where(
            inArray(
              column,
              keys.map((row) => row.key),
            ),
          )
        return keys.length
      })
    }
  },
}

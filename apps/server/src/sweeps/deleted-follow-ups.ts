import { dayMs } from '@care/domain'
import { and, asc, isNotNull, lte } from '../db/drizzle.ts'
import { system } from '../kernel/actor.ts'
import type { Sweep } from '../kernel/sweep.ts'
import { purgeFollowUp } from '../modules/follow-ups/index.ts'
import { unlessLost } from './lost-race.ts'

const sweepOf = (kind: 'todo' | 'deal'): Sweep => ({
  name: `deleted-${kind}s`,
  everyMs: 60_000,
  async find({ store }, now, limit) {
    const table = kind === 'todo' ? store.t.todos : store.t.deals
    const old = store.read
      .select({ id: table.id })
      .from(table)
      .where(and(isNotNull(table.deletedAt), lte(table.deletedAt, now - dayMs)))
    return (await old.orderBy(asc(table.deletedAt)).limit(limit)).map((row) => row.id)
  },
  handle: ({ execute }, id) => unlessLost(execute(purgeFollowUp, system, { kind, id })),
})

/** Remove for good what was deleted a day ago. */
export const deletedTodos = sweepOf('todo')
export const deletedDeals = sweepOf('deal')

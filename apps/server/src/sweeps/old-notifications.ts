import { dayMs } from '@care/domain'
import { inArray, lte } from '../db/drizzle.ts'
import type { Sweep } from '../kernel/sweep.ts'

/** So long one may look back at what one was told. */
const keptMs = 90 * dayMs

/** Removes what is older, also what nobody ever handled. */
export const oldNotifications: Sweep = {
  name: 'old-notifications',
  everyMs: 60_000,
  async find({ store }, now, limit) {
    const { notifications } = store.t
    const rows = store.read
      .select({ id: notifications.id })
      .from(notifications)
      .where(lte(notifications.at, now - keptMs))
    return (await rows.limit(limit)).map((row) => row.id)
  },
  async handle({ store }, id) {
    const { notifications } = store.t
    await store.transact((tx) => tx.delete(notifications).where(inArray(notifications.id, [id])))
  },
}

import { asc, lte } from '../db/drizzle.ts'
import { system } from '../kernel/actor.ts'
import type { Sweep } from '../kernel/sweep.ts'
import { endSessionNow } from '../modules/auth/index.ts'
import { unlessLost } from './lost-race.ts'

/** Ends sessions that were not used for 30 days, with their sockets. */
export const expiredSessions: Sweep = {
  name: 'expired-sessions',
  everyMs: 60_000,
  async find({ store }, now, limit) {
    const { sessions } = store.t
    const due = store.read.select({ id: sessions.id }).from(sessions).where(lte(sessions.expiresAt, now))
    return (await due.orderBy(asc(sessions.expiresAt)).limit(limit)).map((row) => row.id)
  },
  handle: (services, sessionId) => unlessLost(endSessionNow(services, system, { sessionId, reason: 'expired' })),
}

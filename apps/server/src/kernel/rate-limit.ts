import { createHash } from 'node:crypto'
import { eq } from '../db/drizzle.ts'
import { plus } from '../db/sql.ts'
import { AppError } from './app-error.ts'
import type { Services } from './services.ts'

export interface Limit {
  name: string
  tries: number
  windowMs: number
}

/** Addresses and emails are personal: only a hash of them is stored. */
const keyOf = (limit: Limit, who: string, window: number): string =>
  `${limit.name}:${createHash('sha256').update(who).digest('base64url')}:${window}`

/**
 * Counts one try in the current window, for all processes together; refuses with TOO_MANY_TRIES past the limit.
 * The count is taken before the work, so that many tries at once do not slip through.
 */
export async function countTry({ store, clock, config }: Services, limit: Limit, who: string): Promise<void> {
  if (!config.hasRateLimits) return
  const now = clock.now()
  const window = Math.floor(now / limit.windowMs)
  const { rateLimits } = store.t
  const [row] = await store.transact((tx) =>
    tx
      .insert(rateLimits)
      .values({ key: keyOf(limit, who, window), windowStart: window * limit.windowMs, tries: 1 })
      .onConflictDoUpdate({ target: rateLimits.key, set: { tries: plus(rateLimits.tries, 1) } })
      .returning({ tries: rateLimits.tries }),
  )
  if (row && row.tries > limit.tries) throw tooMany((window + 1) * limit.windowMs - now)
}

/** Forgets the tries of this window: the right password was given. */
export async function forgetTries({ store, clock, config }: Services, limit: Limit, who: string): Promise<void> {
  if (!config.hasRateLimits) return
  const { rateLimits } = store.t
  const key = keyOf(limit, who, Math.floor(clock.now() / limit.windowMs))
  await store.transact((tx) => tx.delete(rateLimits).where(eq(rateLimits.key, key)))
}

export const tooMany = (waitMs: number): AppError =>
  new AppError('TOO_MANY_TRIES', undefined, { retryAfterSeconds: Math.max(1, Math.ceil(waitMs / 1000)) })

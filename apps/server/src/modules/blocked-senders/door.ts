import { foldEmail } from '@care/domain'
import { and, eq, isNull, sql } from '../../db/drizzle.ts'
import { prepared } from '../../db/prepared.ts'
import type { Reader } from '../../db/store.ts'
import { AppError } from '../../kernel/app-error.ts'
import { isInNetworks } from './network.ts'

const networks = prepared('blocked_networks', (db: Reader) =>
  db
    .select({ value: db.t.blockedSenders.value })
    .from(db.t.blockedSenders)
    .where(and(eq(db.t.blockedSenders.kind, 'network'), isNull(db.t.blockedSenders.liftedAt))),
)
const byEmail = prepared('blocked_email', (db: Reader) =>
  db
    .select({ id: db.t.blockedSenders.id })
    .from(db.t.blockedSenders)
    .where(
      and(
        eq(db.t.blockedSenders.kind, 'email'),
        eq(db.t.blockedSenders.value, sql.placeholder('email')),
        isNull(db.t.blockedSenders.liftedAt),
      ),
    ),
)

/** What a door knows of who knocks. */
export interface Knocking {
  /** The visitor's row says so already. */
  isBlocked?: boolean
  /** The mail address that he gives. */
  email?: string | undefined
  /** His IP address. */
  address?: string | undefined
}

/** Whether mail from this address was marked as spam and not lifted since. */
export const isBlockedEmail = async (db: Reader, email: string): Promise<boolean> =>
  (await byEmail(db, { email: foldEmail(email) })).length > 0

/** Refuses with SENDER_BLOCKED whoever was marked as spam and not lifted since (rule 26). */
export async function refuseBlocked(db: Reader, { isBlocked = false, email, address }: Knocking): Promise<void> {
  if (isBlocked) throw new AppError('SENDER_BLOCKED')
  if (email && (await isBlockedEmail(db, email))) throw new AppError('SENDER_BLOCKED')
  if (!address) return
  const values = (await networks(db, {})).map(({ value }) => value)
  if (isInNetworks(address, values)) throw new AppError('SENDER_BLOCKED')
}

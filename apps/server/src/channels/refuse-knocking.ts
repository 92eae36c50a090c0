import { and, eq, isNotNull } from '../db/drizzle.ts'
import type { VisitorActor } from '../kernel/actor.ts'
import type { Services } from '../kernel/services.ts'
import { isBlockedEmail, refuseBlocked } from '../modules/blocked-senders/index.ts'
import { AppError } from '../kernel/app-error.ts'

interface Knock {
  actor: VisitorActor
  /** IP address of the caller. */
  address: string | undefined
  /** Mail address that he typed. */
  email?: string | undefined
}

/**
 * Refuses a visitor's first words with SENDER_BLOCKED when he, his network or his address is blocked (rule 26). Of a signed
 * one the address that his site signed counts too, so it is the same on each of his devices and whatever he types.
 */
export async function refuseKnocking({ store }: Services, { actor, address, email }: Knock): Promise<void> {
  await refuseBlocked(store.read, { isBlocked: actor.isBlocked ?? false, email, address })
  const { visitors, customers } = store.t
  const [signed] = await store.read
    .select({ email: customers.emailFolded })
    .from(visitors)
    .innerJoin(customers, eq(customers.id, visitors.customerId))
    .where(and(eq(visitors.id, actor.id), isNotNull(visitors.identityId)))
  if (signed?.email && (await isBlockedEmail(store.read, signed.email))) throw new AppError('SENDER_BLOCKED')
}

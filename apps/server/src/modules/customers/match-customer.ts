import {
  type Claim,
  decideMatch,
  type FoundClaim,
  isTied,
  type MatchDecision,
  type TiedKind,
} from '@care/domain/identity'
import { and, eq } from '../../db/drizzle.ts'
import { inTurn } from '../../db/sql.ts'
import type { Reader } from '../../db/store.ts'
import type { Ctx } from '../../kernel/command.ts'

/** A number that so many share is a switchboard; it does not say who calls. */
const mostWithOneContact = 20

/** An id that somebody else gave a customer: `issuer` is the site or channel, `value` what it calls him. */
export interface TiedId {
  kind: TiedKind
  issuer: string
  value: string
}

/**
 * Whose claims these are (row C3): the one matcher of all channels. Values are in their normal form: a folded mail address,
 * an E.164 number, the id as its issuer writes it. Who was merged into another is found as that one (ADR 0015).
 */
export async function matchCustomer(db: Reader, claims: readonly Claim[]): Promise<MatchDecision> {
  const found: FoundClaim[] = []
  for (const claim of claims) if (claim.value !== '') found.push({ claim, customerIds: await customersOf(db, claim) })
  return decideMatch(found)
}

async function customersOf(db: Reader, { kind, issuer, value }: Claim): Promise<string[]> {
  if (isTied(kind)) {
    const tied = await findTied(db, { kind, issuer, value })
    return tied === null ? [] : [tied.customerId]
  }
  const { customers } = db.t
  const rows = await db
    .select({ id: customers.id, mergedIntoId: customers.mergedIntoId })
    .from(customers)
    .where(eq(kind === 'mail' ? customers.emailFolded : customers.phoneDigits, value))
    .limit(mostWithOneContact)
  return [...new Set(rows.map(({ id, mergedIntoId }) => mergedIntoId ?? id))]
}

/** Nobody else ties this id until the commit: of two windows that come with it at once the second finds what the first made. */
export const tiedInTurn = (ctx: Ctx, { kind, issuer, value }: TiedId): Promise<void> =>
  inTurn(ctx.tx, `customer ${kind} ${issuer} ${value}`)

/** The customer to whom an id is tied, and the row that ties it; null when it came for the first time. */
export async function findTied(
  db: Reader,
  { kind, issuer, value }: TiedId,
): Promise<{ identityId: string; customerId: string } | null> {
  const { customerIdentities, customers } = db.t
  const [row] = await db
    .select({ id: customerIdentities.id, customerId: customers.id, mergedIntoId: customers.mergedIntoId })
    .from(customerIdentities)
    .innerJoin(customers, eq(customers.id, customerIdentities.customerId))
    .where(
      and(
        eq(customerIdentities.kind, kind),
        eq(customerIdentities.issuer, issuer),
        eq(customerIdentities.value, value),
      ),
    )
  return row ? { identityId: row.id, customerId: row.mergedIntoId ?? row.customerId } : null
}

/** Ties an id to a customer for good; `tiedInTurn` and `findTied` come first. Answers the id of the row. */
export async function tieId(ctx: Ctx, customerId: string, { kind, issuer, value }: TiedId): Promise<string> {
  const { customerIdentities } = ctx.tx.t
  const id = ctx.newId()
  await ctx.tx.insert(customerIdentities).values({ id, customerId, kind, issuer, value, createdAt: ctx.now })
  ctx.emit('customer.tied', { customerId, identityId: id, kind, issuer })
  return id
}

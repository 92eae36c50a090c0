import { foldEmail } from '@care/domain'
import { type Claim, signedSessionMs } from '@care/domain/identity'
import { and, eq, lt } from '../../../db/drizzle.ts'
import { locked } from '../../../db/sql.ts'
import { notFound } from '../../../kernel/app-error.ts'
import { command, type Ctx } from '../../../kernel/command.ts'
import {
  emailInTurn,
  fillSignedCustomer,
  findTied,
  joinCustomers,
  lockBoth,
  makeCustomer,
  matchCustomer,
  readPhone,
  type TiedId,
  tiedInTurn,
  tieId,
} from '../../../modules/customers/index.ts'
import type { SignedIdentity } from '../signed-identity.ts'

interface IdentifyVisitor {
  siteId: string
  identity: SignedIdentity
  language: 'en' | 'ru' | 'pl' | 'bg' | null
  /** Of the browser until now, hashed; null for one that comes for the first time. */
  knownHash: string | null
  /** The one that the browser gets; hashed, so that no stored answer holds it. */
  newHash: string
  /** Of a token that nobody has: a visitor who is known by others' signature has none of his own. */
  nobodysHash: string
}
type SignedId = TiedId & { kind: 'signed' }
type Visitor = NonNullable<Awaited<ReturnType<typeof freeVisitorBy>>>

/**
 * A browser whose site has signed who its visitor is (row M8). Who was unknown there becomes the known customer with his
 * talk (rule 1), and sees what he said on his other devices. A browser that was somebody else's begins anew, and so does
 * one whose unknown visitor is blocked: spam does not become a customer's (rule 26). Answers whether the browser keeps its
 * token.
 */
export const identifyVisitor = command({
  name: 'identify-visitor',
  action: 'nobody',
  async load(ctx, { siteId, identity }: IdentifyVisitor) {
    const id: SignedId = { kind: 'signed', issuer: siteId, value: identity.subject }
    // Of two windows that come at once the second finds what the first has made.
    await tiedInTurn(ctx, id)
    return id
  },
  allow: () => true,
  async run(ctx, id, input) {
    const tied = await findTied(ctx.tx, id)
    const before = await sessionBy(ctx, input.knownHash)
    if (tied && before && before.identityId === tied.identityId) {
      await renewSession(ctx, before.tokenHash, input.identity.keyId)
      await fillSignedCustomer(ctx, tied.customerId, input.identity)
      return { visitorId: before.visitorId, keepsToken: true }
    }
    const { visitorSessions } = ctx.tx.t
    if (before) await ctx.tx.delete(visitorSessions).where(eq(visitorSessions.tokenHash, before.tokenHash))
    const unknown = before || input.knownHash === null ? null : await freeVisitorBy(ctx, input)
    const visitor = tied ? await come(ctx, tied, unknown, input) : await comeFirst(ctx, id, unknown, input)
    await fillSignedCustomer(ctx, visitor.customerId, input.identity)
    await beginSession(ctx, visitor.id, input)
    const facts = { customerId: visitor.customerId, visitorId: visitor.id, siteId: input.siteId }
    ctx.emit('visitor.identified', { ...facts, keyId: input.identity.keyId, isFirst: tied === null })
    return { visitorId: visitor.id, keepsToken: false }
  },
})

/** The unknown visitor of this browser, locked; null when the token is none of this site's, or he is blocked. */
async function freeVisitorBy(ctx: Ctx, { knownHash, siteId }: IdentifyVisitor) {
  const { visitors } = ctx.tx.t
  const query = ctx.tx
    .select()
    .from(visitors)
    .where(and(eq(visitors.tokenHash, knownHash ?? ''), eq(visitors.siteId, siteId)))
  const [row] = await locked(ctx.tx, query, visitors)
  return row?.blockedAt === null ? row : null
}

async function sessionBy(ctx: Ctx, tokenHash: string | null) {
  if (tokenHash === null) return null
  const { visitorSessions, visitors } = ctx.tx.t
  const [row] = await ctx.tx
    .select({ tokenHash: visitorSessions.tokenHash, visitorId: visitors.id, identityId: visitors.identityId })
    .from(visitorSessions)
    .innerJoin(visitors, eq(visitors.id, visitorSessions.visitorId))
    .where(eq(visitorSessions.tokenHash, tokenHash))
  return row ?? null
}

/** The first time that this id is seen: the browser's visitor is he, his customer the one whom the claims name. */
async function comeFirst(
  ctx: Ctx,
  id: SignedId,
  unknown: Visitor | null,
  input: IdentifyVisitor,
): Promise<{ id: string; customerId: string }> {
  const claims = claimsOf(id, input)
  await emailInTurn(ctx, foldEmail(input.identity.email))
  const match = await matchCustomer(ctx.tx, claims)
  const matched = match.is === 'known' ? match.customerId : null
  // Somebody put this visitor with another customer: his talk stays there, and he begins anew.
  const isFree = unknown !== null && (unknown.ownCustomerId === null || unknown.customerId === matched)
  const own = isFree ? unknown.customerId : null
  const customerId = matched ?? own ?? (await makeCustomer(ctx, { language: input.language })).id
  const joins = isFree && (await isJoined(ctx, unknown, customerId))
  // Tied to his own first: an undo of the two being one takes the id back with the talk.
  const identityId = await tieId(ctx, joins ? unknown.customerId : customerId, id)
  if (joins) await joinCustomers(ctx, await lockBoth(ctx, customerId, unknown.customerId), [])
  if (!isFree) return makeVisitor(ctx, { customerId, identityId }, input)
  const { visitors } = ctx.tx.t
  // The token of before would open his talks without a signature.
  const proven = { identityId, customerId, ownCustomerId: null, tokenHash: input.nobodysHash }
  await ctx.tx.update(visitors).set(proven).where(eq(visitors.id, unknown.id))
  return { id: unknown.id, customerId }
}

/** He is known; what he said in this browser before he signed in becomes his. */
async function come(
  ctx: Ctx,
  { identityId, customerId }: { identityId: string; customerId: string },
  unknown: Visitor | null,
  input: IdentifyVisitor,
): Promise<{ id: string; customerId: string }> {
  const { visitors, activities } = ctx.tx.t
  const [known] = await ctx.tx.select().from(visitors).where(eq(visitors.identityId, identityId))
  const visitor = known ?? (await makeVisitor(ctx, { customerId, identityId }, input))
  const isFree = unknown !== null && (unknown.ownCustomerId === null || unknown.customerId === customerId)
  if (isFree && (await hasTalked(ctx, unknown.id))) {
    if (await isJoined(ctx, unknown, customerId))
      await joinCustomers(ctx, await lockBoth(ctx, customerId, unknown.customerId), [])
    await ctx.tx.update(activities).set({ visitorId: visitor.id }).where(eq(activities.visitorId, unknown.id))
    await ctx.tx.delete(visitors).where(eq(visitors.id, unknown.id))
  }
  return { id: visitor.id, customerId }
}

const claimsOf = (id: SignedId, { identity: { email, phone }, language }: IdentifyVisitor): Claim[] => [
  { ...id, isProven: true },
  { kind: 'mail', issuer: '', value: foldEmail(email), isProven: true },
  { kind: 'phone', issuer: '', value: readPhone(phone, { language })?.normal ?? '', isProven: true },
]

/**
 * Whether the unknown visitor's customer becomes part of the known one, as if an operator had linked the two; it can be
 * undone. Of one who never talked there is nothing to keep.
 */
const isJoined = async (ctx: Ctx, unknown: Visitor, customerId: string): Promise<boolean> =>
  unknown.customerId !== customerId && (await hasTalked(ctx, unknown.id))

async function hasTalked(ctx: Ctx, visitorId: string): Promise<boolean> {
  const { activities } = ctx.tx.t
  const rows = await ctx.tx
    .select({ id: activities.id })
    .from(activities)
    .where(eq(activities.visitorId, visitorId))
    .limit(1)
  return rows.length > 0
}

async function makeVisitor(
  ctx: Ctx,
  of: { customerId: string; identityId: string },
  { siteId, language, nobodysHash }: IdentifyVisitor,
): Promise<{ id: string; customerId: string }> {
  const { visitors, sites } = ctx.tx.t
  const [site] = await ctx.tx.select({ id: sites.id }).from(sites).where(eq(sites.id, siteId))
  if (!site) throw notFound('site')
  const id = ctx.newId()
  await ctx.tx.insert(visitors).values({
    id,
    siteId,
    tokenHash: nobodysHash,
    ...of,
    language,
    createdAt: ctx.now,
    lastSeenAt: ctx.now,
  })
  ctx.emit('visitor.started', { customerId: of.customerId, visitorId: id, siteId })
  return { id, customerId: of.customerId }
}

async function renewSession(ctx: Ctx, tokenHash: string, keyId: string): Promise<void> {
  const { visitorSessions } = ctx.tx.t
  await ctx.tx.update(visitorSessions).set({ keyId, provenAt: ctx.now }).where(eq(visitorSessions.tokenHash, tokenHash))
}

/** His sessions that are over go with it. */
async function beginSession(ctx: Ctx, visitorId: string, { newHash, identity }: IdentifyVisitor): Promise<void> {
  const { visitorSessions } = ctx.tx.t
  await ctx.tx
    .delete(visitorSessions)
    .where(and(eq(visitorSessions.visitorId, visitorId), lt(visitorSessions.provenAt, ctx.now - signedSessionMs)))
  await ctx.tx
    .insert(visitorSessions)
    .values({ tokenHash: newHash, visitorId, keyId: identity.keyId, provenAt: ctx.now })
}

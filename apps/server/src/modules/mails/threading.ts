import { threadingKeys, type IsRight, type SignedId, type ThreadedMail, type ThreadingKey } from '@care/domain/mail'
import { foldEmail } from '@care/domain'
import { desc, eq, inArray } from '../../db/drizzle.ts'
import type { Ctx } from '../../kernel/command.ts'
import type { Secrets } from '../../kernel/secrets.ts'

/** 64 bits, which nobody guesses by sending mail; an address stays short enough. */
const tagLength = 16
const purpose = 'mail'

/** The id of an activity with the tag that goes with it into addresses and Message-IDs that leave us (rule 34). */
export const signedId = (secrets: Pick<Secrets, 'mark'>, id: string): SignedId => ({
  id,
  tag: secrets.mark(id, purpose).slice(0, tagLength),
})

/** Whether a tag is the one that we give to its id: nobody else can make it. */
export const isOurs =
  (secrets: Pick<Secrets, 'isMark'>): IsRight =>
  ({ id, tag }) =>
    tag.length === tagLength && secrets.isMark(tag, id, purpose)

/** By which an automatic mail of ours is known when it comes back (rule 37). */
export const workspaceMark = (secrets: Pick<Secrets, 'mark'>): string =>
  secrets.mark('workspace', 'mail-loop').slice(0, 20)

/** The activity that a mail belongs to, by the surest of its keys that is known here (rule 34); null for a new one. */
export async function activityOfMail(
  ctx: Ctx,
  mail: ThreadedMail & { fromAddress: string },
  isRight: IsRight,
): Promise<string | null> {
  for (const threadingKey of threadingKeys(mail, isRight)) {
    const found = await activityBy(ctx, threadingKey, mail.fromAddress)
    if (found !== null) return found
  }
  return null
}

async function activityBy(ctx: Ctx, key: ThreadingKey, fromAddress: string): Promise<string | null> {
  const { activities, mails } = ctx.tx.t
  if (key.by === 'number') return newestOfNumber(ctx, key.number, fromAddress)
  if ('messageId' in key) {
    const [row] = await ctx.tx
      .select({ activityId: mails.activityId })
      .from(mails)
      .where(eq(mails.internetId, key.messageId))
      .limit(1)
    return row?.activityId ?? null
  }
  const [row] = await ctx.tx.select({ id: activities.id }).from(activities).where(eq(activities.id, key.id))
  return row?.id ?? null
}

/** Of the request that a subject names, when the sender is one of its people: its customer, or who wrote or got mail in it. */
async function newestOfNumber(ctx: Ctx, number: number, fromAddress: string): Promise<string | null> {
  const { requests, customers, activities } = ctx.tx.t
  const [request] = await ctx.tx
    .select({ id: requests.id, mergedIntoId: requests.mergedIntoId, email: customers.emailFolded })
    .from(requests)
    .innerJoin(customers, eq(customers.id, requests.customerId))
    .where(eq(requests.number, number))
  if (!request) return null
  const talks = await ctx.tx
    .select({ id: activities.id })
    .from(activities)
    .where(eq(activities.requestId, request.mergedIntoId ?? request.id))
    .orderBy(desc(activities.startedAt), desc(activities.id))
    .limit(mostTalks)
  const ids = talks.map(({ id }) => id)
  const [newest] = ids
  if (newest === undefined) return null
  const isCustomer = request.email !== null && request.email === foldEmail(fromAddress)
  return isCustomer || (await hasTakenPart(ctx, ids, fromAddress)) ? newest : null
}

async function hasTakenPart(ctx: Ctx, activityIds: readonly string[], address: string): Promise<boolean> {
  const { mails } = ctx.tx.t
  const rows = await ctx.tx
    .select({ from: mails.fromAddress, to: mails.toAddress, cc: mails.cc, direction: mails.direction })
    .from(mails)
    .where(inArray(mails.activityId, [...activityIds]))
    .limit(mostMails)
  return rows.some(({ from, to, cc, direction }) =>
    [direction === 'in' ? from : to, ...cc.map((person) => person.address)].some((one) => foldEmail(one) === address),
  )
}

const mostTalks = 100
const mostMails = 1_000

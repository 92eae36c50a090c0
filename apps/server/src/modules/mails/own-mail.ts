import { canChangeActivity } from '@care/domain'
import { eq } from '../../db/drizzle.ts'
import type { Actor } from '../../kernel/actor.ts'
import { notFound } from '../../kernel/app-error.ts'
import type { Ctx } from '../../kernel/command.ts'
import { loadVisibleActivity } from '../activities/index.ts'

/** A mail with its activity, for who may see that; else NOT_FOUND. */
export async function loadMail(ctx: Ctx, { mailId }: { mailId: string }) {
  const { mails } = ctx.tx.t
  const [mail] = await ctx.tx.select().from(mails).where(eq(mails.id, mailId))
  if (!mail) throw notFound('mail')
  return { mail, ...(await loadVisibleActivity(ctx, mail.activityId)) }
}
type OwnMail = Awaited<ReturnType<typeof loadMail>>

/** Who wrote a mail, or has its activity, says what becomes of it in the outbox. */
export const mayHandleMail = ({ actor }: { actor: Actor }, { mail, activity }: OwnMail): boolean =>
  actor.kind === 'operator' && (mail.operatorId === actor.id || canChangeActivity(actor, activity))

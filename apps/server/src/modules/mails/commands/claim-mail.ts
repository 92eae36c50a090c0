import { mailLeaseMs } from '@care/domain/mail'
import { and, eq, inArray, lte } from '../../../db/drizzle.ts'
import { plus } from '../../../db/sql.ts'
import { command } from '../../../kernel/command.ts'

interface Claim {
  mailId: string
  /** The mailbox that it goes out from. */
  channelId: string
  /** The Message-ID that it gets; one that it has from an earlier try stays, so that who got it twice sees one. */
  internetId: string
}

/**
 * Takes a mail that is due, to send it: one process does. One that was taken and not heard of any more is taken again.
 * Gives the Message-ID, or null when it is not due any more.
 */
export const claimMail = command({
  name: 'claim-mail',
  action: [],
  load: async (_ctx, claim: Claim) => claim,
  allow: ({ actor }) => actor.kind === 'system',
  async run(ctx, { mailId, channelId, internetId }): Promise<{ internetId: string } | null> {
    const { mails } = ctx.tx.t
    const isDue = and(
      eq(mails.id, mailId),
      eq(mails.direction, 'out'),
      inArray(mails.state, ['waiting', 'sending']),
      lte(mails.sendAfter, ctx.now),
    )
    const [mail] = await ctx.tx
      .update(mails)
      .set({ state: 'sending', sendAfter: ctx.now + mailLeaseMs, tries: plus(mails.tries, 1), channelId })
      .where(isDue)
      .returning()
    if (!mail) return null
    if (mail.internetId !== null) return { internetId: mail.internetId }
    await ctx.tx.update(mails).set({ internetId }).where(eq(mails.id, mailId))
    return { internetId }
  },
})

import { mailRetryAfterMs } from '@care/domain/mail'
import { and, eq } from '../../../db/drizzle.ts'
import { command, type Ctx } from '../../../kernel/command.ts'
import { about, findActivity } from '../../activities/index.ts'
import type { MailRecord } from '../outbox.ts'

interface Settled {
  mailId: string
  /** Null when a mail server has taken it. */
  problem: {
    /** What the server said, to be shown. */
    text: string
    /** It will say so the next time too (RFC 5321 4.2.1: 5yz). */
    isFinal: boolean
  } | null
  /** Receivers whom the server refused while it took the mail for others. */
  refused: readonly { address: string; text: string }[]
}

/** Notes how sending a mail went: sent, to be tried again later, or failed. Nothing when it was settled before. */
export const settleMail = command({
  name: 'settle-mail',
  action: [],
  load: async (_ctx, settled: Settled) => settled,
  allow: ({ actor }) => actor.kind === 'system',
  async run(ctx, { mailId, problem, refused }) {
    const { mails } = ctx.tx.t
    const isInHand = and(eq(mails.id, mailId), eq(mails.state, 'sending'))
    const [mail] = await ctx.tx.select().from(mails).where(isInHand)
    if (!mail) return
    const pause = problem?.isFinal === false ? mailRetryAfterMs(mail.tries) : null
    const state = problem === null ? 'sent' : pause === null ? 'failed' : 'waiting'
    const [settled] = await ctx.tx
      .update(mails)
      .set({
        state,
        sendAfter: pause === null ? null : ctx.now + pause,
        ...(problem === null && { sentAt: ctx.now }),
        error: problem?.text.slice(0, mostWords) ?? null,
        ...(refused.length > 0 && {
          delivery: 'failed' as const,
          deliveryNote: refused
            .map(({ address, text }) => `${address} ${text}`)
            .join('; ')
            .slice(0, mostWords),
        }),
      })
      .where(isInHand)
      .returning()
    if (settled) await tell(ctx, settled, told[state])
  },
})

const mostWords = 500
const told = { sent: 'mail.sent', failed: 'mail.failed', waiting: 'mail.putOff' } as const

async function tell(ctx: Ctx, mail: MailRecord, type: (typeof told)[keyof typeof told]): Promise<void> {
  const loaded = await findActivity(ctx.tx, mail.activityId)
  if (!loaded) return
  const { operatorId, version } = loaded.activity
  ctx.emit(type, { ...about(loaded.activity), mailId: mail.id, messageId: mail.messageId, operatorId, version })
}

import { and, eq, gt, or } from '../../../db/drizzle.ts'
import { AppError } from '../../../kernel/app-error.ts'
import { command } from '../../../kernel/command.ts'
import { about } from '../../activities/index.ts'
import { loadMail, mayHandleMail } from '../own-mail.ts'

/**
 * Has a mail sent now that has failed, or that waits for another try; its tries are counted anew. Who wrote it or has
 * its activity may. Refuses what was taken back, is sent, or waits for the first time (NOT_ALLOWED_NOW).
 */
export const retryMail = command({
  name: 'retry-mail',
  action: 'tasks.handle',
  load: loadMail,
  allow: mayHandleMail,
  async run(ctx, { mail, activity }) {
    const { mails } = ctx.tx.t
    const canRetry = or(eq(mails.state, 'failed'), and(eq(mails.state, 'waiting'), gt(mails.tries, 0)))
    const [row] = await ctx.tx
      .update(mails)
      .set({ state: 'waiting', sendAfter: ctx.now, tries: 0 })
      .where(and(eq(mails.id, mail.id), eq(mails.direction, 'out'), canRetry))
      .returning()
    if (!row) throw new AppError('NOT_ALLOWED_NOW', 'there is nothing to try again', { state: mail.state })
    const { id: mailId, messageId } = row
    const { operatorId, version } = activity
    ctx.emit('mail.retried', { ...about(activity), mailId, messageId, operatorId, version })
    return { mailId }
  },
})

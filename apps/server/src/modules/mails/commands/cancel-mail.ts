import { and, eq } from '../../../db/drizzle.ts'
import { AppError } from '../../../kernel/app-error.ts'
import { command } from '../../../kernel/command.ts'
import { about } from '../../activities/index.ts'
import { loadMail, mayHandleMail } from '../own-mail.ts'

/** Takes a mail out of the outbox. Who wrote it or has its activity may, while it waits (else NOT_ALLOWED_NOW). */
export const cancelMail = command({
  name: 'cancel-mail',
  action: 'tasks.handle',
  load: loadMail,
  allow: mayHandleMail,
  async run(ctx, { mail, activity }) {
    const { mails } = ctx.tx.t
    const [row] = await ctx.tx
      .update(mails)
      .set({ state: 'cancelled', sendAfter: null })
      .where(and(eq(mails.id, mail.id), eq(mails.state, 'waiting')))
      .returning()
    if (!row) throw new AppError('NOT_ALLOWED_NOW', 'it does not wait any more', { state: mail.state })
    const { id: mailId, messageId } = row
    const { operatorId, version } = activity
    ctx.emit('mail.cancelled', { ...about(activity), mailId, messageId, operatorId, version })
    return { mailId }
  },
})

import type { NewMail } from '@care/contract'
import { canChangeRequest, mailProblem } from '@care/domain'
import { AppError } from '../../../kernel/app-error.ts'
import { command } from '../../../kernel/command.ts'
import { appendMessage, loadActivity, loadVisibleActivity } from '../../activities/index.ts'
import { openMail } from '../open-mail.ts'
import { openMailOf, putInOutbox } from '../outbox.ts'

interface Answer extends NewMail {
  activityId: string
}

/**
 * Answers by mail in the same request when the customer is no longer there (row M5): a message in the mail activity that
 * one has in it, else in a new one, and a mail in the outbox. Refuses while the customer is there and in a closed
 * request (NOT_ALLOWED_NOW with `problem`); repeated under one `clientMessageId` it changes nothing.
 */
export const answerByMail = command({
  name: 'answer-by-mail',
  action: 'tasks.handle',
  load: (ctx, { activityId }: Answer) => loadVisibleActivity(ctx, activityId),
  allow: ({ actor }, { request, holderIds }) =>
    actor.kind === 'operator' && canChangeRequest(actor, { ...request, taskOperatorIds: holderIds }),
  async run(ctx, talk, { to, subject, clientMessageId, text }) {
    if (ctx.actor.kind !== 'operator') throw new AppError('FORBIDDEN')
    const isRequestClosed = talk.request.category === 'closed'
    const problem = mailProblem({ ...talk.activity, isRequestClosed })
    if (problem !== null) throw new AppError('NOT_ALLOWED_NOW', 'it cannot be answered by mail now', { problem })
    const known = await openMailOf(ctx, talk.request.id, ctx.actor.id)
    const thread = known
      ? await loadActivity(ctx, known.id)
      : await openMail(ctx, talk, { ...talk.activity, operatorId: ctx.actor.id, title: subject, source: '' })
    const message = await appendMessage(ctx, thread, {
      author: { kind: 'operator', id: ctx.actor.id, name: ctx.actor.name },
      clientMessageId,
      text: text.trim(),
      attachmentIds: [],
      fileOwner: `operator:${ctx.actor.id}`,
    })
    await putInOutbox(ctx, thread.activity, {
      messageId: message.id,
      operatorId: ctx.actor.id,
      to,
      subject,
      isNew: known === null,
    })
    return { activityId: thread.activity.id, messageId: message.id }
  },
})

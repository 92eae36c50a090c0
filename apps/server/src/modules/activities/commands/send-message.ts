import type { NewReply } from '@care/contract'
import { canChangeActivity, media } from '@care/domain'
import { AppError } from '../../../kernel/app-error.ts'
import { command } from '../../../kernel/command.ts'
import { refuseIfAnswered } from '../later-answers.ts'
import { appendMessage } from '../messages.ts'
import { loadThread } from '../store.ts'

/**
 * An operator answers the customer. Only who has the activity in progress may (rule 2); an ended one refuses, and so
 * does one that a colleague has answered since the writer began (THREAD_MOVED_ON).
 */
export const sendMessage = command({
  name: 'send-message',
  action: 'tasks.handle',
  load: (ctx, input: { activityId: string; message: NewReply }) => loadThread(ctx, input.activityId),
  allow: ({ actor }, { activity }) => actor.kind === 'operator' && canChangeActivity(actor, activity),
  async run(ctx, loaded, { message }) {
    const { activity } = loaded
    if (activity.state !== 'active')
      throw new AppError('NOT_ALLOWED_NOW', 'the activity is not in progress', { state: activity.state })
    if (!media[activity.medium].canReply)
      throw new AppError('NOT_ALLOWED_NOW', 'this medium takes no messages', { medium: activity.medium })
    if (ctx.actor.kind !== 'operator') throw new AppError('FORBIDDEN')
    await refuseIfAnswered(ctx, activity, message)
    return appendMessage(ctx, loaded, {
      author: { kind: 'operator', id: ctx.actor.id, name: ctx.actor.name },
      clientMessageId: message.clientMessageId,
      text: message.text,
      attachmentIds: message.attachmentIds,
      fileOwner: `operator:${ctx.actor.id}`,
    })
  },
})

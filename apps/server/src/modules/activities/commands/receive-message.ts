import type { NewMessage } from '@care/contract'
import { isTalkOver } from '@care/domain'
import { AppError, notFound } from '../../../kernel/app-error.ts'
import { command, type Ctx } from '../../../kernel/command.ts'
import { openActivity, revive } from '../incoming.ts'
import { appendMessage } from '../messages.ts'
import { loadActivity, loadThreadOf, type Thread } from '../store.ts'

/**
 * A further message of a visitor. One that comes after the end goes on with the talk: with its operator while he wraps it
 * up, else it is queued again, or after the reopen window
 * starts a new activity, so that nothing a customer says is ever refused for its time (rule 10).
 */
export const receiveMessage = command({
  name: 'receive-message',
  action: 'visitor',
  async load(ctx, _input: NewMessage) {
    if (ctx.actor.kind !== 'visitor') throw new AppError('FORBIDDEN')
    const chat = await loadThreadOf(ctx, ctx.actor.id)
    if (!chat) throw notFound('chat')
    return { chat, visitor: ctx.actor }
  },
  allow: ({ actor }, { chat }) => actor.kind === 'visitor' && chat.activity.visitorId === actor.id,
  async run(ctx, { chat, visitor }, message) {
    const thread = isTalkOver(chat.activity.state)
      ? await resume(ctx, chat.activity.id, visitor.id, message.text)
      : chat
    return appendMessage(ctx, thread, {
      author: { kind: 'customer', id: chat.activity.customerId, name: '' },
      clientMessageId: message.clientMessageId,
      text: message.text,
      attachmentIds: message.attachmentIds,
      fileOwner: `visitor:${visitor.id}`,
    })
  },
})

/** The talk that had ended, going on or waiting again, or the one that follows it. */
async function resume(ctx: Ctx, activityId: string, visitorId: string, text: string): Promise<Thread> {
  const ended = await loadActivity(ctx, activityId)
  const { activity, request } = ended
  return (
    (await revive(ctx, ended)) ??
    openActivity(ctx, {
      customerId: activity.customerId,
      medium: 'chat',
      queueId: activity.queueId ?? request.queueId ?? '',
      typeId: request.typeId,
      text,
      fallbackTitle: request.title,
      source: activity.source,
      skills: activity.skills,
      locationId: request.locationId,
      siteId: activity.siteId,
      visitorId,
    })
  )
}

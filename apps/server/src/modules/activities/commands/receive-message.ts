import type { NewMessage } from '@care/contract'
import { AppError, notFound } from '../../../kernel/app-error.ts'
import { command } from '../../../kernel/command.ts'
import { openActivity, revive } from '../incoming.ts'
import { appendMessage } from '../messages.ts'
import { loadChatOf } from '../store.ts'

/**
 * A further message of a visitor. One that comes after the end queues the talk again, or after the reopen window
 * starts a new activity, so that nothing a customer says is ever refused for its time (rule 10).
 */
export const receiveMessage = command({
  name: 'receive-message',
  action: 'visitor',
  async load(ctx, _input: NewMessage) {
    if (ctx.actor.kind !== 'visitor') throw new AppError('FORBIDDEN')
    const chat = await loadChatOf(ctx, ctx.actor.id)
    if (!chat) throw notFound('chat')
    return { chat, visitor: ctx.actor }
  },
  allow: ({ actor }, { chat }) => actor.kind === 'visitor' && chat.activity.visitorId === actor.id,
  async run(ctx, { chat, visitor }, message) {
    const { activity, request } = chat
    const thread =
      (await revive(ctx, chat)) ??
      (await openActivity(ctx, {
        customerId: activity.customerId,
        medium: 'chat',
        queueId: activity.queueId ?? request.queueId ?? '',
        typeId: request.typeId,
        text: message.text,
        fallbackTitle: request.title,
        source: activity.source,
        siteId: activity.siteId,
        visitorId: visitor.id,
      }))
    return appendMessage(ctx, thread, {
      author: { kind: 'customer', id: activity.customerId, name: '' },
      clientMessageId: message.clientMessageId,
      text: message.text,
      attachmentIds: message.attachmentIds,
      fileOwner: `visitor:${visitor.id}`,
    })
  },
})

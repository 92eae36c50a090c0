import { AppError, notFound } from '../../../kernel/app-error.ts'
import { command } from '../../../kernel/command.ts'
import { endActivityRow, loadChatOf } from '../../../modules/activities/index.ts'

/** The visitor ends the chat or leaves the line. Before anybody accepted it counts as abandoned (rule 19). */
export const leaveChat = command({
  name: 'leave-chat',
  action: 'visitor',
  async load(ctx, _input: Record<string, never>) {
    if (ctx.actor.kind !== 'visitor') throw new AppError('FORBIDDEN')
    const chat = await loadChatOf(ctx, ctx.actor.id)
    if (!chat) throw notFound('chat')
    return chat.activity
  },
  allow: ({ actor }, activity) => actor.kind === 'visitor' && activity.visitorId === actor.id,
  async run(ctx, activity) {
    await endActivityRow(ctx, activity, activity.acceptedAt === null ? 'abandoned' : 'customerLeft')
    return { activityId: activity.id }
  },
})

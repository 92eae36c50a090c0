import { command } from '../../../kernel/command.ts'
import { letGoOfFiles } from '../../files/index.ts'
import { changeMessage, isOwn, loadMessage, requireChangeable } from '../message-changes.ts'
import { presentMessage } from '../present.ts'

/** Takes back one's own chat message within five minutes: words and files are gone for good, its place says so. */
export const deleteMessage = command({
  name: 'delete-message',
  action: 'tasks.handle',
  load: (ctx, input: { activityId: string; messageId: string }) => loadMessage(ctx, input.activityId, input.messageId),
  allow: isOwn,
  async run(ctx, loaded) {
    const { activity, message } = loaded
    // Repeated after a lost answer it is the same deletion.
    if (message.deletedAt !== null) return presentMessage(message, [])
    requireChangeable(ctx, loaded)
    await letGoOfFiles(ctx, message.attachmentIds, activity.id)
    return changeMessage(ctx, loaded, 'message.deleted', { text: '', attachmentIds: [], deletedAt: ctx.now })
  },
})

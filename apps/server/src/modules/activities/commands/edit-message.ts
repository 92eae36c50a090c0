import { AppError } from '../../../kernel/app-error.ts'
import { command } from '../../../kernel/command.ts'
import { filesById } from '../../files/index.ts'
import { changeMessage, isOwn, loadMessage, requireChangeable } from '../message-changes.ts'
import { presentMessage } from '../present.ts'

/** Corrects the words of one's own chat message within five minutes. Its attachments stay; the same words change nothing. */
export const editMessage = command({
  name: 'edit-message',
  action: 'tasks.handle',
  load: (ctx, input: { activityId: string; messageId: string; text: string }) =>
    loadMessage(ctx, input.activityId, input.messageId),
  allow: isOwn,
  async run(ctx, loaded, { text }) {
    requireChangeable(ctx, loaded)
    const { message } = loaded
    if (text.trim() === '' && message.attachmentIds.length === 0)
      throw new AppError('INVALID_INPUT', 'text is needed', { issues: [{ path: 'text', message: 'empty' }] })
    if (text === message.text) return presentMessage(message, await filesById(ctx.tx, message.attachmentIds))
    return changeMessage(ctx, loaded, 'message.edited', { text, editedAt: ctx.now })
  },
})

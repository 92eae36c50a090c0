import type { Api, BodyOf } from '@care/contract'
import { foldShortcut } from '@care/domain/quick-replies'
import { command } from '../../../kernel/command.ts'
import { keepAttachments } from '../attachments.ts'
import {
  mayChange,
  mayUse,
  ownerIdOf,
  ownerOf,
  ownersTurn,
  requireFreeShortcut,
  requirePlace,
  rewriteWords,
} from '../store.ts'

/** Makes a quick reply, own or shared. Refuses a shortcut that the owner has already. */
export const addQuickReply = command({
  name: 'add-quick-reply',
  action: mayUse,
  load: async (ctx, { isShared }: BodyOf<Api['addQuickReply']>) => ({ owner: ownerOf(ctx.actor, isShared) }),
  allow: ({ actor }, subject) => mayChange(actor, subject),
  async run(ctx, { owner }, { isShared: _isShared, attachmentIds, ...fields }) {
    await ownersTurn(ctx, owner)
    await requireFreeShortcut(ctx, owner, fields.shortcut)
    await requirePlace(ctx, owner)
    const id = ctx.newId()
    const [row] = await ctx.tx
      .insert(ctx.tx.t.quickReplies)
      .values({
        id,
        owner,
        ...fields,
        shortcutFolded: foldShortcut(fields.shortcut),
        attachmentIds: await keepAttachments(ctx, id, [], attachmentIds),
        uses: 0,
        createdAt: ctx.now,
        updatedAt: ctx.now,
        version: 1,
      })
      .returning()
    if (!row) throw new Error('a quick reply was not inserted')
    await rewriteWords(ctx, row)
    ctx.emit('quickReply.added', { quickReplyId: id, ownerId: ownerIdOf(row) })
    return row
  },
})

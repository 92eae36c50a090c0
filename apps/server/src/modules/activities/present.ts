import type { Attachment, Comment, Message } from '@care/contract'
import { mentionedIn } from '@care/domain'
import type { Reader } from '../../db/store.ts'

export type MessageRecord = Reader['t']['messages']['$inferSelect']

export const presentMessage = (row: MessageRecord, attachments: Attachment[]): Message => ({
  id: row.id,
  activityId: row.activityId,
  seq: row.seq,
  clientMessageId: row.clientMessageId,
  author: { kind: row.authorKind, id: row.authorId, name: row.authorName },
  text: row.text,
  attachments,
  createdAt: row.createdAt,
  ...(row.editedAt !== null && { editedAt: row.editedAt }),
  ...(row.deletedAt !== null && { deletedAt: row.deletedAt }),
})

/** The same for the customer: whose account answered is nobody's business, the name is enough. */
export const forCustomer = (message: Message): Message => ({ ...message, author: { ...message.author, id: null } })

/** `names`: of everybody who may be mentioned in it. */
export const presentComment = (
  row: Reader['t']['comments']['$inferSelect'],
  authorName: string,
  names: ReadonlyMap<string, string> = new Map(),
): Comment => ({
  id: row.id,
  activityId: row.activityId,
  requestId: row.requestId,
  clientCommentId: row.clientCommentId,
  author: { id: row.authorId, name: authorName },
  text: row.text,
  ...mentionsIn(row.text, names),
  createdAt: row.createdAt,
})

const mentionsIn = (text: string, names: ReadonlyMap<string, string>): Pick<Comment, 'mentions'> => {
  const mentions = mentionedIn(text).map((id) => ({ id, name: names.get(id) ?? '' }))
  return mentions.length === 0 ? {} : { mentions }
}

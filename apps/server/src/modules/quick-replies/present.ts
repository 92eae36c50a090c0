import type { QuickReply } from '@care/contract'
import type { Reader } from '../../db/store.ts'
import type { OperatorActor } from '../../kernel/actor.ts'
import { filesById } from '../files/index.ts'
import { mayChange, ownerIdOf, type ReplyRecord } from './store.ts'

/** Replies as the actor sees them, their files read at once. */
export async function presentReplies(
  db: Reader,
  actor: OperatorActor,
  rows: readonly ReplyRecord[],
): Promise<QuickReply[]> {
  const files = await filesById(
    db,
    rows.flatMap(({ attachmentIds }) => attachmentIds),
  )
  return rows.map((row) => ({
    id: row.id,
    ownerId: ownerIdOf(row),
    shortcut: row.shortcut,
    title: row.title,
    group: row.group,
    texts: row.texts,
    attachments: row.attachmentIds.flatMap((id) => files.filter((file) => file.id === id)),
    uses: row.uses,
    updatedAt: row.updatedAt,
    version: row.version,
    abilities: { edit: mayChange(actor, row) },
  }))
}

/** The one reply of an answer. */
export async function presentReply(db: Reader, actor: OperatorActor, row: ReplyRecord): Promise<QuickReply> {
  const [reply] = await presentReplies(db, actor, [row])
  if (!reply) throw new Error('a reply was lost')
  return reply
}

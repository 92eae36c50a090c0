import { limits } from '@care/domain'
import { foldShortcut, rankedWords } from '@care/domain/quick-replies'
import { and, count, eq, isNull, ne } from '../../db/drizzle.ts'
import { insertMany } from '../../db/bulk.ts'
import { inTurn, plus } from '../../db/sql.ts'
import type { Reader } from '../../db/store.ts'
import type { OperatorActor } from '../../kernel/actor.ts'
import { AppError, forbidden, notFound } from '../../kernel/app-error.ts'
import type { Ctx } from '../../kernel/command.ts'

export type ReplyRecord = Reader['t']['quickReplies']['$inferSelect']

/** `owner` of the replies that all share. */
export const shared = ''
export const ownerIdOf = ({ owner }: Pick<ReplyRecord, 'owner'>): string | null => (owner === shared ? null : owner)

/** Who answers customers or writes comments has quick replies. */
export const mayUse = ['tasks.handle', 'comments.write'] as const
export function requireUse(actor: OperatorActor): void {
  if (!mayUse.some((permission) => actor.permissions.has(permission))) throw forbidden(`needs ${mayUse.join(' or ')}`)
}

/** Own ones are their owner's alone, the shared ones need a right of their own. */
export const mayChange = (actor: Ctx['actor'], { owner }: Pick<ReplyRecord, 'owner'>): boolean =>
  actor.kind === 'operator' && (owner === shared ? actor.permissions.has('settings.quickReplies') : owner === actor.id)
export const maySee = (actor: Ctx['actor'], { owner }: Pick<ReplyRecord, 'owner'>): boolean =>
  owner === shared || (actor.kind === 'operator' && owner === actor.id)

/** Whose replies a command or query of this scope is about. */
export const ownerOf = (actor: Ctx['actor'], isShared: boolean): string => {
  if (actor.kind !== 'operator') throw new AppError('FORBIDDEN')
  return isShared ? shared : actor.id
}

/** One that the actor sees; a colleague's own one does not exist for him. */
export async function findReply(db: Reader, actor: Ctx['actor'], quickReplyId: string): Promise<ReplyRecord> {
  const { quickReplies } = db.t
  const [row] = await db.select().from(quickReplies).where(eq(quickReplies.id, quickReplyId))
  if (!row || !maySee(actor, row)) throw notFound('quick reply')
  return row
}

/** Nobody else adds, renames or imports among the replies of this owner until the commit. */
export const ownersTurn = (ctx: Ctx, owner: string): Promise<void> => inTurn(ctx.tx, `quick replies of ${owner}`)

/** Takes the owner's turn, then the row with its version raised: two who change it come one after the other. */
export async function loadForChange(ctx: Ctx, quickReplyId: string, { isDeleted = false } = {}): Promise<ReplyRecord> {
  const { owner } = await findReply(ctx.tx, ctx.actor, quickReplyId)
  await ownersTurn(ctx, owner)
  const { quickReplies } = ctx.tx.t
  const [row] = await ctx.tx
    .update(quickReplies)
    .set({ version: plus(quickReplies.version, 1) })
    .where(eq(quickReplies.id, quickReplyId))
    .returning()
  if (!row || (row.deletedAt !== null) !== isDeleted) throw notFound('quick reply')
  return { ...row, version: row.version - 1 }
}

/** Call in the owner's turn. Refuses a shortcut that another of his replies has. */
export async function requireFreeShortcut(ctx: Ctx, owner: string, shortcut: string, exceptId = ''): Promise<void> {
  const { quickReplies } = ctx.tx.t
  const [other] = await ctx.tx
    .select({ id: quickReplies.id })
    .from(quickReplies)
    .where(
      and(
        eq(quickReplies.owner, owner),
        eq(quickReplies.shortcutFolded, foldShortcut(shortcut)),
        isNull(quickReplies.deletedAt),
        ne(quickReplies.id, exceptId),
      ),
    )
  if (other) throw new AppError('SHORTCUT_TAKEN', undefined, { quickReplyId: other.id })
}

/** How many more the owner may have. */
export async function placesLeft(db: Reader, owner: string): Promise<number> {
  const { quickReplies } = db.t
  const [row] = await db
    .select({ n: count() })
    .from(quickReplies)
    .where(and(eq(quickReplies.owner, owner), isNull(quickReplies.deletedAt)))
  return (owner === shared ? limits.quickRepliesShared : limits.quickRepliesOwn) - (row?.n ?? 0)
}

/** Call in the owner's turn. */
export async function requirePlace(ctx: Ctx, owner: string): Promise<void> {
  if ((await placesLeft(ctx.tx, owner)) > 0) return
  const limit = owner === shared ? limits.quickRepliesShared : limits.quickRepliesOwn
  throw new AppError('NOT_ALLOWED_NOW', 'there are as many quick replies as there may be', { limit })
}

/** Rows of `quick_reply_words` of replies. */
export const wordRows = (
  replies: readonly Pick<ReplyRecord, 'id' | 'owner' | 'shortcut' | 'title' | 'group' | 'texts'>[],
) =>
  replies.flatMap((reply) =>
    [...rankedWords(reply)].map(([word, rank]) => ({ owner: reply.owner, word, rank, quickReplyId: reply.id })),
  )

/** Makes the words of a reply what it now says; none when it is deleted. In the transaction that changed it. */
export async function rewriteWords(ctx: Ctx, reply: ReplyRecord): Promise<void> {
  const { quickReplyWords } = ctx.tx.t
  await ctx.tx.delete(quickReplyWords).where(eq(quickReplyWords.quickReplyId, reply.id))
  if (reply.deletedAt === null) await insertMany(ctx.tx, quickReplyWords, wordRows([reply]))
}

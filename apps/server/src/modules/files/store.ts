import type { Attachment } from '@care/contract'
import { and, eq, inArray, isNull } from '../../db/drizzle.ts'
import type { Reader } from '../../db/store.ts'
import { AppError } from '../../kernel/app-error.ts'
import type { Ctx } from '../../kernel/command.ts'
import { isInlineImage } from './sniff.ts'

export type FileRecord = Reader['t']['files']['$inferSelect']

export const presentFile = (row: FileRecord): Attachment => ({
  id: row.id,
  name: row.name,
  contentType: row.contentType,
  size: row.size,
  isImage: isInlineImage(row.contentType),
  width: row.width,
  height: row.height,
})

export const filesById = async (db: Reader, ids: readonly string[]): Promise<Attachment[]> =>
  (await filesWithRows(db, ids)).map(presentFile)

/** The same, with who has them; in the order given. */
export async function filesWithRows(db: Reader, ids: readonly string[]): Promise<FileRecord[]> {
  if (ids.length === 0) return []
  const { files } = db.t
  const rows = await db
    .select()
    .from(files)
    .where(inArray(files.id, [...ids]))
  return ids.flatMap((id) => rows.filter((row) => row.id === id))
}

/** Gives uploads to a message's activity. Each must be the sender's own and not yet used; else INVALID_INPUT. */
export async function claimFiles(
  ctx: Ctx,
  ids: readonly string[],
  owner: string,
  activityId: string,
): Promise<Attachment[]> {
  const { files } = ctx.tx.t
  const rows = await ctx.tx
    .update(files)
    .set({ activityId })
    .where(and(inArray(files.id, [...ids]), eq(files.owner, owner), isNull(files.activityId)))
    .returning()
  if (rows.length !== new Set(ids).size)
    throw new AppError('INVALID_INPUT', 'an attachment is unknown or already used', {
      issues: [{ path: 'attachmentIds', message: 'unknown' }],
    })
  return ids.flatMap((id) => rows.filter((row) => row.id === id).map(presentFile))
}

/**
 * Lets a draft have the owner's unsent uploads among these, and no others than these; gives back which. What it has let
 * go the sweep removes as any upload that no message took.
 */
export async function holdFiles(ctx: Ctx, ids: readonly string[], owner: string, holder: string): Promise<string[]> {
  const { files } = ctx.tx.t
  const unsent = and(eq(files.owner, owner), isNull(files.activityId))
  await ctx.tx
    .update(files)
    .set({ heldBy: null })
    .where(and(unsent, eq(files.heldBy, holder)))
  if (ids.length === 0) return []
  const rows = await ctx.tx
    .update(files)
    .set({ heldBy: holder })
    .where(and(inArray(files.id, [...ids]), unsent))
    .returning({ id: files.id })
  const held = new Set(rows.map(({ id }) => id))
  return ids.filter((id) => held.has(id))
}

export async function findFile(db: Reader, fileId: string): Promise<FileRecord | null> {
  const { files } = db.t
  const [row] = await db.select().from(files).where(eq(files.id, fileId))
  return row ?? null
}

/** Forgets files of what they belong to; the caller owes the removal of their bytes. */
export async function dropFiles(ctx: Ctx, ids: readonly string[], belongsTo: string): Promise<void> {
  if (ids.length === 0) return
  const { files } = ctx.tx.t
  await ctx.tx.delete(files).where(and(inArray(files.id, [...ids]), eq(files.activityId, belongsTo)))
}

/** Registers copies as uploads of `owner` that no message has taken yet. */
export async function addCopies(ctx: Ctx, copies: readonly Attachment[], owner: string): Promise<void> {
  if (copies.length === 0) return
  const rows = copies.map(({ isImage: _isImage, ...file }) => ({
    ...file,
    owner,
    activityId: null,
    createdAt: ctx.now,
  }))
  await ctx.tx.insert(ctx.tx.t.files).values(rows)
}

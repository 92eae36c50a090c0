import { foldShortcut } from '@care/domain/quick-replies'
import { eq, inArray } from '../../../db/drizzle.ts'
import { insertMany } from '../../../db/bulk.ts'
import { plus } from '../../../db/sql.ts'
import { command, type Ctx } from '../../../kernel/command.ts'
import { planImport, type ImportPlan } from '../import/plan.ts'
import type { ReadLine } from '../import/read-file.ts'
import { allOf } from '../queries/all-replies.ts'
import { mayChange, mayUse, ownerOf, ownersTurn, placesLeft, type ReplyRecord, shared, wordRows } from '../store.ts'

interface ImportInput {
  isShared: boolean
  lines: readonly ReadLine[]
}

/** Adds and changes replies by shortcut: all good lines in one transaction, the others are reported. */
export const importQuickReplies = command({
  name: 'import-quick-replies',
  action: mayUse,
  load: async (ctx, { isShared }: ImportInput) => ({ owner: ownerOf(ctx.actor, isShared) }),
  allow: ({ actor }, subject) => mayChange(actor, subject),
  async run(ctx, { owner }, { lines }) {
    await ownersTurn(ctx, owner)
    const plan = planImport(lines, await allOf(ctx.tx, owner), await placesLeft(ctx.tx, owner))
    const added = plan.added.map((fields) => newRow(ctx, owner, fields))
    await insertMany(ctx.tx, ctx.tx.t.quickReplies, added)
    const changed: ReplyRecord[] = []
    for (const one of plan.changed) changed.push(await change(ctx, one))
    await writeWords(ctx, added, changed)
    if (added.length + changed.length > 0)
      ctx.emit('quickReplies.imported', {
        ownerId: owner === shared ? null : owner,
        added: added.map(({ id }) => id),
        changed: changed.map(({ id }) => id),
      })
    return plan.report
  },
})

const newRow = (ctx: Ctx, owner: string, fields: ImportPlan['added'][number]): ReplyRecord => ({
  id: ctx.newId(),
  owner,
  ...fields,
  shortcutFolded: foldShortcut(fields.shortcut),
  attachmentIds: [],
  uses: 0,
  createdAt: ctx.now,
  updatedAt: ctx.now,
  deletedAt: null,
  version: 1,
})

async function change(ctx: Ctx, { id, ...fields }: ImportPlan['changed'][number]): Promise<ReplyRecord> {
  const { quickReplies } = ctx.tx.t
  const [row] = await ctx.tx
    .update(quickReplies)
    .set({ ...fields, updatedAt: ctx.now, version: plus(quickReplies.version, 1) })
    .where(eq(quickReplies.id, id))
    .returning()
  if (!row) throw new Error('a quick reply vanished in its owner’s turn')
  return row
}

async function writeWords(ctx: Ctx, added: readonly ReplyRecord[], changed: readonly ReplyRecord[]): Promise<void> {
  const { quickReplyWords } = ctx.tx.t
  const ids = changed.map(({ id }) => id)
  if (ids.length > 0) await ctx.tx.delete(quickReplyWords).where(inArray(quickReplyWords.quickReplyId, ids))
  await insertMany(ctx.tx, quickReplyWords, wordRows([...added, ...changed]))
}

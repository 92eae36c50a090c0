import type { BulkAction, Macro, MacroStep } from '@care/contract'
import { limits } from '@care/domain'
import { and, count, eq, isNull } from '../../db/drizzle.ts'
import { inTurn, plus } from '../../db/sql.ts'
import type { Reader } from '../../db/store.ts'
import type { OperatorActor } from '../../kernel/actor.ts'
import { AppError, notFound } from '../../kernel/app-error.ts'
import type { Ctx } from '../../kernel/command.ts'
import { brokenSteps, type Targets, targetsOf } from './targets.ts'

export type MacroRecord = Reader['t']['macros']['$inferSelect']

/** `owner` of the macros that all share. */
export const shared = ''
const ownerIdOf = ({ owner }: Pick<MacroRecord, 'owner'>): string | null => (owner === shared ? null : owner)
export const aboutMacro = (row: Pick<MacroRecord, 'id' | 'owner'>) => ({ macroId: row.id, ownerId: ownerIdOf(row) })

export const personOf = ({ actor }: Pick<Ctx, 'actor'>): OperatorActor => {
  if (actor.kind !== 'operator') throw new AppError('FORBIDDEN')
  return actor
}
const maySee = (actor: Ctx['actor'], { owner }: MacroRecord): boolean =>
  actor.kind === 'operator' && (owner === shared || owner === actor.id)

/** Own ones are their owner's alone, the shared ones need a right of their own. */
export const mayChange = (actor: Ctx['actor'], { owner }: Pick<MacroRecord, 'owner'>): boolean =>
  actor.kind === 'operator' && (owner === shared ? actor.permissions.has('macros.share') : owner === actor.id)

/** Own and shared macros, the most used first. */
export async function macrosOf(db: Reader, actor: OperatorActor): Promise<MacroRecord[]> {
  const { macros } = db.t
  const of = (owner: string) =>
    db
      .select()
      .from(macros)
      .where(and(eq(macros.owner, owner), isNull(macros.deletedAt)))
  const rows = [...(await of(actor.id)), ...(await of(shared))]
  return rows.toSorted((a, b) => b.uses - a.uses || a.createdAt - b.createdAt)
}

/** One that the actor sees and that is not deleted; a colleague's own one does not exist for him. */
export async function findMacro(db: Reader, actor: Ctx['actor'], macroId: string): Promise<MacroRecord> {
  const { macros } = db.t
  const [row] = await db.select().from(macros).where(eq(macros.id, macroId))
  if (!row || !maySee(actor, row) || row.deletedAt !== null) throw notFound('macro')
  return row
}

/** Takes the row with its version raised: two who change it come one after the other. */
export async function loadForChange(ctx: Ctx, macroId: string, { isDeleted = false } = {}): Promise<MacroRecord> {
  const { macros } = ctx.tx.t
  const [row] = await ctx.tx
    .update(macros)
    .set({ version: plus(macros.version, 1) })
    .where(eq(macros.id, macroId))
    .returning()
  if (!row || !maySee(ctx.actor, row) || (row.deletedAt !== null) !== isDeleted) throw notFound('macro')
  return { ...row, version: row.version - 1 }
}

/** Refuses more macros than the owner may have. */
export async function requirePlace(ctx: Ctx, owner: string): Promise<void> {
  await inTurn(ctx.tx, `macros of ${owner}`)
  const { macros } = ctx.tx.t
  const [row] = await ctx.tx
    .select({ n: count() })
    .from(macros)
    .where(and(eq(macros.owner, owner), isNull(macros.deletedAt)))
  const limit = owner === shared ? limits.macrosShared : limits.macrosOwn
  if (Number(row?.n ?? 0) >= limit)
    throw new AppError('NOT_ALLOWED_NOW', 'there are as many macros as there may be', { limit })
}

/** Refuses steps that lead nowhere, before anything is done. */
export async function requireTargets(ctx: Ctx, steps: readonly MacroStep[]): Promise<void> {
  const broken = brokenSteps(steps, await targetsOf(ctx.tx, personOf(ctx)))
  if (broken.length > 0)
    throw new AppError('NOT_ALLOWED_NOW', 'a target of the macro is there no more', { problem: 'MACRO_BROKEN', broken })
}

/** The steps that change the request. */
export const changesOf = (steps: readonly MacroStep[]): BulkAction[] =>
  steps.flatMap((step) => (step.kind === 'reply' ? [] : [step]))

/** The quick reply that it puts into the draft. */
export const replyOf = (steps: readonly MacroStep[]): string | null =>
  steps.find((step) => step.kind === 'reply')?.quickReplyId ?? null

/** Counts a use. */
export async function countUse(ctx: Ctx, macro: MacroRecord, usedOn: string): Promise<void> {
  const { macros } = ctx.tx.t
  await ctx.tx
    .update(macros)
    .set({ uses: plus(macros.uses, 1) })
    .where(eq(macros.id, macro.id))
  ctx.emit('macro.used', { ...aboutMacro(macro), usedOn })
}

/** A macro as the actor sees it. */
export const presentMacro = (actor: OperatorActor, row: MacroRecord, targets: Targets): Macro => ({
  id: row.id,
  ownerId: ownerIdOf(row),
  name: row.name,
  steps: row.steps,
  broken: brokenSteps(row.steps, targets),
  uses: row.uses,
  updatedAt: row.updatedAt,
  version: row.version,
  abilities: { edit: mayChange(actor, row) },
})

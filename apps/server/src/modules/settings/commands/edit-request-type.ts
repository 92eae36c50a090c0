import type { Api, BodyOf } from '@care/contract'
import { canCloseWith, dayMs, type FieldKind } from '@care/domain'
import { and, eq, isNull, ne } from '../../../db/drizzle.ts'
import { plus } from '../../../db/sql.ts'
import { AppError, notFound } from '../../../kernel/app-error.ts'
import { command, type Ctx } from '../../../kernel/command.ts'
import type { TypeRecord } from '../../requests/index.ts'
import { refuseStale } from '../conflict.ts'
import { presentType } from '../queries/request-types.ts'
import { leaveStages } from '../stage-moves.ts'
import { fieldsAfter, outcomesAfter, workflowAfter } from '../type-shape.ts'

export interface EditRequestType {
  typeId: string
  version: number
  patch: BodyOf<Api['editRequestType']>
}
export const toMs = (days: number): number => Math.ceil(days * dayMs)

/**
 * Changes a type: its open requests get their new time at once (rule 8), and those in a stage that is left out are moved
 * on. Refuses STAGE_IN_USE when it is not said where to, INVALID_INPUT with what is wrong at which stage or field.
 */
export const editRequestType = command({
  name: 'edit-request-type',
  action: 'settings.requestTypes',
  async load({ tx }, { typeId }: EditRequestType) {
    const { requestTypes } = tx.t
    const [row] = await tx
      .update(requestTypes)
      .set({ version: plus(requestTypes.version, 1) })
      .where(eq(requestTypes.id, typeId))
      .returning()
    if (!row) throw notFound('request type')
    return { ...row, version: row.version - 1 }
  },
  allow: () => true,
  async run(ctx, before, { typeId, version, patch }) {
    const now = presentType(before)
    await refuseStale(ctx, { type: 'requestType.edited', id: { typeId } }, now, version, patch)
    const { requestTypes } = ctx.tx.t
    const columns = { ...clocks(patch), ...(await shape(ctx, before, patch)) }
    await leaveStages(ctx, before, columns.workflow, patch.stageMoves ?? {})
    await ctx.tx.update(requestTypes).set(columns).where(eq(requestTypes.id, typeId))
    if (columns.autoCloseMs !== undefined && columns.autoCloseMs !== before.autoCloseMs)
      await restartClocks(ctx, typeId, columns.autoCloseMs)
    ctx.emit('requestType.edited', { typeId, fields: facts(now, patch) })
    return null
  },
})

const clocks = (patch: EditRequestType['patch']) => ({
  ...(patch.name !== undefined && { name: patch.name }),
  ...(patch.onReply !== undefined && { onReply: patch.onReply }),
  ...(patch.reopenDays !== undefined && { reopenMs: toMs(patch.reopenDays) }),
  ...(patch.autoCloseDays !== undefined && {
    autoCloseMs: patch.autoCloseDays === null ? null : toMs(patch.autoCloseDays),
  }),
})

/** One of the outcomes as they will be, that a person may give. */
function knownOutcome(outcomes: Parameters<typeof canCloseWith>[0], key: string | null): string | null {
  if (key !== null && !canCloseWith(outcomes, key, true))
    throw new AppError('INVALID_INPUT', 'no such outcome', { issues: [{ path: 'defaultOutcome', message: 'unknown' }] })
  return key
}

async function shape(ctx: Ctx, before: TypeRecord, patch: EditRequestType['patch']) {
  const workflow = workflowAfter(before.workflow, patch)
  const elsewhere = patch.fields === undefined ? new Map<string, FieldKind>() : await kindsElsewhere(ctx, before.id)
  const outcomes = outcomesAfter(before.outcomes, patch.outcomes)
  const { defaultOutcome } = patch
  return {
    workflow,
    outcomes,
    ...(defaultOutcome !== undefined && { defaultOutcome: knownOutcome(outcomes, defaultOutcome) }),
    fields: fieldsAfter(before.fields, patch.fields, workflow, elsewhere),
  }
}

/** Types may share fields by their ids: a request that changes its type keeps such values, so their kinds are one. */
async function kindsElsewhere(ctx: Ctx, typeId: string): Promise<Map<string, FieldKind>> {
  const { requestTypes } = ctx.tx.t
  const others = await ctx.tx
    .select({ fields: requestTypes.fields })
    .from(requestTypes)
    .where(ne(requestTypes.id, typeId))
  return new Map(others.flatMap(({ fields }) => fields.map(({ id, kind }) => [id, kind] as const)))
}

/** Old and new of what is short; of stages, outcomes and fields that they changed. */
function facts(now: object, patch: EditRequestType['patch']): Record<string, { from: unknown; to: unknown }> {
  const before = now as Record<string, unknown>
  return Object.fromEntries(
    Object.entries(patch).map(([key, to]) =>
      typeof to === 'object' && to !== null
        ? [key, { from: null, to: null }]
        : [key, { from: before[key] ?? null, to }],
    ),
  )
}

/** One statement, because a request must never close by a time that no longer holds. */
async function restartClocks(ctx: Ctx, typeId: string, autoCloseMs: number | null): Promise<void> {
  const { requests } = ctx.tx.t
  const at = autoCloseMs === null ? null : plus(requests.lastUpdateAt, autoCloseMs)
  await ctx.tx
    .update(requests)
    .set({ autoCloseAt: at, autoCloseCheckAt: at })
    .where(and(eq(requests.typeId, typeId), ne(requests.category, 'closed'), isNull(requests.snoozedUntil)))
}

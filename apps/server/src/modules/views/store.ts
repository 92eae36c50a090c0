import { defaultSort, listLayout, requestFilter, requestSort, type RequestFilter, type SavedView } from '@care/contract'
import { limits } from '@care/domain'
import { and, count, eq, inArray, isNull } from '../../db/drizzle.ts'
import { inTurn, plus } from '../../db/sql.ts'
import type { Reader } from '../../db/store.ts'
import type { OperatorActor } from '../../kernel/actor.ts'
import { AppError, notFound } from '../../kernel/app-error.ts'
import type { Ctx } from '../../kernel/command.ts'

export type ViewRecord = Reader['t']['savedViews']['$inferSelect']

/** What is done with views is done by people. */
export const personOf = ({ actor }: Pick<Ctx, 'actor'>): OperatorActor => {
  if (actor.kind !== 'operator') throw new AppError('FORBIDDEN')
  return actor
}
const maySee = (actor: Ctx['actor'], view: ViewRecord): boolean =>
  actor.kind === 'operator' && (view.isShared || view.makerId === actor.id)

/** Own ones are their maker's; a shared one is changed by its maker while he may share, and by who takes it over. */
export const mayChange = (actor: Ctx['actor'], view: ViewRecord): boolean =>
  actor.kind === 'operator' && (view.isShared ? actor.permissions.has('views.share') : view.makerId === actor.id)

export const aboutView = ({ id, makerId, isShared }: ViewRecord) => ({ viewId: id, makerId, isShared })

/** Takes the row with its version raised: two who change it come one after the other. Another's own one does not exist. */
export async function loadForChange(ctx: Ctx, viewId: string, { isDeleted = false } = {}): Promise<ViewRecord> {
  const { savedViews } = ctx.tx.t
  const [row] = await ctx.tx
    .update(savedViews)
    .set({ version: plus(savedViews.version, 1) })
    .where(eq(savedViews.id, viewId))
    .returning()
  if (!row || !maySee(ctx.actor, row) || (row.deletedAt !== null) !== isDeleted) throw notFound('view')
  return { ...row, version: row.version - 1 }
}

/** Refuses more views than one may have, or than all share. */
export async function requirePlace(ctx: Ctx, makerId: string, isShared: boolean): Promise<void> {
  await inTurn(ctx.tx, isShared ? 'shared views' : `views of ${makerId}`)
  const { savedViews } = ctx.tx.t
  const [row] = await ctx.tx
    .select({ n: count() })
    .from(savedViews)
    .where(
      and(
        eq(savedViews.isShared, isShared),
        isShared ? undefined : eq(savedViews.makerId, makerId),
        isNull(savedViews.deletedAt),
      ),
    )
  const limit = isShared ? limits.viewsShared : limits.viewsOwn
  if (Number(row?.n ?? 0) >= limit)
    throw new AppError('NOT_ALLOWED_NOW', 'there are as many views as there may be', { limit })
}

/**
 * The fields of a stored filter that this version knows, and the names of the others: a field of before is shown as gone
 * and never an error.
 */
export function readFilter(stored: Record<string, unknown>): { filter: RequestFilter; goneFields: string[] } {
  const shape = requestFilter.shape as Record<string, { safeParse(value: unknown): { success: boolean } }>
  const goneFields = Object.entries(stored)
    .filter(([field, value]) => value !== undefined && shape[field]?.safeParse(value).success !== true)
    .map(([field]) => field)
    .toSorted()
  const known = Object.fromEntries(Object.entries(stored).filter(([field]) => !goneFields.includes(field)))
  return { filter: requestFilter.parse(known), goneFields }
}

/** Views as the actor sees them. */
export async function presentViews(
  db: Reader,
  actor: OperatorActor,
  rows: readonly ViewRecord[],
): Promise<SavedView[]> {
  if (rows.length === 0) return []
  const { operators } = db.t
  const makers = await db
    .select({ id: operators.id, name: operators.name, isActive: operators.isActive })
    .from(operators)
    .where(inArray(operators.id, [...new Set(rows.map(({ makerId }) => makerId))]))
  return rows.map((row) => {
    const maker = makers.find(({ id }) => id === row.makerId) ?? { id: row.makerId, name: '', isActive: false }
    const sort = requestSort.safeParse(row.sort)
    const columns = listLayout.safeParse(row.columns)
    return {
      id: row.id,
      name: row.name,
      ...readFilter(row.filter),
      sort: sort.success ? sort.data : defaultSort,
      columns: columns.success ? columns.data : null,
      isShared: row.isShared,
      maker,
      updatedAt: row.updatedAt,
      version: row.version,
      abilities: {
        edit: mayChange(actor, row),
        takeOver: row.isShared && row.makerId !== actor.id && actor.permissions.has('views.share'),
      },
    }
  })
}

export async function presentView(db: Reader, actor: OperatorActor, row: ViewRecord): Promise<SavedView> {
  const [view] = await presentViews(db, actor, [row])
  if (!view) throw new Error('a view was lost')
  return view
}

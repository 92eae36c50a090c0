import type { Api, ResponseOf } from '@care/contract'
import { and, asc, eq, isNull, or } from '../../../db/drizzle.ts'
import type { Reader } from '../../../db/store.ts'
import type { OperatorActor } from '../../../kernel/actor.ts'
import { presentViews } from '../store.ts'

/** Own and shared views: first those that one has put in order, then the others as they were made. */
export async function viewList(db: Reader, actor: OperatorActor): Promise<ResponseOf<Api['listViews']>> {
  const { savedViews, viewChoices } = db.t
  const rows = await db
    .select()
    .from(savedViews)
    .where(and(or(eq(savedViews.isShared, true), eq(savedViews.makerId, actor.id)), isNull(savedViews.deletedAt)))
    .orderBy(asc(savedViews.createdAt), asc(savedViews.id))
  const [chosen] = await db.select().from(viewChoices).where(eq(viewChoices.operatorId, actor.id))
  const places = new Map((chosen?.order ?? []).map((id, place) => [id, place]))
  const placeOf = (id: string): number => places.get(id) ?? Number.MAX_SAFE_INTEGER
  const items = await presentViews(
    db,
    actor,
    rows.toSorted((a, b) => placeOf(a.id) - placeOf(b.id)),
  )
  const defaultViewId = items.some(({ id }) => id === chosen?.defaultViewId) ? (chosen?.defaultViewId ?? null) : null
  return { items, defaultViewId }
}

import type { StageTime } from '@care/contract'
import { asc, count, eq, inArray, min, sum } from '../../../db/drizzle.ts'
import type { Reader } from '../../../db/store.ts'
import type { TypeRecord } from '../store.ts'

/** How long a request was in each stage that it has been in, without the visit that is not over (row R4). */
export async function stageTimes(db: Reader, requestId: string, type: TypeRecord): Promise<StageTime[]> {
  const { requestStages: visits } = db.t
  const rows = await db
    .select({
      typeId: visits.typeId,
      stage: visits.stage,
      category: visits.category,
      visits: count(),
      ms: sum(visits.calendarMs),
      businessMs: sum(visits.businessMs),
      first: min(visits.since),
    })
    .from(visits)
    .where(eq(visits.requestId, requestId))
    .groupBy(visits.typeId, visits.stage, visits.category)
    .orderBy(asc(min(visits.since)))
  const types = await typesOf(db, rows, type)
  return rows.map(({ typeId, stage, category, ...row }) => ({
    typeId,
    stage,
    category,
    name: nameOf(types.get(typeId), stage),
    visits: Number(row.visits),
    ms: Number(row.ms ?? 0),
    businessMs: row.businessMs === null ? null : Number(row.businessMs),
  }))
}

const nameOf = (type: TypeRecord | undefined, key: string) =>
  [...(type?.workflow.stages ?? []), ...(type?.workflow.retired ?? [])].find((stage) => stage.key === key)?.name ?? null

/** Mostly only its own type; those that it had before are read once. */
async function typesOf(db: Reader, rows: readonly { typeId: string }[], type: TypeRecord) {
  const { requestTypes } = db.t
  const others = [...new Set(rows.map(({ typeId }) => typeId))].filter((id) => id !== type.id)
  const found = others.length === 0 ? [] : await db.select().from(requestTypes).where(inArray(requestTypes.id, others))
  return new Map([type, ...found].map((one) => [one.id, one]))
}

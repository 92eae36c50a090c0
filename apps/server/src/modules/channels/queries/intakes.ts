import type { Intake } from '@care/contract'
import { and, asc, desc, eq, inArray, lte, ne, sql } from '../../../db/drizzle.ts'
import { pageOf, readCursor } from '../../../db/cursor.ts'
import { after } from '../../../db/sql.ts'
import type { Reader } from '../../../db/store.ts'
import { notFound } from '../../../kernel/app-error.ts'
import { findChannel, type IntakeRecord } from '../store.ts'

/** What a channel could not take, newest first. */
export async function failedIntakes(
  db: Reader,
  channelId: string,
  page: { cursor?: string | undefined; limit: number },
): Promise<{ items: Intake[]; nextCursor: string | null }> {
  if (!(await findChannel(db, channelId))) throw notFound('channel')
  const { intakes } = db.t
  const position = readCursor(page.cursor, ['number', 'string'])
  const rows = await db
    .select()
    .from(intakes)
    .where(
      and(
        eq(intakes.channelId, channelId),
        sql`state = 'failed'`,
        position ? after(intakes.receivedAt, intakes.id, { first: position[0], second: position[1] }) : undefined,
      ),
    )
    .orderBy(desc(intakes.receivedAt), desc(intakes.id))
    .limit(page.limit + 1)
  const { items, nextCursor } = pageOf(rows, page.limit, (row) => [row.receivedAt, row.id])
  const shown = ({ id, externalId, receivedAt, state, tries, error }: IntakeRecord): Intake => ({
    id,
    externalId,
    receivedAt,
    state,
    tries,
    error,
  })
  return { items: items.map(shown), nextCursor }
}

/** What is still to be taken; null when it was, or failed for good, or is gone. */
export async function intakeToTake(db: Reader, intakeId: string): Promise<IntakeRecord | null> {
  const { intakes } = db.t
  const [row] = await db
    .select()
    .from(intakes)
    .where(and(eq(intakes.id, intakeId), eq(intakes.state, 'received')))
  return row ?? null
}

/** Ids of what came in by then, oldest first. */
export async function intakesBefore(db: Reader, receivedBy: number, limit: number): Promise<string[]> {
  const { intakes } = db.t
  const rows = await db
    .select({ id: intakes.id })
    .from(intakes)
    .where(lte(intakes.receivedAt, receivedBy))
    .orderBy(asc(intakes.receivedAt), asc(intakes.id))
    .limit(limit)
  return rows.map(({ id }) => id)
}

/** Which of these are known and not taken yet; what was put aside can be brought back. */
export async function stillNeeded(db: Reader, ids: readonly string[]): Promise<Set<string>> {
  if (ids.length === 0) return new Set()
  const { intakes } = db.t
  const rows = await db
    .select({ id: intakes.id })
    .from(intakes)
    .where(and(inArray(intakes.id, [...ids]), ne(intakes.state, 'done')))
  return new Set(rows.map(({ id }) => id))
}

/** Which of these names on the other side have come in by this channel already. */
export async function knownIntakes(
  db: Reader,
  channelId: string,
  externalIds: readonly string[],
): Promise<Set<string>> {
  const { intakes } = db.t
  const rows = await db
    .select({ externalId: intakes.externalId })
    .from(intakes)
    .where(and(eq(intakes.channelId, channelId), inArray(intakes.externalId, [...externalIds])))
  return new Set(rows.map(({ externalId }) => externalId))
}

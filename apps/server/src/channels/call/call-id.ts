import { and, desc, eq } from '../../db/drizzle.ts'
import type { Reader } from '../../db/store.ts'

/** The visitor’s latest call; null before his first. */
export async function callIdOf(db: Reader, visitorId: string): Promise<string | null> {
  const { activities } = db.t
  const [row] = await db
    .select({ id: activities.id })
    .from(activities)
    .where(and(eq(activities.visitorId, visitorId), eq(activities.medium, 'call')))
    .orderBy(desc(activities.startedAt), desc(activities.id))
    .limit(1)
  return row?.id ?? null
}

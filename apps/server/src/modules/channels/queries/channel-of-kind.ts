import { and, asc, eq, isNull } from '../../../db/drizzle.ts'
import type { Reader } from '../../../db/store.ts'
import type { ChannelRecord } from '../store.ts'

/** The first channel of a kind, by name, that is on; for kinds of which a workspace has one. */
export async function channelOfKind(db: Reader, kind: string): Promise<ChannelRecord | null> {
  const { channels } = db.t
  const [row] = await db
    .select()
    .from(channels)
    .where(and(eq(channels.kind, kind), isNull(channels.removedAt), eq(channels.isOn, true)))
    .orderBy(asc(channels.nameFolded), asc(channels.id))
    .limit(1)
  return row ?? null
}

import { eq } from '../../../db/drizzle.ts'
import type { Reader } from '../../../db/store.ts'

/** How far the other side of a channel has been read; null before it was. */
export async function bookmarkOf(db: Reader, channelId: string): Promise<string | null> {
  const { channelBookmarks } = db.t
  const [row] = await db
    .select({ mark: channelBookmarks.mark })
    .from(channelBookmarks)
    .where(eq(channelBookmarks.channelId, channelId))
  return row?.mark ?? null
}

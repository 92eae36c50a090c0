import type { NotificationSettings } from '@care/contract'
import { eq } from '../../db/drizzle.ts'
import type { Reader } from '../../db/store.ts'

export const defaultVolume = 60

/** How he wants to be told; the defaults until he has changed something. */
export async function settingsOf(db: Reader, operatorId: string): Promise<NotificationSettings> {
  const { notificationSettings } = db.t
  const [row] = await db.select().from(notificationSettings).where(eq(notificationSettings.operatorId, operatorId))
  return { ways: row?.ways ?? {}, volume: row?.volume ?? defaultVolume }
}

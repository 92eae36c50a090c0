import type { Language, WidgetConfig } from '@care/contract'
import { limits, shownPresence } from '@care/domain'
import { eq } from '../../../db/drizzle.ts'
import type { Reader } from '../../../db/store.ts'
import { queueStanding } from '../../../modules/calendars/index.ts'

export type SiteRecord = Reader['t']['sites']['$inferSelect']

export async function siteByKey(db: Reader, key: string): Promise<SiteRecord | null> {
  const { sites } = db.t
  const [site] = await db.select().from(sites).where(eq(sites.key, key))
  return site ?? null
}

/**
 * The queue is open by its hours and somebody of it is there, free or not; else the widget takes messages instead, and says
 * when it opens (row T8).
 */
export async function siteState(
  db: Reader,
  queueId: string,
  now: number,
): Promise<{ isOnline: boolean; opensAt: number | null }> {
  const { isOpen, opensAt } = await queueStanding(db, queueId, now)
  if (!isOpen) return { isOnline: false, opensAt }
  const { queueMembers, presence } = db.t
  const members = await db
    .select({ presence })
    .from(queueMembers)
    .innerJoin(presence, eq(presence.operatorId, queueMembers.operatorId))
    .where(eq(queueMembers.queueId, queueId))
  const isOnline = members.some(({ presence: row }) => shownPresence({ ...row, now }) !== 'offline')
  return { isOnline, opensAt: null }
}

export async function widgetConfig(db: Reader, site: SiteRecord, now: number): Promise<WidgetConfig> {
  return {
    siteName: site.name,
    language: site.language as Language,
    hasPreChat: site.hasPreChat,
    colour: site.colour,
    offersCalls: site.offersCalls,
    ...(await siteState(db, site.queueId, now)),
    maxAttachmentBytes: limits.attachmentBytes,
    maxMessageLength: limits.message,
  }
}

import type { Language, WidgetConfig } from '@care/contract'
import { limits, shownPresence } from '@care/domain'
import { eq } from 'drizzle-orm'
import type { Reader } from '../../../db/store.ts'

export type SiteRecord = Reader['t']['sites']['$inferSelect']

export async function siteByKey(db: Reader, key: string): Promise<SiteRecord | null> {
  const { sites } = db.t
  const [site] = await db.select().from(sites).where(eq(sites.key, key))
  return site ?? null
}

/** Somebody of the site's queue is there, free or not; when nobody is, the widget takes messages instead. */
export async function isOnline(db: Reader, queueId: string, now: number): Promise<boolean> {
  const { queueMembers, presence } = db.t
  const members = await db
    .select({ presence })
    .from(queueMembers)
    .innerJoin(presence, eq(presence.operatorId, queueMembers.operatorId))
    .where(eq(queueMembers.queueId, queueId))
  return members.some(({ presence: row }) => shownPresence({ ...row, now }) !== 'offline')
}

export async function widgetConfig(db: Reader, site: SiteRecord, now: number): Promise<WidgetConfig> {
  return {
    siteName: site.name,
    language: site.language as Language,
    hasPreChat: site.hasPreChat,
    colour: site.colour,
    isOnline: await isOnline(db, site.queueId, now),
    maxAttachmentBytes: limits.attachmentBytes,
    maxMessageLength: limits.message,
  }
}

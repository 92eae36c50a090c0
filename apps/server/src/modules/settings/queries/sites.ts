import type { Language, Site } from '@care/contract'
import { asc, eq, sql } from '../../../db/drizzle.ts'
import { prepared } from '../../../db/prepared.ts'
import type { Reader } from '../../../db/store.ts'
import { notFound } from '../../../kernel/app-error.ts'

type SiteRow = Reader['t']['sites']['$inferSelect']

function viewOf(row: SiteRow): Site {
  const { id, key, name, allowedOrigins, queueId, locationId, hasPreChat, offersCalls, colour, skills, version } = row
  const place = { allowedOrigins, queueId, locationId, skills, historyNeedsIdentity: row.historyNeedsIdentity }
  return { id, key, name, ...place, language: row.language as Language, hasPreChat, offersCalls, colour, version }
}

/** Sites of the widget by name. */
export async function siteList(read: Reader): Promise<Site[]> {
  const { sites } = read.t
  return (await read.select().from(sites).orderBy(asc(sites.name), asc(sites.id))).map(viewOf)
}

export async function siteById(read: Reader, siteId: string): Promise<Site> {
  const [row] = await read.select().from(read.t.sites).where(eq(read.t.sites.id, siteId))
  if (!row) throw notFound('site')
  return viewOf(row)
}

const byKey = prepared('site_by_key', (db: Reader) =>
  db
    .select()
    .from(db.t.sites)
    .where(eq(db.t.sites.key, sql.placeholder('key'))),
)

/** The site of a script tag; null when there is none. */
export async function siteByKey(read: Reader, key: string): Promise<SiteRow | null> {
  const [row] = await byKey(read, { key })
  return row ?? null
}

import type { SiteKey } from '@care/contract'
import { and, desc, eq, isNull } from '../../../db/drizzle.ts'
import type { Reader } from '../../../db/store.ts'
import { siteById } from './sites.ts'

const mostListed = 22

/** Keys of a site, the newest first. Refuses NOT_FOUND. */
export async function siteKeyList(read: Reader, siteId: string): Promise<SiteKey[]> {
  await siteById(read, siteId)
  const { siteKeys, operators } = read.t
  return read
    .select({
      id: siteKeys.id,
      createdAt: siteKeys.createdAt,
      createdBy: operators.name,
      revokedAt: siteKeys.revokedAt,
    })
    .from(siteKeys)
    .leftJoin(operators, eq(operators.id, siteKeys.createdById))
    .where(eq(siteKeys.siteId, siteId))
    .orderBy(desc(siteKeys.createdAt), desc(siteKeys.id))
    .limit(mostListed)
}

/** The sealed secret of a key in force; null when it is none of this site's. */
export async function sealedSiteKey(read: Reader, siteId: string, keyId: string): Promise<string | null> {
  const { siteKeys } = read.t
  const [row] = await read
    .select({ sealed: siteKeys.sealed })
    .from(siteKeys)
    .where(and(eq(siteKeys.id, keyId), eq(siteKeys.siteId, siteId), isNull(siteKeys.revokedAt)))
  return row?.sealed ?? null
}

import type { WidgetSession } from '@care/contract'
import { type IdentityRefusal, signedSessionMs } from '@care/domain/identity'
import { and, eq, gt, isNull } from '../../../db/drizzle.ts'
import type { Reader } from '../../../db/store.ts'
import type { Services } from '../../../kernel/services.ts'
import { forCustomer, messagesOf } from '../../../modules/activities/index.ts'
import { hashToken } from '../commands/open-visitor.ts'
import { type SiteRecord, widgetConfig } from './site.ts'
import { openCallOf } from '../../call/queries/widget-call.ts'
import { hasEarlierChats } from './earlier-chats.ts'
import { shownChat } from './widget-chat.ts'

export type VisitorRecord = Reader['t']['visitors']['$inferSelect']

/** The visitor of a token at this site; a forged or foreign token is nobody. */
export async function visitorByToken(
  { store, clock }: Services,
  token: string,
  siteId: string,
): Promise<VisitorRecord | null> {
  const db = store.read
  const { visitors } = db.t
  const [visitor] = await db
    .select()
    .from(visitors)
    .where(eq(visitors.tokenHash, hashToken(token)))
  const found = visitor ?? (await signedVisitor(db, token, clock.now()))
  return found?.siteId === siteId ? found : null
}

/** A browser that proved whose it is: not too long ago, and with a key that is in force. */
async function signedVisitor(db: Reader, token: string, now: number): Promise<VisitorRecord | null> {
  const { visitors, visitorSessions, siteKeys } = db.t
  const [row] = await db
    .select({ visitor: visitors })
    .from(visitorSessions)
    .innerJoin(visitors, eq(visitors.id, visitorSessions.visitorId))
    .innerJoin(siteKeys, eq(siteKeys.id, visitorSessions.keyId))
    .where(
      and(
        eq(visitorSessions.tokenHash, hashToken(token)),
        gt(visitorSessions.provenAt, now - signedSessionMs),
        isNull(siteKeys.revokedAt),
      ),
    )
  return row?.visitor ?? null
}

/** Everything a widget shows when it opens, in one answer. */
export async function widgetSession(
  services: Services,
  site: SiteRecord,
  visitor: VisitorRecord,
  { token, refusal }: { token: string; refusal: IdentityRefusal | null },
): Promise<WidgetSession> {
  const db = services.store.read
  const { customers } = db.t
  const [customer] = await db
    .select({ name: customers.name, email: customers.email })
    .from(customers)
    // Put with a known customer, he is shown only what he said himself: that they are one is no proof of his.
    .where(eq(customers.id, visitor.ownCustomerId ?? visitor.customerId))
  const chat = await shownChat(services, visitor.id)
  const thread = chat ? await messagesOf(db, chat.activityId, { limit: 60 }) : null
  return {
    token,
    visitorId: visitor.id,
    config: await widgetConfig(db, site, services.clock.now()),
    visitor: { name: customer?.name ?? '', email: customer?.email ?? '' },
    identity: { isKnown: visitor.identityId !== null, refusal },
    chat,
    hasEarlierChats: visitor.identityId !== null && (await hasEarlierChats(db, visitor.id, chat?.activityId)),
    call: await openCallOf(db, visitor.id),
    messages: (thread?.items ?? []).map(forCustomer),
    hasEarlier: thread?.hasEarlier ?? false,
  }
}

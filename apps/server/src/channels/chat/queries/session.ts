import type { WidgetSession } from '@care/contract'
import { eq } from 'drizzle-orm'
import type { Reader } from '../../../db/store.ts'
import { forCustomer, messagesOf } from '../../../modules/activities/index.ts'
import { hashToken } from '../commands/open-visitor.ts'
import { type SiteRecord, widgetConfig } from './site.ts'
import { openCallOf } from '../../call/queries/widget-call.ts'
import { widgetChat } from './widget-chat.ts'

export type VisitorRecord = Reader['t']['visitors']['$inferSelect']

/** The visitor of a token at this site; a forged or foreign token is nobody. */
export async function visitorByToken(db: Reader, token: string, siteId: string): Promise<VisitorRecord | null> {
  const { visitors } = db.t
  const [visitor] = await db
    .select()
    .from(visitors)
    .where(eq(visitors.tokenHash, hashToken(token)))
  return visitor?.siteId === siteId ? visitor : null
}

/** Everything a widget shows when it opens, in one answer. */
export async function widgetSession(
  db: Reader,
  site: SiteRecord,
  visitor: VisitorRecord,
  token: string,
  now: number,
): Promise<WidgetSession> {
  const { customers } = db.t
  const [customer] = await db
    .select({ name: customers.name, email: customers.email })
    .from(customers)
    // Put with a known customer, he is shown only what he said himself: that they are one is no proof of his.
    .where(eq(customers.id, visitor.ownCustomerId ?? visitor.customerId))
  const chat = await widgetChat(db, visitor.id)
  const thread = chat ? await messagesOf(db, chat.activityId, { limit: 60 }) : null
  return {
    token,
    visitorId: visitor.id,
    config: await widgetConfig(db, site, now),
    visitor: { name: customer?.name ?? '', email: customer?.email ?? '' },
    chat,
    call: await openCallOf(db, visitor.id),
    messages: (thread?.items ?? []).map(forCustomer),
    hasEarlier: thread?.hasEarlier ?? false,
  }
}

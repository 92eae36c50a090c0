import { room } from '@care/contract'
import { eq } from '../../db/drizzle.ts'
import type { Audience, Push } from '../../kernel/module.ts'
import type { Services } from '../../kernel/services.ts'
import type { ChatEvent } from './events.ts'
import { siteState } from './queries/site.ts'
import { shownChat } from './queries/widget-chat.ts'

/** The visitor's view of his chat, to all his tabs. */
export async function tellVisitor(services: Services, visitorId: string | null): Promise<Push[]> {
  if (visitorId === null) return []
  const chat = await shownChat(services, visitorId)
  return chat ? [{ to: 'widget', rooms: [room.visitor(visitorId)], event: 'chat.changed', payload: { chat } }] : []
}
async function tellVisitorOf(services: Services, activityId: string): Promise<Push[]> {
  const { activities } = services.store.t
  const [row] = await services.store.read
    .select({ visitorId: activities.visitorId })
    .from(activities)
    .where(eq(activities.id, activityId))
  return tellVisitor(services, row?.visitorId ?? null)
}

export const chatAudience = {
  // A rating is no edit and counts no version; the highest one makes every desk fetch.
  'chat.rated': async ({ facts }, services) => [
    {
      to: 'desk',
      rooms: [room.request(facts.requestId)],
      event: 'request.changed',
      payload: { requestId: facts.requestId, customerId: facts.customerId, version: Number.MAX_SAFE_INTEGER },
    },
    ...(await tellVisitor(services, facts.visitorId)),
  ],
  'visitor.started': () => [],
  // The browser has its answer; what became of the customer says its own event.
  'visitor.identified': () => [],
  'visitor.signedOut': () => [],
} satisfies Audience<ChatEvent>

/** What the widget shows changes with these events of other modules too. */
export const chatListeners: Partial<
  Audience<
    | 'activity.queued'
    | 'activity.ended'
    | 'activity.moved'
    | 'activity.resumed'
    | 'task.accepted'
    | 'task.returned'
    | 'task.overflowed'
    | 'presence.changed'
    | 'request.closed'
    | 'queue.turned'
  >
> = {
  'activity.queued': ({ facts }, services) => tellVisitorOf(services, facts.activityId),
  'activity.ended': ({ facts }, services) => tellVisitor(services, facts.visitorId),
  // The request's number stands in the widget.
  'activity.moved': ({ facts }, services) => tellVisitorOf(services, facts.activityId),
  'activity.resumed': ({ facts }, services) => tellVisitor(services, facts.visitorId),
  'task.accepted': ({ facts }, services) => tellVisitorOf(services, facts.activityId),
  'task.returned': ({ facts }, services) => tellVisitorOf(services, facts.activityId),
  'task.overflowed': ({ facts }, services) => tellVisitorOf(services, facts.activityId),
  'presence.changed': async ({ facts }, services) => {
    const { queueMembers, sites } = services.store.t
    const affected = await services.store.read
      .selectDistinct({ id: sites.id, queueId: sites.queueId })
      .from(sites)
      .innerJoin(queueMembers, eq(queueMembers.queueId, sites.queueId))
      .where(eq(queueMembers.operatorId, facts.operatorId))
    return tellSites(services, affected)
  },
  'queue.turned': async ({ facts }, services) => {
    const { sites } = services.store.t
    const affected = await services.store.read
      .select({ id: sites.id, queueId: sites.queueId })
      .from(sites)
      .where(eq(sites.queueId, facts.queueId))
    return tellSites(services, affected)
  },
}

/** Whoever has the widget open sees that the shop opens or closes. */
const tellSites = ({ store, clock }: Services, sites: readonly { id: string; queueId: string }[]): Promise<Push[]> =>
  Promise.all(
    sites.map(async ({ id, queueId }): Promise<Push> => ({
      to: 'widget',
      rooms: [room.site(id)],
      event: 'site.changed',
      payload: await siteState(store.read, queueId, clock.now()),
    })),
  )

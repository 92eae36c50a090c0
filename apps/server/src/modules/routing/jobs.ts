import type { Cause } from '../../kernel/event.ts'
import type { JobHandler, Projections, Reactions } from '../../kernel/module.ts'
import type {} from '../activities/index.ts'
import type {} from '../callbacks/index.ts'
import { clearDesk } from './clear-desk.ts'
import type {} from './events.ts'
import { noteFreed } from './freed.ts'
import { mayHandleTasks } from './members.ts'
import { closeOfferRow, moveRinging } from './offers.ts'
import { waitAnew, waitFromNow } from './overflow.ts'
import { routeOperator, routeQueues } from './route-queues.ts'

const route = (queueId: string | null) => (queueId === null ? null : { kind: 'route', payload: { queueId } })
/** The operator's own queues, and the one of the task in case he is no longer of it or takes nothing now. */
const routeBoth = (operatorId: string, queueId: string | null) => ({
  kind: 'routeOperator',
  payload: { operatorId, queueId },
})

const text = (value: unknown): string | null => (typeof value === 'string' ? value : null)

/** New work looks for an operator, an operator with room again looks for work. */
export const routingReactions: Reactions = {
  'activity.queued': ({ facts }) => route(facts.queueId),
  'activity.ended': ({ facts }) => {
    const operatorId = facts.operatorId ?? facts.offeredToId
    return operatorId === null ? null : routeBoth(operatorId, null)
  },
  'wrapUp.ended': ({ facts }) => routeBoth(facts.operatorId, null),
  // Who put it off has room for other work.
  'callback.planned': ({ facts }) => (facts.operatorId === null ? null : routeBoth(facts.operatorId, null)),
  'task.returned': ({ facts }) => routeBoth(facts.operatorId, null),
  'offer.declined': ({ facts }) => routeBoth(facts.operatorId, facts.queueId),
  'offer.missed': ({ facts }) => routeBoth(facts.operatorId, facts.queueId),
  'offer.withdrawn': ({ facts }) => routeBoth(facts.operatorId, facts.queueId),
  // Whoever was asked in a call has room again.
  'transfer.declined': ({ facts }) => routeBoth(facts.toId, null),
  'transfer.withdrawn': ({ facts }) => routeBoth(facts.toId, null),
  // Whoever gave it away has room for other work.
  'transfer.accepted': ({ facts }) => routeBoth(facts.operatorId, null),
  'request.edited': ({ facts }) => route(text(facts.fields.queueId?.to)),
  'task.groupOver': ({ facts }) => route(facts.queueId),
  'task.overflowed': ({ facts }) => route(facts.queueId),
  'queue.edited': ({ facts }) => route(facts.queueId),
  'operator.edited': ({ facts }) => routeBoth(facts.operatorId, null),
  'presence.changed': ({ facts }) => (facts.shown === 'available' ? routeBoth(facts.operatorId, null) : null),
}

export const routingJobs: Record<string, JobHandler> = {
  route: async (payload, services) => {
    const queueId = text(payload.queueId)
    if (queueId !== null) await routeQueues(services, [queueId], payload.cause as Cause | undefined)
  },
  routeOperator: async (payload, services) => {
    const operatorId = text(payload.operatorId)
    const queueId = text(payload.queueId)
    const cause = payload.cause as Cause | undefined
    if (operatorId !== null) await routeOperator(services, operatorId, cause)
    if (queueId !== null) await routeQueues(services, [queueId], cause)
  },
}

export const routingProjections: Projections = {
  'request.edited': async (ctx, { facts }) => {
    const queueId = text(facts.fields.queueId?.to)
    if (queueId === null) return
    await moveRinging(ctx, facts.requestId, queueId)
    await waitFromNow(ctx, queueId, { requestId: facts.requestId })
  },
  'activity.queued': (ctx, { facts }) => waitFromNow(ctx, facts.queueId, { activityId: facts.activityId }),
  'task.groupOver': (ctx, { facts }) => waitFromNow(ctx, facts.queueId, { activityId: facts.activityId }),
  'queue.edited': async (ctx, { facts }) => {
    if (facts.fields.includes('overflowSeconds')) await waitAnew(ctx, facts.queueId)
  },
  // However it ended: nobody is rung any more, and its operator may be idle now.
  'activity.ended': async (ctx, { facts }) => {
    if (facts.offeredToId !== null) await closeOfferRow(ctx, facts.activityId, 'withdrawn')
    if (facts.operatorId !== null) await noteFreed(ctx, facts.operatorId)
  },
  'wrapUp.ended': (ctx, { facts }) => noteFreed(ctx, facts.operatorId),
  'operator.closed': (ctx, { facts }) => clearDesk(ctx, facts.operatorId),
  'operator.edited': async (ctx, { facts: { operatorId, role } }) => {
    if (role && mayHandleTasks(role.from) && !mayHandleTasks(role.to)) await clearDesk(ctx, operatorId)
  },
  'callback.planned': async (ctx, { facts }) => {
    if (facts.operatorId !== null) await noteFreed(ctx, facts.operatorId)
  },
}

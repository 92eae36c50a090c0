import { forbidden } from '../../kernel/app-error.ts'
import { type Handlers, optionsOf } from '../../kernel/handler.ts'
import { activityDetails } from '../activities/index.ts'
import { acceptOffer } from './commands/accept-offer.ts'
import { assignTask } from './commands/assign-task.ts'
import { completeTransfer } from './commands/complete-transfer.ts'
import { declineOffer } from './commands/decline-offer.ts'
import { endActivity } from './commands/end-activity.ts'
import { returnTask } from './commands/return-task.ts'
import { transferTask } from './commands/transfer-task.ts'
import { withdrawTransfer } from './commands/withdraw-transfer.ts'
import { setDoNotDisturb } from './commands/set-do-not-disturb.ts'
import { setOperatorPresence } from './commands/set-operator-presence.ts'
import { setPresence } from './commands/set-presence.ts'
import { setQuietHours } from './commands/set-quiet-hours.ts'
import { takeNext } from './commands/take-next.ts'
import { takeTask } from './commands/take-task.ts'
import { myTasks, taskById } from './queries/my-tasks.ts'
import { operatorList } from './queries/operator-list.ts'
import { presenceOf } from './queries/presence-of.ts'
import { queueItems, tasksInProgress } from './queries/queue-items.ts'

type RoutingEndpoints =
  | 'listTasks'
  | 'listQueueItems'
  | 'listTasksInProgress'
  | 'takeNext'
  | 'takeTask'
  | 'assignTask'
  | 'acceptOffer'
  | 'declineOffer'
  | 'returnTask'
  | 'endActivity'
  | 'transferTask'
  | 'withdrawTransfer'
  | 'completeTransfer'
  | 'setPresence'
  | 'setOperatorPresence'
  | 'listOperators'
  | 'setDoNotDisturb'
  | 'setQuietHours'

export const routingHandlers: Handlers<RoutingEndpoints> = {
  listTasks: async ({ actor }, { store, clock }) => ({
    items: await myTasks(store.read, actor.id),
    serverTime: clock.now(),
  }),
  listQueueItems: ({ actor, query }, { store }) => queueItems(store.read, actor, query),
  listTasksInProgress: ({ actor, query }, { store }) => tasksInProgress(store.read, actor, query),
  async takeNext(call, { execute, store }) {
    const { activityId } = await execute(takeNext, call.actor, {}, optionsOf(call))
    return { task: activityId === null ? null : await taskById(store.read, activityId) }
  },
  async takeTask(call, services) {
    const { activityId } = await services.execute(takeTask, call.actor, call.params, optionsOf(call))
    return activityDetails(services, call.actor, activityId)
  },
  async assignTask(call, { execute }) {
    await execute(assignTask, call.actor, { ...call.params, ...call.body }, optionsOf(call))
    return { ok: true }
  },
  async acceptOffer(call, services) {
    const { activityId } = await services.execute(acceptOffer, call.actor, call.params, optionsOf(call))
    return activityDetails(services, call.actor, activityId)
  },
  async declineOffer(call, { execute }) {
    await execute(declineOffer, call.actor, call.params, optionsOf(call))
    return { ok: true }
  },
  async returnTask(call, { execute }) {
    await execute(returnTask, call.actor, { ...call.params, reason: call.body.reason }, optionsOf(call))
    return { ok: true }
  },
  async endActivity(call, services) {
    const { activityId } = await services.execute(endActivity, call.actor, call.params, optionsOf(call))
    return activityDetails(services, call.actor, activityId)
  },
  async transferTask(call, { execute }) {
    const { operatorId, groupId, queueId, reason, isWarm } = call.body
    const toPlace = groupId === undefined ? { queueId: queueId ?? '' } : { groupId }
    const to = operatorId === undefined ? toPlace : { operatorId }
    await execute(transferTask, call.actor, { ...call.params, to, reason, isWarm }, optionsOf(call))
    return { ok: true }
  },
  async withdrawTransfer(call, { execute }) {
    await execute(withdrawTransfer, call.actor, call.params, optionsOf(call))
    return { ok: true }
  },
  async completeTransfer(call, { execute }) {
    await execute(completeTransfer, call.actor, call.params, optionsOf(call))
    return { ok: true }
  },
  async setPresence(call, { execute, store, clock }) {
    const { operatorId } = await execute(setPresence, call.actor, call.body, optionsOf(call))
    return presenceOf(store.read, operatorId, clock.now())
  },
  async setDoNotDisturb(call, { execute, store, clock }) {
    const { operatorId } = await execute(setDoNotDisturb, call.actor, call.body, optionsOf(call))
    return presenceOf(store.read, operatorId, clock.now())
  },
  async setQuietHours(call, { execute, store, clock }) {
    const { operatorId } = await execute(setQuietHours, call.actor, call.body, optionsOf(call))
    return presenceOf(store.read, operatorId, clock.now())
  },
  async setOperatorPresence(call, { execute, store, clock }) {
    const { operatorId } = await execute(
      setOperatorPresence,
      call.actor,
      { ...call.params, ...call.body },
      optionsOf(call),
    )
    return presenceOf(store.read, operatorId, clock.now())
  },
  listOperators: async ({ actor, query }, { store, clock }) => {
    if (query.which === 'closed' && !actor.permissions.has('settings.operators'))
      throw forbidden('closed accounts need settings.operators')
    return operatorList(store.read, query, clock.now())
  },
}

import type { Module } from '../../kernel/module.ts'
import { routingAudience } from './audience.ts'
import { routingJobs, routingProjections, routingReactions } from './jobs.ts'

/** Activities as work: queues, offers, tasks, presence. */
export const routingModule: Module = {
  name: 'routing',
  audience: routingAudience,
  projections: routingProjections,
  reactions: routingReactions,
  jobs: routingJobs,
}

export { taskAnsweredBy } from './answered.ts'
export { connectOperator } from './commands/connect-operator.ts'
export { disconnectOperator } from './commands/disconnect-operator.ts'
export { goOffline } from './commands/go-offline.ts'
export { leaveGroup } from './commands/leave-group.ts'
export { missOffer } from './commands/miss-offer.ts'
export { missTransfer } from './commands/miss-transfer.ts'
export { overflowTask } from './commands/overflow-task.ts'
export { refreshDoNotDisturb } from './commands/refresh-do-not-disturb.ts'
export { setPresence } from './commands/set-presence.ts'
export { watchQueue } from './commands/watch-queue.ts'
export { withdrawOffer } from './commands/withdraw-offer.ts'
export { giveBack, returnAllTasks, tasksInProgress } from './give-back.ts'
export { handOver, type TransferTarget } from './hand-over.ts'
export { leaveDesk } from './leave-desk.ts'
export { loadActivity as loadTask } from './store.ts'
export { isOnCall } from './start-task.ts'
export { endTransfer } from './transfers.ts'
export { mayHandleTasks } from './members.ts'
export { type LinesNeeded, linesNeeded } from './lines-needed.ts'
export { compareWaiting } from './order.ts'
export { neverHere, shownNow } from './presence-row.ts'
export { beat, deadAfterMs, forgetProcess, isBeatingHere } from './process-beat.ts'
export { presenceOf } from './queries/presence-of.ts'
export { waitingByQueue } from './queries/queue-items.ts'
export { queuePosition, type QueuePosition, queuePositions } from './queries/queue-position.ts'
export { routingReversals } from './reversals.ts'
export { routeQueues } from './route-queues.ts'
export { waitsNow } from './store.ts'
export { routingHandlers } from './routes.ts'

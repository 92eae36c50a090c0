import type { Module } from '../../kernel/module.ts'
import { requestAudience } from './audience.ts'
import { requestProjections } from './projections.ts'

/** One problem of one customer: stages, owner, closing, reopening, auto-close. */
export const requestsModule: Module = { name: 'requests', audience: requestAudience, projections: requestProjections }

export { requestPushes } from './audience.ts'
export { assignRequest } from './commands/assign-request.ts'
export { changeTags } from './commands/change-tags.ts'
export { closeRequest, notDue } from './commands/close-request.ts'
export { moveStage } from './commands/move-stage.ts'
export { moveToQueue } from './commands/move-to-queue.ts'
export { setPriority } from './commands/set-priority.ts'
export { snoozeRequest } from './commands/snooze-request.ts'
export { wakeRequest } from './commands/wake-request.ts'
export { watchAutoClose } from './commands/watch-auto-close.ts'
export { colleaguesFor, peopleAround } from './queries/colleagues.ts'
export { defaultType, openRequest, requireLocation, typeById } from './open-request.ts'
export { changeQueue, enterStage, moveTo, passOn, releaseRequest, takeUpRequest } from './ownership.ts'
export { requestDetails } from './queries/request-details.ts'
export { reopen } from './reopening.ts'
export { recordStage } from './stage-times.ts'
export { requestReversals } from './reversals.ts'
export { wake } from './snoozing.ts'
export { requestHandlers } from './routes.ts'
export { visibleTo } from './visible-to.ts'
export {
  about,
  autoClosing,
  enteredAt,
  findRequest,
  type LoadedRequest,
  loadRequest,
  lockRequest,
  lockRequests,
  type RequestRecord,
  restarted,
  sees,
  type TypeRecord,
  writeRequest,
} from './store.ts'

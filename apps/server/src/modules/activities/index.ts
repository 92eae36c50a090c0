import type { Module } from '../../kernel/module.ts'
import { activityAudience } from './audience.ts'
import { activityProjections } from './projections.ts'

/** One interaction within a request: thread, marks, tags, comments. */
export const activitiesModule: Module = {
  name: 'activities',
  audience: activityAudience,
  projections: activityProjections,
}

export { addComment } from './commands/add-comment.ts'
export { receiveMessage } from './commands/receive-message.ts'
export { setCustomerHere } from './commands/set-customer-here.ts'
export { setMarks } from './commands/set-marks.ts'
export { endActivityRow } from './ending.ts'
export { finishWrapUp } from './commands/finish-wrap-up.ts'
export { type Incoming, openActivity, revive } from './incoming.ts'
export { refuseIfAnswered } from './later-answers.ts'
export { appendMessage, restartClock } from './messages.ts'
export { forCustomer } from './present.ts'
export { activityDetails, visibleActivity } from './queries/activity-details.ts'
export { messagesOf } from './queries/messages.ts'
export { inBatches, moveActivities } from './move-activities.ts'
export { activityReversals } from './reversals.ts'
export type { MessageCarry } from './events.ts'
export { activityHandlers } from './routes.ts'
export {
  about,
  type ActivityRecord,
  findActivity,
  loadActivity,
  loadChatOf,
  type LoadedActivity,
  loadVisibleActivity,
  marksOf,
} from './store.ts'
export { oweUnread, unreadLeft } from './unread-left.ts'
export { endWrapUp, keepWrapUpDraft } from './wrap-up.ts'

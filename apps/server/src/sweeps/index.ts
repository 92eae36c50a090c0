import type { Sweep } from '../kernel/sweep.ts'
import { autoClose } from './auto-close.ts'
import { dueCallbacks } from './due-callbacks.ts'
import { deadProcesses } from './dead-processes.ts'
import { deletedDeals, deletedTodos } from './deleted-follow-ups.ts'
import { deletedQuickReplies } from './deleted-quick-replies.ts'
import { deletedMacros, deletedViews } from './deleted-views-macros.ts'
import { doNotDisturb } from './do-not-disturb.ts'
import { endWrapUps } from './end-wrap-ups.ts'
import { expireOffers } from './expire-offers.ts'
import { expireTransfers } from './expire-transfers.ts'
import { expiredSessions } from './expired-sessions.ts'
import { forgottenKeys } from './forgotten-keys.ts'
import { goneCallLines, lostCallSides } from './calls.ts'
import { groupsToQueues } from './groups-to-queues.ts'
import { listsCounts, listsFollow, listsUnlisted, searchFollow, searchUnfound } from './lists.ts'
import { offlineAfterGrace } from './offline-after-grace.ts'
import { oldIntakes, unusedRaws } from './old-intakes.ts'
import { oldBulkRuns } from './old-bulk-runs.ts'
import { overflow } from './overflow.ts'
import { oldPhoneEvents, silentPhoneCalls } from './phone.ts'
import { eraseRecordings, finishRecordings } from './recordings.ts'
import { remindTodos } from './remind-todos.ts'
import { oldNotifications } from './old-notifications.ts'
import { routeWaiting } from './route-waiting.ts'
import { turnQueues } from './turn-queues.ts'
import { watchQueues } from './watch-queues.ts'
import { wakeSnoozed } from './wake-snoozed.ts'
import { oldDrafts } from './old-drafts.ts'
import { unusedFiles } from './unused-files.ts'

/** Every timer of the product. All of them live in the database, so that a restart forgets none (rule 23). */
export const sweeps: readonly Sweep[] = [
  expireOffers,
  expireTransfers,
  groupsToQueues,
  overflow,
  endWrapUps,
  deadProcesses,
  goneCallLines,
  lostCallSides,
  silentPhoneCalls,
  offlineAfterGrace,
  autoClose,
  wakeSnoozed,
  dueCallbacks,
  remindTodos,
  doNotDisturb,
  routeWaiting,
  turnQueues,
  watchQueues,
  expiredSessions,
  forgottenKeys,
  unusedFiles,
  deletedQuickReplies,
  deletedViews,
  deletedMacros,
  oldBulkRuns,
  deletedTodos,
  deletedDeals,
  oldNotifications,
  oldDrafts,
  oldPhoneEvents,
  finishRecordings,
  eraseRecordings,
  oldIntakes,
  unusedRaws,
  listsFollow,
  listsUnlisted,
  listsCounts,
  searchFollow,
  searchUnfound,
]

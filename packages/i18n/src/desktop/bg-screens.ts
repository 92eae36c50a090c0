import type { Translation } from '../core.ts'
import type { ScreensSource } from './en-screens.ts'
import { actions } from './bg/actions.ts'
import { addressBook } from './bg/address-book.ts'
import { assign } from './bg/assign.ts'
import { audit } from './bg/audit.ts'
import { blockedSenders } from './bg/blocked-senders.ts'
import { bulk } from './bg/bulk.ts'
import { callbacks } from './bg/callbacks.ts'
import { calls } from './bg/calls.ts'
import { channels } from './bg/channels.ts'
import { colleagues } from './bg/colleagues.ts'
import { customerFields } from './bg/customer-fields.ts'
import { findCustomer } from './bg/find-customer.ts'
import { followUps } from './bg/follow-ups.ts'
import { groups } from './bg/groups.ts'
import { hints } from './bg/hints.ts'
import { history } from './bg/history.ts'
import { journey } from './bg/journey.ts'
import { keys } from './bg/keys.ts'
import { lists } from './bg/lists.ts'
import { liveQueues } from './bg/live-queues.ts'
import { locations } from './bg/locations.ts'
import { macros } from './bg/macros.ts'
import { mail } from './bg/mail.ts'
import { mentions } from './bg/mentions.ts'
import { move } from './bg/move.ts'
import { notificationSettings } from './bg/notification-settings.ts'
import { notifications } from './bg/notifications.ts'
import { numbers } from './bg/numbers.ts'
import { openingHours } from './bg/opening-hours.ts'
import { operators } from './bg/operators.ts'
import { ownFields } from './bg/own-fields.ts'
import { palette } from './bg/palette.ts'
import { queues } from './bg/queues.ts'
import { quickReplies } from './bg/quick-replies.ts'
import { requestDialogs } from './bg/request-dialogs.ts'
import { requestMore } from './bg/request-more.ts'
import { requestTypes } from './bg/request-types.ts'
import { setUp } from './bg/set-up.ts'
import { settings } from './bg/settings.ts'
import { signOut } from './bg/sign-out.ts'
import { sites } from './bg/sites.ts'
import { snoozeDialog } from './bg/snooze-dialog.ts'
import { softphone } from './bg/softphone.ts'
import { taskList } from './bg/task-list.ts'
import { thread } from './bg/thread.ts'
import { ties } from './bg/ties.ts'
import { transferTo } from './bg/transfer-to.ts'
import { views } from './bg/views.ts'
import { wrapUp } from './bg/wrap-up.ts'

export const bgScreens: Translation<ScreensSource> = {
  actions,
  addressBook,
  assign,
  audit,
  blockedSenders,
  bulk,
  callbacks,
  calls,
  channels,
  colleagues,
  customerFields,
  findCustomer,
  followUps,
  groups,
  hints,
  history,
  journey,
  keys,
  lists,
  liveQueues,
  locations,
  macros,
  mail,
  mentions,
  move,
  notificationSettings,
  notifications,
  numbers,
  openingHours,
  operators,
  ownFields,
  palette,
  queues,
  quickReplies,
  requestDialogs,
  requestMore,
  requestTypes,
  setUp,
  settings,
  signOut,
  sites,
  snoozeDialog,
  softphone,
  taskList,
  thread,
  ties,
  transferTo,
  views,
  wrapUp,
}

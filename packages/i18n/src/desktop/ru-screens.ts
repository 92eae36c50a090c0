import type { Translation } from '../core.ts'
import type { ScreensSource } from './en-screens.ts'
import { actions } from './ru/actions.ts'
import { addressBook } from './ru/address-book.ts'
import { assign } from './ru/assign.ts'
import { audit } from './ru/audit.ts'
import { blockedSenders } from './ru/blocked-senders.ts'
import { bulk } from './ru/bulk.ts'
import { callbacks } from './ru/callbacks.ts'
import { calls } from './ru/calls.ts'
import { channels } from './ru/channels.ts'
import { colleagues } from './ru/colleagues.ts'
import { customerFields } from './ru/customer-fields.ts'
import { findCustomer } from './ru/find-customer.ts'
import { followUps } from './ru/follow-ups.ts'
import { groups } from './ru/groups.ts'
import { hints } from './ru/hints.ts'
import { history } from './ru/history.ts'
import { journey } from './ru/journey.ts'
import { keys } from './ru/keys.ts'
import { lists } from './ru/lists.ts'
import { liveQueues } from './ru/live-queues.ts'
import { locations } from './ru/locations.ts'
import { macros } from './ru/macros.ts'
import { mail } from './ru/mail.ts'
import { mentions } from './ru/mentions.ts'
import { move } from './ru/move.ts'
import { notificationSettings } from './ru/notification-settings.ts'
import { notifications } from './ru/notifications.ts'
import { numbers } from './ru/numbers.ts'
import { openingHours } from './ru/opening-hours.ts'
import { operators } from './ru/operators.ts'
import { ownFields } from './ru/own-fields.ts'
import { palette } from './ru/palette.ts'
import { queues } from './ru/queues.ts'
import { quickReplies } from './ru/quick-replies.ts'
import { requestDialogs } from './ru/request-dialogs.ts'
import { requestMore } from './ru/request-more.ts'
import { requestTypes } from './ru/request-types.ts'
import { setUp } from './ru/set-up.ts'
import { settings } from './ru/settings.ts'
import { signOut } from './ru/sign-out.ts'
import { sites } from './ru/sites.ts'
import { snoozeDialog } from './ru/snooze-dialog.ts'
import { softphone } from './ru/softphone.ts'
import { taskList } from './ru/task-list.ts'
import { thread } from './ru/thread.ts'
import { ties } from './ru/ties.ts'
import { transferTo } from './ru/transfer-to.ts'
import { views } from './ru/views.ts'
import { wrapUp } from './ru/wrap-up.ts'

export const ruScreens: Translation<ScreensSource> = {
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

import { actions } from './en/actions.ts'
import { addressBook } from './en/address-book.ts'
import { assign } from './en/assign.ts'
import { audit } from './en/audit.ts'
import { blockedSenders } from './en/blocked-senders.ts'
import { bulk } from './en/bulk.ts'
import { callbacks } from './en/callbacks.ts'
import { calls } from './en/calls.ts'
import { channels } from './en/channels.ts'
import { colleagues } from './en/colleagues.ts'
import { customerFields } from './en/customer-fields.ts'
import { findCustomer } from './en/find-customer.ts'
import { followUps } from './en/follow-ups.ts'
import { groups } from './en/groups.ts'
import { hints } from './en/hints.ts'
import { history } from './en/history.ts'
import { journey } from './en/journey.ts'
import { keys } from './en/keys.ts'
import { lists } from './en/lists.ts'
import { liveQueues } from './en/live-queues.ts'
import { locations } from './en/locations.ts'
import { macros } from './en/macros.ts'
import { mail } from './en/mail.ts'
import { mentions } from './en/mentions.ts'
import { move } from './en/move.ts'
import { notificationSettings } from './en/notification-settings.ts'
import { notifications } from './en/notifications.ts'
import { numbers } from './en/numbers.ts'
import { openingHours } from './en/opening-hours.ts'
import { operators } from './en/operators.ts'
import { ownFields } from './en/own-fields.ts'
import { palette } from './en/palette.ts'
import { queues } from './en/queues.ts'
import { quickReplies } from './en/quick-replies.ts'
import { requestDialogs } from './en/request-dialogs.ts'
import { requestMore } from './en/request-more.ts'
import { requestTypes } from './en/request-types.ts'
import { setUp } from './en/set-up.ts'
import { settings } from './en/settings.ts'
import { signOut } from './en/sign-out.ts'
import { sites } from './en/sites.ts'
import { snoozeDialog } from './en/snooze-dialog.ts'
import { softphone } from './en/softphone.ts'
import { taskList } from './en/task-list.ts'
import { thread } from './en/thread.ts'
import { ties } from './en/ties.ts'
import { transferTo } from './en/transfer-to.ts'
import { views } from './en/views.ts'
import { wrapUp } from './en/wrap-up.ts'

/** Words of everything that is loaded on demand; they come with the first such layer. By the alphabet. */
export const enScreens = {
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
} as const

export type ScreensSource = typeof enScreens

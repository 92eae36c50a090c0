import type { Translation } from '../core.ts'
import type { ScreensSource } from './en-screens.ts'
import { actions } from './pl/actions.ts'
import { addressBook } from './pl/address-book.ts'
import { assign } from './pl/assign.ts'
import { audit } from './pl/audit.ts'
import { blockedSenders } from './pl/blocked-senders.ts'
import { bulk } from './pl/bulk.ts'
import { callbacks } from './pl/callbacks.ts'
import { calls } from './pl/calls.ts'
import { channels } from './pl/channels.ts'
import { colleagues } from './pl/colleagues.ts'
import { customerFields } from './pl/customer-fields.ts'
import { findCustomer } from './pl/find-customer.ts'
import { followUps } from './pl/follow-ups.ts'
import { groups } from './pl/groups.ts'
import { hints } from './pl/hints.ts'
import { history } from './pl/history.ts'
import { journey } from './pl/journey.ts'
import { keys } from './pl/keys.ts'
import { lists } from './pl/lists.ts'
import { liveQueues } from './pl/live-queues.ts'
import { locations } from './pl/locations.ts'
import { macros } from './pl/macros.ts'
import { mail } from './pl/mail.ts'
import { mentions } from './pl/mentions.ts'
import { move } from './pl/move.ts'
import { notificationSettings } from './pl/notification-settings.ts'
import { notifications } from './pl/notifications.ts'
import { numbers } from './pl/numbers.ts'
import { openingHours } from './pl/opening-hours.ts'
import { operators } from './pl/operators.ts'
import { ownFields } from './pl/own-fields.ts'
import { palette } from './pl/palette.ts'
import { queues } from './pl/queues.ts'
import { quickReplies } from './pl/quick-replies.ts'
import { requestDialogs } from './pl/request-dialogs.ts'
import { requestMore } from './pl/request-more.ts'
import { requestTypes } from './pl/request-types.ts'
import { setUp } from './pl/set-up.ts'
import { settings } from './pl/settings.ts'
import { signOut } from './pl/sign-out.ts'
import { sites } from './pl/sites.ts'
import { snoozeDialog } from './pl/snooze-dialog.ts'
import { softphone } from './pl/softphone.ts'
import { taskList } from './pl/task-list.ts'
import { thread } from './pl/thread.ts'
import { ties } from './pl/ties.ts'
import { transferTo } from './pl/transfer-to.ts'
import { views } from './pl/views.ts'
import { wrapUp } from './pl/wrap-up.ts'

export const plScreens: Translation<ScreensSource> = {
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

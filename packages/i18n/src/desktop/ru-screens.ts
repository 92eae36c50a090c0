import type { Translation } from '../core.ts'
import type { ScreensSource } from './en-screens.ts'
import { openingHours } from './ru/opening-hours.ts'
import { settings } from './ru/settings.ts'
import { blockedSenders } from './ru/blocked-senders.ts'
import { hints } from './ru/hints.ts'
import { move } from './ru/move.ts'
import { ties } from './ru/ties.ts'
import { customerFields } from './ru/customer-fields.ts'
import { requestTypes } from './ru/request-types.ts'
import { locations } from './ru/locations.ts'
import { requestMore } from './ru/request-more.ts'
import { ownFields } from './ru/own-fields.ts'
import { addressBook } from './ru/address-book.ts'
import { notifications } from './ru/notifications.ts'
import { liveQueues } from './ru/live-queues.ts'
import { numbers } from './ru/numbers.ts'
import { taskList } from './ru/task-list.ts'
import { assign } from './ru/assign.ts'
import { wrapUp } from './ru/wrap-up.ts'
import { quickReplies } from './ru/quick-replies.ts'
import { journey } from './ru/journey.ts'
import { lists } from './ru/lists.ts'
import { followUps } from './ru/follow-ups.ts'

export const ruScreens: Translation<ScreensSource> = {
  settings,
  openingHours,
  blockedSenders,
  hints,
  move,
  ties,
  customerFields,
  ownFields,
  requestMore,
  locations,
  requestTypes,
  addressBook,
  journey,
  notifications,
  liveQueues,
  numbers,
  lists,
  followUps,
  quickReplies,
  taskList,
  assign,
  wrapUp,
}

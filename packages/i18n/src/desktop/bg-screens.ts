import type { Translation } from '../core.ts'
import type { ScreensSource } from './en-screens.ts'
import { openingHours } from './bg/opening-hours.ts'
import { settings } from './bg/settings.ts'
import { blockedSenders } from './bg/blocked-senders.ts'
import { hints } from './bg/hints.ts'
import { move } from './bg/move.ts'
import { ties } from './bg/ties.ts'
import { customerFields } from './bg/customer-fields.ts'
import { requestTypes } from './bg/request-types.ts'
import { locations } from './bg/locations.ts'
import { requestMore } from './bg/request-more.ts'
import { ownFields } from './bg/own-fields.ts'
import { addressBook } from './bg/address-book.ts'
import { notifications } from './bg/notifications.ts'
import { liveQueues } from './bg/live-queues.ts'
import { numbers } from './bg/numbers.ts'
import { taskList } from './bg/task-list.ts'
import { assign } from './bg/assign.ts'
import { wrapUp } from './bg/wrap-up.ts'
import { quickReplies } from './bg/quick-replies.ts'
import { journey } from './bg/journey.ts'
import { lists } from './bg/lists.ts'
import { followUps } from './bg/follow-ups.ts'

export const bgScreens: Translation<ScreensSource> = {
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

import type { Translation } from '../core.ts'
import type { ScreensSource } from './en-screens.ts'
import { openingHours } from './pl/opening-hours.ts'
import { settings } from './pl/settings.ts'
import { blockedSenders } from './pl/blocked-senders.ts'
import { hints } from './pl/hints.ts'
import { move } from './pl/move.ts'
import { ties } from './pl/ties.ts'
import { customerFields } from './pl/customer-fields.ts'
import { requestTypes } from './pl/request-types.ts'
import { locations } from './pl/locations.ts'
import { requestMore } from './pl/request-more.ts'
import { ownFields } from './pl/own-fields.ts'
import { addressBook } from './pl/address-book.ts'
import { notifications } from './pl/notifications.ts'
import { liveQueues } from './pl/live-queues.ts'
import { numbers } from './pl/numbers.ts'
import { taskList } from './pl/task-list.ts'
import { assign } from './pl/assign.ts'
import { wrapUp } from './pl/wrap-up.ts'
import { quickReplies } from './pl/quick-replies.ts'
import { journey } from './pl/journey.ts'
import { lists } from './pl/lists.ts'
import { followUps } from './pl/follow-ups.ts'

export const plScreens: Translation<ScreensSource> = {
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

import { openingHours } from './en/opening-hours.ts'
import { settings } from './en/settings.ts'
import { blockedSenders } from './en/blocked-senders.ts'
import { hints } from './en/hints.ts'
import { move } from './en/move.ts'
import { ties } from './en/ties.ts'
import { customerFields } from './en/customer-fields.ts'
import { requestTypes } from './en/request-types.ts'
import { locations } from './en/locations.ts'
import { requestMore } from './en/request-more.ts'
import { ownFields } from './en/own-fields.ts'
import { addressBook } from './en/address-book.ts'
import { notifications } from './en/notifications.ts'
import { liveQueues } from './en/live-queues.ts'
import { numbers } from './en/numbers.ts'
import { taskList } from './en/task-list.ts'
import { assign } from './en/assign.ts'
import { wrapUp } from './en/wrap-up.ts'
import { quickReplies } from './en/quick-replies.ts'

/** Words of everything that is loaded on demand; they come with the first such layer. */ import { journey } from './en/journey.ts'
import { lists } from './en/lists.ts'
import { followUps } from './en/follow-ups.ts'

export const enScreens = {
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
} as const

export type ScreensSource = typeof enScreens

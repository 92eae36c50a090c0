import type { Translation } from '../core.ts'
import type { ScreensSource } from './en-screens.ts'
import { blockedSenders } from './bg/blocked-senders.ts'
import { hints } from './bg/hints.ts'
import { customerFields } from './bg/customer-fields.ts'
import { ownFields } from './bg/own-fields.ts'
import { addressBook } from './bg/address-book.ts'
import { notifications } from './bg/notifications.ts'
import { quickReplies } from './bg/quick-replies.ts'
import { journey } from './bg/journey.ts'

export const bgScreens: Translation<ScreensSource> = {
  blockedSenders,
  hints,
  customerFields,
  ownFields,
  addressBook,
  journey,
  notifications,
  quickReplies,
}

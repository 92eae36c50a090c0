import { auth } from './en/auth.ts'
import { shell } from './en/shell.ts'
import { tasks } from './en/tasks.ts'
import { communication } from './en/communication.ts'
import { customer } from './en/customer.ts'
import { hints } from './en/hints.ts'
import { customerFields } from './en/customer-fields.ts'
import { addressBook } from './en/address-book.ts'
import { request } from './en/request.ts'
import { activity } from './en/activity.ts'
import { comments } from './en/comments.ts'
import { journey } from './en/journey.ts'
import { presence } from './en/presence.ts'
import { transfer } from './en/transfer.ts'
import { snooze } from './en/snooze.ts'
import { quickReplies } from './en/quick-replies.ts'
import { common } from './en/common.ts'
import { errors } from './en/errors.ts'

/** English, the source of all keys of the desktop. One file per feature; see README.md of this package. */
export const en = {
  auth,
  shell,
  tasks,
  communication,
  customer,
  addressBook,
  customerFields,
  hints,
  request,
  activity,
  comments,
  journey,
  presence,
  transfer,
  snooze,
  quickReplies,
  common,
  errors,
} as const

export type DesktopSource = typeof en

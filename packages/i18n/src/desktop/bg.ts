import type { Translation } from '../core.ts'
import type { DesktopSource } from './en.ts'
import { auth } from './bg/auth.ts'
import { shell } from './bg/shell.ts'
import { tasks } from './bg/tasks.ts'
import { communication } from './bg/communication.ts'
import { customer } from './bg/customer.ts'
import { hints } from './bg/hints.ts'
import { customerFields } from './bg/customer-fields.ts'
import { addressBook } from './bg/address-book.ts'
import { request } from './bg/request.ts'
import { activity } from './bg/activity.ts'
import { comments } from './bg/comments.ts'
import { journey } from './bg/journey.ts'
import { presence } from './bg/presence.ts'
import { transfer } from './bg/transfer.ts'
import { snooze } from './bg/snooze.ts'
import { quickReplies } from './bg/quick-replies.ts'
import { common } from './bg/common.ts'
import { errors } from './bg/errors.ts'

export const bg: Translation<DesktopSource> = {
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
}

import type { Translation } from '../core.ts'
import type { DesktopSource } from './en.ts'
import { auth } from './ru/auth.ts'
import { shell } from './ru/shell.ts'
import { tasks } from './ru/tasks.ts'
import { communication } from './ru/communication.ts'
import { customer } from './ru/customer.ts'
import { hints } from './ru/hints.ts'
import { customerFields } from './ru/customer-fields.ts'
import { addressBook } from './ru/address-book.ts'
import { request } from './ru/request.ts'
import { activity } from './ru/activity.ts'
import { comments } from './ru/comments.ts'
import { journey } from './ru/journey.ts'
import { presence } from './ru/presence.ts'
import { transfer } from './ru/transfer.ts'
import { snooze } from './ru/snooze.ts'
import { quickReplies } from './ru/quick-replies.ts'
import { common } from './ru/common.ts'
import { errors } from './ru/errors.ts'

export const ru: Translation<DesktopSource> = {
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

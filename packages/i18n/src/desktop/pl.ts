import type { Translation } from '../core.ts'
import type { DesktopSource } from './en.ts'
import { auth } from './pl/auth.ts'
import { shell } from './pl/shell.ts'
import { tasks } from './pl/tasks.ts'
import { communication } from './pl/communication.ts'
import { customer } from './pl/customer.ts'
import { hints } from './pl/hints.ts'
import { customerFields } from './pl/customer-fields.ts'
import { addressBook } from './pl/address-book.ts'
import { request } from './pl/request.ts'
import { activity } from './pl/activity.ts'
import { comments } from './pl/comments.ts'
import { journey } from './pl/journey.ts'
import { presence } from './pl/presence.ts'
import { transfer } from './pl/transfer.ts'
import { snooze } from './pl/snooze.ts'
import { quickReplies } from './pl/quick-replies.ts'
import { common } from './pl/common.ts'
import { errors } from './pl/errors.ts'

export const pl: Translation<DesktopSource> = {
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

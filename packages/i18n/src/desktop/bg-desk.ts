import type { Translation } from '../core.ts'
import type { DeskSource } from './en-desk.ts'
import { auth } from './bg/auth.ts'
import { shell } from './bg/shell.ts'
import { tasks } from './bg/tasks.ts'
import { communication } from './bg/communication.ts'
import { customer } from './bg/customer.ts'
import { request } from './bg/request.ts'
import { activity } from './bg/activity.ts'
import { comments } from './bg/comments.ts'
import { presence } from './bg/presence.ts'
import { transfer } from './bg/transfer.ts'
import { snooze } from './bg/snooze.ts'
import { common } from './bg/common.ts'
import { errors } from './bg/errors.ts'

export const bgDesk: Translation<DeskSource> = {
  auth,
  shell,
  tasks,
  communication,
  customer,
  request,
  activity,
  comments,
  presence,
  transfer,
  snooze,
  common,
  errors,
}

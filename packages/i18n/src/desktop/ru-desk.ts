import type { Translation } from '../core.ts'
import type { DeskSource } from './en-desk.ts'
import { auth } from './ru/auth.ts'
import { shell } from './ru/shell.ts'
import { tasks } from './ru/tasks.ts'
import { communication } from './ru/communication.ts'
import { customer } from './ru/customer.ts'
import { request } from './ru/request.ts'
import { activity } from './ru/activity.ts'
import { comments } from './ru/comments.ts'
import { presence } from './ru/presence.ts'
import { transfer } from './ru/transfer.ts'
import { snooze } from './ru/snooze.ts'
import { common } from './ru/common.ts'
import { errors } from './ru/errors.ts'

export const ruDesk: Translation<DeskSource> = {
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

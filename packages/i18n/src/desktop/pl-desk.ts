import type { Translation } from '../core.ts'
import type { DeskSource } from './en-desk.ts'
import { auth } from './pl/auth.ts'
import { shell } from './pl/shell.ts'
import { tasks } from './pl/tasks.ts'
import { communication } from './pl/communication.ts'
import { customer } from './pl/customer.ts'
import { request } from './pl/request.ts'
import { activity } from './pl/activity.ts'
import { comments } from './pl/comments.ts'
import { presence } from './pl/presence.ts'
import { transfer } from './pl/transfer.ts'
import { snooze } from './pl/snooze.ts'
import { common } from './pl/common.ts'
import { errors } from './pl/errors.ts'

export const plDesk: Translation<DeskSource> = {
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

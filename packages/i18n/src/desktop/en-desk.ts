import { auth } from './en/auth.ts'
import { shell } from './en/shell.ts'
import { tasks } from './en/tasks.ts'
import { communication } from './en/communication.ts'
import { customer } from './en/customer.ts'
import { request } from './en/request.ts'
import { activity } from './en/activity.ts'
import { comments } from './en/comments.ts'
import { presence } from './en/presence.ts'
import { transfer } from './en/transfer.ts'
import { snooze } from './en/snooze.ts'
import { common } from './en/common.ts'
import { errors } from './en/errors.ts'

/** Words that the desk needs at its first load; the budget check names any other word used there. */
export const enDesk = {
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
} as const

export type DeskSource = typeof enDesk

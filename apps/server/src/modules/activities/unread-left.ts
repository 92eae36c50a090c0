import { unreadMailAfterMs } from '@care/domain'
import type { Ctx } from '../../kernel/command.ts'

/** The job that looks at what a customer who has left has not read. */
export const unreadLeft = 'unread-left'

/** Looks after a while whether the customer has come back to read (rule 38). It may be owed several times. */
export const oweUnread = (ctx: Ctx, activityId: string, afterMs = unreadMailAfterMs): void =>
  ctx.owe(unreadLeft, { activityId }, { runAt: ctx.now + afterMs, lane: 'slow' })

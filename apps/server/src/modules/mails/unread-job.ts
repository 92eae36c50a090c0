import { system } from '../../kernel/actor.ts'
import type { JobHandler } from '../../kernel/module.ts'
import { mailUnread } from './commands/mail-unread.ts'

/** Mails what stands unread, where that is due by now. */
export const mailUnreadJob: JobHandler = async ({ activityId }, { execute }) => {
  await execute(mailUnread, system, { activityId: String(activityId) })
}

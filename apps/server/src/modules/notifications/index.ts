import type { Module } from '../../kernel/module.ts'
import { notificationAudience } from './audience.ts'
import { notificationProjections } from './projections.ts'

/** What people are told of others' deeds (row X4); listens to everybody's events, and nobody needs to know it. */
export const notificationsModule: Module = {
  name: 'notifications',
  audience: notificationAudience,
  projections: notificationProjections,
}

export { claimNoticeMail, type ClaimedNotices } from './commands/claim-notice-mail.ts'
export { type NoticeMailEnd, settleNoticeMail } from './commands/settle-notice-mail.ts'
export { type NoticeLetter, noticeLetter } from './notice-letter.ts'
export { type Handled, type Notice, notify, settle } from './notify.ts'
export { noticesToMail, unreadOf } from './queries/notification-list.ts'
export { notificationHandlers } from './routes.ts'
export { settingsOf } from './settings.ts'

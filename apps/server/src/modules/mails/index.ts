import type { Module } from '../../kernel/module.ts'
import { audience } from './audience.ts'
import { projections } from './projections.ts'
import { unreadLeft } from '../activities/index.ts'
import { mailUnreadJob } from './unread-job.ts'

/** What comes and goes by mail: threads of what came (rules 33 to 36), an outbox that is visible (rows E3, M5). */
export const mailsModule: Module = { name: 'mails', audience, projections, jobs: { [unreadLeft]: mailUnreadJob } }
export { mailHandlers } from './routes.ts'
export { callbackMail, withCallbackLink } from './callback-mail.ts'
export { claimMail } from './commands/claim-mail.ts'
export { sendMail } from './commands/send-mail.ts'
export { settleMail } from './commands/settle-mail.ts'
export { type ArrivedMail, type MailPerson, takeMail } from './commands/take-mail.ts'
export { escapeHtml } from './escape-html.ts'
export {
  addressOfMailbox,
  isMailSetUp,
  mailboxes,
  mailboxFor,
  mailboxOf,
  mailKind,
  sendingMailboxes,
} from './mailbox.ts'
export { knownMail } from './queries/known-mail.ts'
export { getMail } from './queries/list-mails.ts'
export { type MailHtml, mailHtml } from './queries/mail-html.ts'
export { type MailToSend, mailToSend } from './queries/mail-to-send.ts'
export { namesOfItsRequests, namesOfMail } from './together.ts'
export { isOurs, signedId, workspaceMark } from './threading.ts'

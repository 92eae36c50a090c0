import { z } from 'zod'
import { endpoint } from '../endpoint.ts'
import { activityDetails, message } from '../entities/activity.ts'
import { id, pageOf, pageQuery } from '../entities/common.ts'
import { beginMail, mail, mailFrameQuery, newLetter, newMail, sendingMailbox } from '../entities/mail.ts'

export const mailsApi = {
  answerByMail: endpoint({
    method: 'POST',
    path: '/api/activities/:activityId/mail-answer',
    access: 'tasks.handle',
    summary:
      'Answers by mail in the same request, when the customer is no longer there (row M5). The answer is a message of a mail activity of one’s own and waits in the outbox, held 10 s. Once per `clientMessageId`.',
    params: z.object({ activityId: id }),
    body: newMail,
    response: z.object({ activity: activityDetails, mail }),
    errors: ['NOT_FOUND', 'FORBIDDEN', 'NOT_ALLOWED_NOW'],
  }),
  beginMail: endpoint({
    method: 'POST',
    path: '/api/customers/:customerId/mails',
    access: 'tasks.handle',
    summary:
      'Begins a mail to a customer who need not have written before (row E3): a mail task of one’s own, in an open request of his or in a new one. What it says is sent with `sendMail`. Begun again and not yet written, it is the same.',
    params: z.object({ customerId: id }),
    body: beginMail,
    response: activityDetails,
    errors: ['NOT_FOUND', 'FORBIDDEN', 'NOT_ALLOWED_NOW'],
  }),
  listMailboxes: endpoint({
    method: 'GET',
    path: '/api/mailboxes',
    access: 'tasks.handle',
    summary: 'The mailboxes that mail can go out from, the first one first.',
    response: z.object({ items: z.array(sendingMailbox) }),
  }),
  listMails: endpoint({
    method: 'GET',
    path: '/api/activities/:activityId/mails',
    access: 'requests.view',
    summary:
      'The mails of an activity, come and gone, latest first: what stands in no message of theirs. `isSetUp`: mail can be sent at all; `signature` stands below what one writes.',
    params: z.object({ activityId: id }),
    query: z.object(pageQuery),
    response: pageOf(mail).extend({ isSetUp: z.boolean(), signature: z.string() }),
    errors: ['NOT_FOUND'],
  }),
  sendMail: endpoint({
    method: 'POST',
    path: '/api/activities/:activityId/mails',
    access: 'tasks.handle',
    summary:
      'Writes a mail in a mail activity in progress: an answer, an answer to all, or what is forwarded (row E3). It waits in the outbox, held 10 s. Its HTML is made safe, its text is made of it. Once per `clientMessageId`.',
    params: z.object({ activityId: id }),
    body: newLetter,
    response: z.object({ message, mail }),
    errors: ['NOT_FOUND', 'FORBIDDEN', 'NOT_ALLOWED_NOW', 'THREAD_MOVED_ON', 'TOO_LARGE'],
  }),
  getMailFrame: endpoint({
    method: 'GET',
    path: '/api/mails/:mailId/frame',
    access: 'requests.view',
    raw: 'download',
    summary:
      'What a mail shows, or what it quotes, as a page for a sandboxed frame: safe HTML, nothing that runs, nothing from elsewhere unless asked for.',
    params: z.object({ mailId: id }),
    query: mailFrameQuery,
    response: z.unknown(),
    errors: ['NOT_FOUND'],
  }),
  retryMail: endpoint({
    method: 'POST',
    path: '/api/mails/:mailId/retry',
    access: 'tasks.handle',
    summary: 'Sends a mail that has failed, or that waits for another try, now.',
    params: z.object({ mailId: id }),
    response: mail,
    errors: ['NOT_FOUND', 'FORBIDDEN', 'NOT_ALLOWED_NOW'],
  }),
  cancelMail: endpoint({
    method: 'POST',
    path: '/api/mails/:mailId/cancel',
    access: 'tasks.handle',
    summary: 'Takes a mail out of the outbox while it waits; its message stays in the thread and says so.',
    params: z.object({ mailId: id }),
    response: mail,
    errors: ['NOT_FOUND', 'FORBIDDEN', 'NOT_ALLOWED_NOW'],
  }),
}
/** What the mail channel itself answers: it knows what HTML is safe. */
export type MailChannelEndpoint = 'sendMail' | 'getMailFrame'

import { z } from 'zod'
import { endpoint } from '../endpoint.ts'
import { activityDetails } from '../entities/activity.ts'
import { id, pageOf, pageQuery } from '../entities/common.ts'
import { mail, newMail } from '../entities/mail.ts'

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
  listMails: endpoint({
    method: 'GET',
    path: '/api/activities/:activityId/mails',
    access: 'requests.view',
    summary: 'What of a mail activity is in the outbox or was, latest first. `isSetUp`: mail can be sent at all.',
    params: z.object({ activityId: id }),
    query: z.object(pageQuery),
    response: pageOf(mail).extend({ isSetUp: z.boolean() }),
    errors: ['NOT_FOUND'],
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

import { randomUUID } from 'node:crypto'
import type { Scene } from './rights-scene.ts'

/** Calls of the outbox's endpoints, for rights-scene.ts. */
export const mailInputs = {
  answerByMail: ({ activityId }: Scene) => ({
    params: { activityId },
    body: { to: 'elena@example.com', subject: 'Your question', clientMessageId: randomUUID(), text: 'Hello' },
  }),
  beginMail: ({ customerId }: Scene) => ({ params: { customerId }, body: { subject: 'Your question' } }),
  listMailboxes: () => ({}),
  listMails: ({ activityId }: Scene) => ({ params: { activityId } }),
  sendMail: ({ activityId }: Scene) => ({
    params: { activityId },
    body: {
      to: [{ address: 'elena@example.com', name: 'Elena' }],
      subject: 'Your question',
      clientMessageId: randomUUID(),
      html: '<p>Hello</p>',
    },
  }),
  getMailFrame: () => ({ params: { mailId: 'none' } }),
  retryMail: () => ({ params: { mailId: 'none' } }),
  cancelMail: () => ({ params: { mailId: 'none' } }),
}

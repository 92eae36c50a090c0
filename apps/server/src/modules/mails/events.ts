import type { DeliveryState } from '@care/domain'

interface OfMail {
  mailId: string
  messageId: string
  activityId: string
  requestId: string
  customerId: string
  operatorId: string | null
  version: number
}
declare module '../../kernel/event.ts' {
  interface EventMap {
    /** An operator has begun one that nobody has written to him; it is his task. */
    'mail.begun': Omit<OfMail, 'mailId' | 'messageId'>
    /** The address and the words stand in the rows (rule 47). `isNew`: its activity began with it. */
    'mail.queued': OfMail & { isNew: boolean }
    'mail.cancelled': OfMail
    /** It could not be handed over and waits for another try. */
    'mail.putOff': OfMail
    /** Somebody has it sent now. */
    'mail.retried': OfMail
    /** A mail server has taken it, or has refused it for good. */
    'mail.sent': OfMail
    'mail.failed': OfMail
    /** A mail server says later what became of it (rule 36). */
    'mail.reported': OfMail & { state: DeliveryState }
  }
}
export type MailEvent =
  | 'mail.begun'
  | 'mail.queued'
  | 'mail.cancelled'
  | 'mail.putOff'
  | 'mail.retried'
  | 'mail.sent'
  | 'mail.failed'
  | 'mail.reported'

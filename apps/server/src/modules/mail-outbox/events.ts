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
    /** The address and the words stand in the rows (rule 47). `isNew`: its activity began with it. */
    'mail.queued': OfMail & { isNew: boolean }
    'mail.cancelled': OfMail
  }
}
export type MailEvent = 'mail.queued' | 'mail.cancelled'

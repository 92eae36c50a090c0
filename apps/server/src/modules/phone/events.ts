declare module '../../kernel/event.ts' {
  interface EventMap {
    /** A call that its phone system tells of has come to the desk, or was asked for there. */
    'phone.called': {
      activityId: string
      requestId: string
      customerId: string
      channelId: string
      direction: 'in' | 'out'
    }
    /** It came in and nobody answered. */
    'phone.missed': { activityId: string; requestId: string; customerId: string; channelId: string }
    /** The phone system did not dial. */
    'phone.dialFailed': {
      activityId: string
      requestId: string
      customerId: string
      channelId: string
      problem: string
    }
    /** Its phone system has a recording that does not come here: what is set refuses it, or it cannot be had. */
    'phone.recordingNotKept': {
      activityId: string
      requestId: string
      customerId: string
      channelId: string
      problem: string
    }
    'phoneLine.saved': { channelId: string; operatorId: string }
    'phoneLine.removed': { channelId: string; operatorId: string }
  }
}
export type PhoneEventName =
  | 'phone.called'
  | 'phone.missed'
  | 'phone.dialFailed'
  | 'phone.recordingNotKept'
  | 'phoneLine.saved'
  | 'phoneLine.removed'

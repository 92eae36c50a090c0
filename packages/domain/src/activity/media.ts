/** What one medium is able to do. */
export interface MediumAbilities {
  /** The customer is there and waits: short waits, and it returns to the queue when its operator is gone. Rule 21. */
  isLive: boolean
  /** The share of an operator's whole attention that one task takes, in twelfths; compares loads across media. */
  capacityWeight: number
  /** The operator can write an answer within the activity. */
  canReply: boolean
  /** It consists of messages (a thread) and not of the facts of a call. */
  hasThread: boolean
}

/** The table of media; a new channel adds its row here. */
export const media = {
  chat: { isLive: true, capacityWeight: 3, canReply: true, hasThread: true },
  call: { isLive: true, capacityWeight: 12, canReply: false, hasThread: false },
  email: { isLive: false, capacityWeight: 2, canReply: true, hasThread: true },
  form: { isLive: false, capacityWeight: 2, canReply: true, hasThread: true },
  callback: { isLive: false, capacityWeight: 6, canReply: false, hasThread: false },
  messenger: { isLive: false, capacityWeight: 3, canReply: true, hasThread: true },
  portal: { isLive: false, capacityWeight: 2, canReply: true, hasThread: true },
} as const satisfies Record<string, MediumAbilities>

export type Medium = keyof typeof media

export const mediumIds = Object.keys(media) as Medium[]

import type { ActivityDetails, Attachment, Message, RequestDetails } from '@care/contract'
import type { ComponentType, KeyboardEvent, ReactNode } from 'react'

/** What becomes of the request once the answer is out: it waits for the customer, stays as it is, or is closed. */
export type SendWay = 'wait' | 'keep' | 'close'

/** A mail within the thread, whose frame and files are Communication's. */
export interface MailBodyProps {
  message: Message
  Files: ComponentType<{ files: readonly Attachment[] }>
}

/** The place where mails are written, within the frame of Communication's composer. */
export interface MailWriterProps {
  activity: ActivityDetails
  request: RequestDetails | undefined
  /** Reply or comment. */
  modes: ReactNode
  /** Attachments of the draft, uploaded or on their way, as chips. */
  files: ReactNode
  fileIds: readonly string[]
  isUploading: boolean
  onAttach: (files: File[]) => void
  /** The list of quick replies, while it is open. */
  quickReplies: ReactNode
  onQuickReplies: () => void
  /** The writer says how a text comes to where the caret is, null when it goes. */
  onInsert: (insert: ((text: string) => void) | null) => void
  /** True when a key in the field was for the list. */
  onFieldKey: (event: KeyboardEvent) => boolean
  Send: ComponentType<{ canSend: boolean; canClose: boolean; onSend: (way: SendWay) => void }>
  /** How far the thread was read when one began; undefined where nobody noted it. */
  seenSeq: () => number | undefined
  onBegin: () => void
  onSent: (way: SendWay) => void
}

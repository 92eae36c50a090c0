import type { Attachment } from '@care/contract'
import { cutText } from '@care/domain'

/** Length of the last line kept for the task list; the whole text stays in the message. */
const previewLength = 160

/** What a row of the task list shows of a message: its words, or the names of its files. */
export const lastLineOf = (text: string, attachments: readonly Pick<Attachment, 'name'>[]): string =>
  cutText(text.trim() || attachments.map((file) => file.name).join(', '), previewLength)

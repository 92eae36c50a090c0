import type { QuickReply } from '@care/contract'
import { call } from '../../../shared/api/client.ts'
import type { useUploads } from '../useUploads.ts'

/** Counts the use; the reply's files are fetched as uploads of the message, which waits for them like for any other. */
export function countUse(reply: QuickReply, uploads: ReturnType<typeof useUploads> | null): void {
  const copies = async () => (await call('useQuickReply', { params: { quickReplyId: reply.id } })).attachments
  if (reply.attachments.length > 0 && uploads) uploads.addCopies(reply.attachments, copies)
  // A use that was not counted is no reason to disturb who writes.
  else void copies().catch(() => undefined)
}

import type { QueryClient } from '@tanstack/react-query'
import { getDraft, setDraft } from '../../shared/drafts/drafts.ts'
import { asTyped } from '../../shared/mentions/known.ts'
import { focusComposer } from '../../shared/workspace/open-task.ts'
import { noteSeen } from './seen.ts'
import type { OutboxItem } from './outbox/make-outbox.ts'
import { discardItem } from './outbox/outbox.ts'
import { callOff, storeFiles } from './upload-store.ts'

/** Takes a refused message back into the composer, in front of what stands there already. */
export function editItem(client: QueryClient, item: OutboxItem): void {
  const mode = item.kind === 'comment' ? 'comment' : 'reply'
  // What waits there for its uploads would take this along.
  callOff(item.activityId)
  const draft = getDraft(item.activityId, mode)
  const text = mode === 'comment' ? asTyped(item.activityId, item.text) : item.text
  setDraft(item.activityId, mode, draft === '' ? text : `${text}\n${draft}`)
  // He has just been told how the thread stands.
  if (mode === 'reply') noteSeen(client, item.activityId)
  storeFiles(item.activityId, (old) => [...item.attachments, ...old])
  discardItem(item.id)
  focusComposer(mode)
}

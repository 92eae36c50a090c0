import { getDraft, setDraft } from '../../shared/drafts/drafts.ts'
import { focusComposer } from '../../shared/workspace/open-task.ts'
import type { OutboxItem } from './outbox/make-outbox.ts'
import { discardItem } from './outbox/outbox.ts'

/** Takes a refused message back into the composer, in front of what stands there already. */
export function editItem(item: OutboxItem): void {
  const mode = item.kind === 'comment' ? 'comment' : 'reply'
  const draft = getDraft(item.activityId, mode)
  setDraft(item.activityId, mode, draft === '' ? item.text : `${item.text}\n${draft}`)
  if (item.attachments.length > 0) setDraft(item.activityId, 'files', JSON.stringify(item.attachments))
  discardItem(item.id)
  focusComposer(mode)
}

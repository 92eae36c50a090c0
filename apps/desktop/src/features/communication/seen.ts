import type { QueryClient } from '@tanstack/react-query'
import { activityKeys } from '../../shared/entities/activity.ts'
import type { Thread } from '../../shared/entities/messages.ts'
import { getDraft, setDraft } from '../../shared/drafts/drafts.ts'

/** A reply is begun, or gone on with after looking: so far the thread stands before its writer's eyes. */
export function noteSeen(client: QueryClient, activityId: string): void {
  const seq = client.getQueryData<Thread>(activityKeys.messages(activityId))?.latestSeq
  if (seq !== undefined) setDraft(activityId, 'seen', String(seq))
}

/** Undefined where nobody noted it: then nothing is asked. */
export function seenOf(activityId: string): number | undefined {
  const noted = getDraft(activityId, 'seen')
  return noted === '' ? undefined : Number(noted)
}

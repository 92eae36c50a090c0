import type { ActivityDetails } from '@care/contract'
import type { QueryClient } from '@tanstack/react-query'
import { call } from '../api/client.ts'
import { activityKeys, activityQuery, putActivity } from '../entities/activity.ts'
import type { Editor } from './run-edits.ts'
import { useBoundFields } from './useBoundFields.ts'
import { type FieldEdits, useFieldEdits } from './useFieldEdits.ts'

/** Tags are the one field of an activity that is edited; the list is replaced as a whole. */
const fieldOf = (activity: ActivityDetails): unknown => activity.tags

/** Reads and saves the tags for the queue of edits (rule 4). */
const activityEditor = (client: QueryClient): Editor<ActivityDetails> => ({
  cached: (id) => client.getQueryData<ActivityDetails>(activityKeys.details(id)),
  fetch: (id) => client.fetchQuery({ ...activityQuery(id), staleTime: 0 }),
  valueOf: fieldOf,
  save: async (id, _field, value, { version, idempotencyKey }) => {
    const saved = await call('setTags', {
      params: { activityId: id },
      body: { tags: value as string[] },
      version,
      idempotencyKey,
    })
    putActivity(client, saved)
    return saved
  },
})

interface ActivityTags {
  tags: readonly string[]
  save: (tags: string[]) => void
  isPending: boolean
  error: string | null
  edits: FieldEdits
}

/** Tags of an activity wherever they are edited: one queue of edits, so that two places show the same. */
export function useActivityTags(activity: ActivityDetails): ActivityTags {
  const edits = useFieldEdits('activity', activity.id, activityEditor)
  const field = useBoundFields(edits, activity, fieldOf)('tags')
  return {
    tags: Array.isArray(field.value) ? (field.value as string[]) : [],
    save: (tags) => {
      field.onOpen()
      field.onSave(tags)
    },
    isPending: field.isPending,
    error: field.error ?? null,
    edits,
  }
}

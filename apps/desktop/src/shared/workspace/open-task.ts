import type { QueryClient } from '@tanstack/react-query'
import { create } from 'zustand'
import { activityQuery } from '../entities/activity.ts'
import { threadQuery } from '../entities/messages.ts'
import { useLayout } from './layout.ts'
import { useSelection } from './selection.ts'

export type ComposerMode = 'reply' | 'comment'

/** A wish to write: the composer takes the focus when `wish` changes, and the mode if one is named. */
export const useComposerFocus = create<{
  wish: number
  mode: ComposerMode | null
  /** What the list of quick replies is to open with; null = it stays as it is. */
  quickReplies: string | null
}>()(() => ({ wish: 0, mode: null, quickReplies: null }))

/** Lets one write; `quickReplies` opens their list, narrowed to these words. */
export function focusComposer(
  mode: ComposerMode | null = null,
  { quickReplies = null }: { quickReplies?: string | null } = {},
): void {
  useComposerFocus.setState(({ wish }) => ({ wish: wish + 1, mode, quickReplies }))
}

/** Opens a task in the desk; the composer takes the focus unless the focus is to stay in the list. */
export function openTask(activityId: string, { staysInList = false } = {}): void {
  useSelection.getState().open(activityId)
  useLayout.setState({ pane: 'communication', areTasksOpen: false })
  if (!staysInList) focusComposer()
}

/** Fetches ahead what opening the task will show: on hover, for neighbours of the focus, and when offered. */
export function prefetchTask(client: QueryClient, activityId: string): void {
  void client.prefetchQuery(activityQuery(activityId))
  void client.prefetchQuery(threadQuery(client, activityId))
}

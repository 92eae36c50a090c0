import { create } from 'zustand'
import { useActivity } from '../entities/activity.ts'

interface Selection {
  /** The task that is open in the desk. */
  activityId: string | null
  /** What is chosen in the journey to look at; null = the open task itself. */
  viewActivityId: string | null
  /** A request without any activity that is looked at, e.g. one just added by hand. */
  viewRequest: { requestId: string; customerId: string } | null
  open: (activityId: string | null) => void
  viewActivity: (activityId: string | null) => void
  viewRequestAlone: (request: { requestId: string; customerId: string } | null) => void
}

/** What is open. Only ids: the objects are in the query cache. */
export const useSelection = create<Selection>()((set) => ({
  activityId: null,
  viewActivityId: null,
  viewRequest: null,
  open: (activityId) => set({ activityId, viewActivityId: null, viewRequest: null }),
  viewActivity: (viewActivityId) =>
    set((old) => ({ viewActivityId: viewActivityId === old.activityId ? null : viewActivityId, viewRequest: null })),
  viewRequestAlone: (viewRequest) => set({ viewRequest, viewActivityId: null }),
}))

export interface Shown {
  /** Activity whose thread, details and comments are shown. */
  activityId: string | null
  requestId: string | null
  customerId: string | null
}

/** Ids that the Context column and Communication show; null while unknown or nothing is open. */
export function useShown(): Shown {
  const { activityId, viewActivityId, viewRequest } = useSelection()
  const shownId = viewRequest ? null : (viewActivityId ?? activityId)
  const activity = useActivity(shownId).data
  const opened = useActivity(activityId).data
  if (viewRequest) return { activityId: null, ...viewRequest }
  return {
    activityId: shownId,
    requestId: activity?.request.id ?? null,
    // While another activity of the journey loads, the customer stays the same.
    customerId: activity?.customer.id ?? opened?.customer.id ?? null,
  }
}

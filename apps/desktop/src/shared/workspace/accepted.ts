import { create } from 'zustand'

/** The task that was accepted or taken last in this window: a call is joined here, not in the person’s other windows. */
export const useAccepted = create<{ activityId: string | null }>()(() => ({ activityId: null }))

export const noteAccepted = (activityId: string): void => useAccepted.setState({ activityId })

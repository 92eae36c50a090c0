import { create } from 'zustand'

/** The comment that one is led to: whoever shows it unfolds its list for it. */
export const useSpot = create<{ commentId: string | null }>()(() => ({ commentId: null }))

import { create } from 'zustand'

/** The comment that one is led to: whoever shows it unfolds its list for it. */
export const useSpot = create<{ commentId: string | null }>()(() => ({ commentId: null }))

/** Words that one has come to a thread for: it opens looking for them, once. */
export const useThreadWords = create<{ activityId: string | null; words: string }>()(() => ({
  activityId: null,
  words: '',
}))

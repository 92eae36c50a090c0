import { create } from 'zustand'

interface BulkState {
  /** Runs that this window has seen at work: their end is shown here. */
  seen: ReadonlySet<string>
  /** The run that was put away; also after the page was loaded anew. */
  hidden: string | null
  see: (runId: string) => void
  hide: (runId: string) => void
}
const hiddenKey = 'care.bulk-hidden'

/** Which run stands on the screen. */
export const useBulk = create<BulkState>()((set) => ({
  seen: new Set(),
  hidden: localStorage.getItem(hiddenKey),
  see: (runId) => set(({ seen }) => (seen.has(runId) ? {} : { seen: new Set([...seen, runId]) })),
  hide: (runId) => {
    localStorage.setItem(hiddenKey, runId)
    set({ hidden: runId })
  },
}))

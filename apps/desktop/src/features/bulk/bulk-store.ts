import { create } from 'zustand'

interface BulkState {
  /** Runs that this window has seen at work: their end is shown here, those of before are not. */
  seen: ReadonlySet<string>
  hidden: string | null
  see: (runId: string) => void
  hide: (runId: string) => void
}

/** Which run stands on the screen. */
export const useBulk = create<BulkState>()((set) => ({
  seen: new Set(),
  hidden: null,
  see: (runId) => set(({ seen }) => (seen.has(runId) ? {} : { seen: new Set([...seen, runId]) })),
  hide: (runId) => set({ hidden: runId }),
}))

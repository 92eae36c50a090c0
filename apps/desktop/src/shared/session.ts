import { create } from 'zustand'

interface SessionState {
  /** The server has ended the session while the desk was open: the sign-in dialog stands over the page. */
  hasEnded: boolean
  end: () => void
  renew: () => void
}

export const useSession = create<SessionState>()((set) => ({
  hasEnded: false,
  end: () => set({ hasEnded: true }),
  renew: () => set({ hasEnded: false }),
}))

import { create } from 'zustand'

interface SessionState {
  /** The server has ended the session while the desk was open: the sign-in dialog stands over the page. */
  hasEnded: boolean
  /** How many sessions this page has had before; what was asked in an earlier one says nothing of the current one. */
  number: number
  /** `ofNumber`: the session in which the server was asked that now says so; without it, the current one. */
  end: (ofNumber?: number) => void
  renew: () => void
}

export const useSession = create<SessionState>()((set) => ({
  hasEnded: false,
  number: 0,
  end: (ofNumber) => set((old) => (ofNumber === undefined || ofNumber === old.number ? { hasEnded: true } : old)),
  renew: () => set(({ number }) => ({ hasEnded: false, number: number + 1 })),
}))

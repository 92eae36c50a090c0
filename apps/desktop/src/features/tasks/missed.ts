import { create } from 'zustand'

/** Offers missed at this desk since it was opened; after the first one desktop notifications are offered. */
export const useMissed = create<{ count: number; note: () => void }>()((set) => ({
  count: 0,
  note: () => set(({ count }) => ({ count: count + 1 })),
}))

import { create } from 'zustand'

/** How letters alone act: as they are, only with Alt held, or not at all (WCAG 2.1.4). */
export type SingleKeys = 'on' | 'alt' | 'off'

const storageKey = 'care.singleKeys'
const stored = (): SingleKeys => {
  const value = localStorage.getItem(storageKey)
  return value === 'alt' || value === 'off' ? value : 'on'
}

export const useSingleKeys = create<{ mode: SingleKeys; choose: (mode: SingleKeys) => void }>()((set) => ({
  mode: stored(),
  choose: (mode) => {
    localStorage.setItem(storageKey, mode)
    set({ mode })
  },
}))

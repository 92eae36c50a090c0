import { create } from 'zustand'

/** The view that is shown; null: no saved one. `isChosen` once the first one was opened, by address or by choice. */
export const useShownView = create<{ viewId: string | null; isChosen: boolean }>()(() => ({
  viewId: null,
  isChosen: false,
}))

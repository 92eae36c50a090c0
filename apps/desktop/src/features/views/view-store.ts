import { create } from 'zustand'

interface ShownView {
  /** The view that is shown; null: no saved one. */
  viewId: string | null
  /** The first one was opened, by address or by choice. */
  isChosen: boolean
  /** The view of an address that was opened already, and whether it was not there. */
  opened: string | null
  isMissing: boolean
}

/** Which view is shown; left and entered again it is the same. */
export const useShownView = create<ShownView>()(() => ({
  viewId: null,
  isChosen: false,
  opened: null,
  isMissing: false,
}))

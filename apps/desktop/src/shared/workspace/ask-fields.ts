import { create } from 'zustand'

interface AskedMove {
  requestId: string
  stage: string
}

/** A move that must be asked for something first; the desk opens its dialog, whoever began the move. */
export const useAskedMove = create<{ move: AskedMove | null }>()(() => ({ move: null }))
export const askForMove = (move: AskedMove | null): void => useAskedMove.setState({ move })

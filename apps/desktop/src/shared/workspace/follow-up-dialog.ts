import { create } from 'zustand'

export type FollowUpDialog =
  /** `id`: that one is changed; else a new one, for whom is asked unless it is said. */
  | { kind: 'todo' | 'deal'; id: string }
  | { kind: 'todo' | 'deal'; customerId?: string | null; requestId?: string | null }

/** The dialog of a to-do or deal; opened from many places, shown by the desk. */
export const useFollowUpDialog = create<{ dialog: FollowUpDialog | null }>()(() => ({ dialog: null }))
export const openFollowUp = (dialog: FollowUpDialog | null): void => useFollowUpDialog.setState({ dialog })

import { create } from 'zustand'

export type OpenDialog =
  | { kind: 'add'; customerId?: string }
  | { kind: 'close'; requestId: string }
  | { kind: 'move'; requestId: string; stage: string }
  | { kind: 'transfer'; activityId: string; to?: { operatorId: string; name: string } }
  | { kind: 'merge' | 'split' | 'link'; requestId: string }
  | { kind: 'otherCustomer'; activityId: string }
  | { kind: 'writeMail'; customerId: string; requestId: string | null }
  | { kind: 'planCallback'; customerId: string; requestId: string | null }
  | { kind: 'assign'; activityId: string }
  | { kind: 'shortcuts' }
  | { kind: 'palette' }
  | { kind: 'signOut' }
  | { kind: 'notifications' }
  | { kind: 'signature' }

/** The dialog over the desk. Beside the desk and not in it: opening one must not render what is below. */
export const useDialog = create<{ dialog: OpenDialog | null }>()(() => ({ dialog: null }))

export const showDialog = (dialog: OpenDialog | null): void => useDialog.setState({ dialog })

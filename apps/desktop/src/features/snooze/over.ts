import { create } from 'zustand'

interface Over {
  requestId: string
  customerId: string
  why: 'time' | 'answer'
}

/** What has come back from snooze and was not said yet. */
export const useSnoozeOver = create<{ over: Over | null }>()(() => ({ over: null }))

import { create } from 'zustand'

interface Answer {
  activityId: string
  name: string
  reason: 'declined' | 'missed' | 'assigned'
}

/** What a colleague answered last who was asked to take a task over, or gave unasked; an acceptance shows by itself. */
export const useTransferAnswer = create<{ answer: Answer | null }>()(() => ({ answer: null }))

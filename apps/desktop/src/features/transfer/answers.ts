import { create } from 'zustand'

interface Answer {
  activityId: string
  name: string
  reason: 'declined' | 'missed'
}

/** What a colleague answered last who was asked to take a task over; an acceptance shows by itself. */
export const useTransferAnswer = create<{ answer: Answer | null }>()(() => ({ answer: null }))

import { create } from 'zustand'

/** What screen readers are told: `polite` waits for a pause, `alert` interrupts. Shown by app/Announcer. */
export const useAnnouncements = create<{ polite: string; alert: string }>()(() => ({ polite: '', alert: '' }))

const batchMs = 500
let waiting: string[] = []
let timer: ReturnType<typeof setTimeout> | undefined

/** One shared node, batched over half a second, so that a burst is one sentence. */
export function announce(text: string): void {
  waiting.push(text)
  timer ??= setTimeout(() => {
    timer = undefined
    useAnnouncements.setState({ polite: waiting.join('. ') })
    waiting = []
  }, batchMs)
}

export const announceAlert = (text: string): void => useAnnouncements.setState({ alert: text })

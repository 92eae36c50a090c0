import type { Message } from '@care/contract'
import type { Store } from '../store.ts'

const gatherMs = 120

const lastOfOthers = (messages: readonly Message[]): number =>
  messages.findLast((message) => message.author.kind !== 'customer')?.seq ?? 0

/** Tells the server how far the visitor received and read; several messages at once make one call. */
export function createMarker(store: Store, send: (marks: { delivered?: number; read?: number }) => Promise<void>) {
  let timer: ReturnType<typeof setTimeout> | undefined
  let told = { activityId: '', delivered: 0, read: 0 }

  async function flush(): Promise<void> {
    timer = undefined
    const { chat, messages } = store.get()
    if (!chat) return
    if (told.activityId !== chat.activityId) told = { activityId: chat.activityId, delivered: 0, read: 0 }
    const delivered = lastOfOthers(messages)
    const read = Math.min(chat.marks.customerRead, delivered)
    if (delivered <= told.delivered && read <= told.read) return
    const before = told
    told = { ...told, delivered, read }
    try {
      await send({ delivered, ...(read > 0 ? { read } : {}) })
    } catch {
      // Said again with the next message or on the next connection.
      told = before
    }
  }
  const note = (): void => {
    timer ??= setTimeout(() => void flush(), gatherMs)
  }
  return {
    note,
    /** The end of the thread is on the screen of an open, visible widget. */
    seen: (): void => {
      const { chat, messages } = store.get()
      const seq = lastOfOthers(messages)
      if (!chat || seq <= chat.marks.customerRead) return
      store.set('marks', { ...chat.marks, customerRead: seq })
      note()
    },
    /** After a reconnect the server may not have what was sent into the void. */
    forget(): void {
      told = { activityId: '', delivered: 0, read: 0 }
      note()
    },
  }
}

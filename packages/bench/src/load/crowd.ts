import { atOnce } from './at-once.ts'
import { type Ledger, noteAck, noteDelivery, noteRefusal } from './ledger.ts'
import type { Opened } from './protocol.ts'
import { deskCount, openDesk, openWidget, type Target, type Widget } from './target.ts'

/** Customers and operators who are connected, and the book in which what happens to them is written now. */
export interface Crowd {
  widgets: Widget[]
  ledger: Ledger | null
  /** Runs when a customer's message was answered. */
  afterAnswer: ((customer: number) => void) | null
}
export const emptyCrowd = (): Crowd => ({ widgets: [], ledger: null, afterAnswer: null })

export async function connectCrowd(crowd: Crowd, target: Target, count: number): Promise<Opened> {
  const from = performance.now()
  const onDelivered = noteDelivery(() => crowd.ledger)
  await atOnce(deskCount(target), 20, (index) => openDesk(target, index, onDelivered))
  crowd.widgets = await atOnce(count, 50, (index) =>
    openWidget(target, index, {
      onAck: (n) => {
        if (crowd.ledger) noteAck(crowd.ledger, n)
        crowd.afterAnswer?.(index)
      },
      onRefused: (_n, answer) => {
        if (crowd.ledger) noteRefusal(crowd.ledger, answer)
        crowd.afterAnswer?.(index)
      },
    }),
  )
  return { count, seconds: (performance.now() - from) / 1_000 }
}

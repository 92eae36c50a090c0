import type { Attachment, ErrorCode } from '@care/contract'

/** A message of the visitor that the server has not confirmed. */
export interface OutboxItem {
  clientMessageId: string
  text: string
  attachments: Attachment[]
  /** Epoch ms; also the order of sending. */
  createdAt: number
  /** The server's refusal; the item then waits for "Retry" and holds nobody up. */
  refused: ErrorCode | null
}
export type Outbox = readonly OutboxItem[]

const inOrder = (items: OutboxItem[]): Outbox =>
  items.toSorted((a, b) => a.createdAt - b.createdAt || (a.clientMessageId < b.clientMessageId ? -1 : 1))

/** Adds at the end; one that is there already stays as it is. */
export function add(outbox: Outbox, item: OutboxItem): Outbox {
  if (outbox.some((other) => other.clientMessageId === item.clientMessageId)) return outbox
  return inOrder([...outbox, item])
}

/** Confirmed by the server, or thrown away by the visitor. */
export const remove = (outbox: Outbox, id: string): Outbox => outbox.filter((item) => item.clientMessageId !== id)

export const refuse = (outbox: Outbox, id: string, code: ErrorCode): Outbox =>
  outbox.map((item) => (item.clientMessageId === id ? { ...item, refused: code } : item))

/** Back in the line, at its end: what was sent meanwhile is above it for both sides. `now` in epoch ms. */
export function retry(outbox: Outbox, id: string, now: number): Outbox {
  const last = Math.max(now, ...outbox.map((item) => item.createdAt + 1))
  return inOrder(
    outbox.map((item) => (item.clientMessageId === id ? { ...item, refused: null, createdAt: last } : item)),
  )
}

/** The one to send: strictly one at a time, so that the order of sending is the order in the thread. */
export const nextToSend = (outbox: Outbox): OutboxItem | undefined => outbox.find((item) => item.refused === null)

import type { Marks, Message } from '@care/contract'

/** Messages of one chat by seq, without doubles, whatever the order and number of their arrivals. */
export function mergeMessages(known: readonly Message[], arrived: readonly Message[]): readonly Message[] {
  const bySeq = new Map(known.map((message) => [message.seq, message]))
  const fresh = arrived.filter((message) => !bySeq.has(message.seq))
  if (fresh.length === 0) return known
  for (const message of fresh) bySeq.set(message.seq, message)
  return [...bySeq.values()].toSorted((a, b) => a.seq - b.seq)
}

export const lastSeq = (messages: readonly Message[]): number => messages.at(-1)?.seq ?? 0

/** Marks only ever grow; a late push must not take a "Seen" back. */
export const mergeMarks = (a: Marks, b: Marks): Marks => ({
  customerDelivered: Math.max(a.customerDelivered, b.customerDelivered),
  customerRead: Math.max(a.customerRead, b.customerRead),
  operatorDelivered: Math.max(a.operatorDelivered, b.operatorDelivered),
  operatorRead: Math.max(a.operatorRead, b.operatorRead),
})

/** How far an own message got: the operator's side has it, has read it. */
export function progressOf(seq: number, marks: Marks): 'sent' | 'delivered' | 'read' {
  if (seq <= marks.operatorRead) return 'read'
  return seq <= marks.operatorDelivered ? 'delivered' : 'sent'
}

/** Messages of others that the visitor has not read. */
export const unreadCount = (messages: readonly Message[], marks: Marks): number =>
  messages.filter((message) => message.author.kind === 'operator' && message.seq > marks.customerRead).length

/** The newest seq without a gap before it; what is missing is asked for from here. */
export function contiguousSeq(messages: readonly Message[], hasEarlier: boolean): number {
  // Only a thread with more above may begin later than at 1.
  let last = hasEarlier && messages[0] ? messages[0].seq - 1 : 0
  for (const message of messages) {
    if (message.seq > last + 1) return last
    last = Math.max(last, message.seq)
  }
  return last
}

import type { Marks, Message } from '@care/contract'

const changedAt = (message: Message | undefined): number => message?.deletedAt ?? message?.editedAt ?? 0

/** Messages of one chat by seq, without doubles and as they were changed last, whatever the order of their arrivals. */
export function mergeMessages(known: readonly Message[], arrived: readonly Message[]): readonly Message[] {
  const bySeq = new Map(known.map((message) => [message.seq, message]))
  const fresh = arrived.filter(({ seq }, i) => !bySeq.has(seq) || changedAt(arrived[i]) > changedAt(bySeq.get(seq)))
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
  messages.filter(
    ({ author, seq, deletedAt }) => author.kind === 'operator' && seq > marks.customerRead && deletedAt === undefined,
  ).length

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

/** An operator may change what he said for five minutes; the rest is for clocks that differ. */
const mayChangeMs = 10 * 60_000

/** From where to ask after a break: what is missing, and what may have been changed while nobody could be told. */
export function repairFrom(messages: readonly Message[], hasEarlier: boolean, lostAt: number | null): number {
  const known = contiguousSeq(messages, hasEarlier)
  const changeable = lostAt === null ? undefined : messages.find(({ createdAt }) => createdAt > lostAt - mayChangeMs)
  return Math.min(known, (changeable?.seq ?? Infinity) - 1)
}

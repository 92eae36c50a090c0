import type { OnDelivered } from './target.ts'

/** What became of every message of one measurement. Arrays of numbers, because the load must stay cheap. */
export interface Ledger {
  tag: string
  /** Times from performance.now(), 0 = not yet. */
  sent: Float64Array
  acked: Float64Array
  delivered: Float64Array
  acks: number
  deliveries: number
  doubled: number
  reordered: number
  refused: number
  firstRefusal: string | null
  /** Customer of each message, and his last delivered one. */
  by: Int32Array
  last: Int32Array
}

export function openLedger(tag: string, messages: number, customers: number): Ledger {
  return {
    tag,
    sent: new Float64Array(messages),
    acked: new Float64Array(messages),
    delivered: new Float64Array(messages),
    acks: 0,
    deliveries: 0,
    doubled: 0,
    reordered: 0,
    refused: 0,
    firstRefusal: null,
    by: new Int32Array(messages),
    last: new Int32Array(customers).fill(-1),
  }
}

export function noteSent(ledger: Ledger, n: number, customer: number): void {
  ledger.by[n] = customer
  ledger.sent[n] = performance.now()
}

export function noteAck(ledger: Ledger, n: number): void {
  if (ledger.acked[n] !== 0) return
  ledger.acked[n] = performance.now()
  ledger.acks++
}

export function noteRefusal(ledger: Ledger, answer: string): void {
  ledger.refused++
  ledger.firstRefusal ??= answer.slice(0, 300)
}

/** Deliveries of another measurement that come late are not ours. */
export const noteDelivery =
  (ledger: () => Ledger | null): OnDelivered =>
  (tag, n) => {
    const book = ledger()
    if (book?.tag !== tag) return
    if (book.delivered[n] !== 0) {
      book.doubled++
      return
    }
    book.delivered[n] = performance.now()
    book.deliveries++
    const customer = book.by[n] ?? 0
    if ((book.last[customer] ?? -1) > n) book.reordered++
    book.last[customer] = n
  }

/** How long messages `from` to `to` took to be acknowledged and delivered, in milliseconds. */
export function tookOf(ledger: Ledger, from: number, to: number): { ack: number[]; deliver: number[] } {
  const ack: number[] = []
  const deliver: number[] = []
  for (let n = from; n < to; n++) {
    const sent = ledger.sent[n] ?? 0
    if (ledger.acked[n]) ack.push((ledger.acked[n] ?? 0) - sent)
    if (ledger.delivered[n]) deliver.push((ledger.delivered[n] ?? 0) - sent)
  }
  return { ack, deliver }
}

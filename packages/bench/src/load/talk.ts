import { setTimeout as sleep } from 'node:timers/promises'
import { latencyOf } from '../stats.ts'
import type { Crowd } from './crowd.ts'
import { type Ledger, noteSent, openLedger, tookOf } from './ledger.ts'
import type { Measured } from './protocol.ts'
import { tagLength } from './target.ts'

export type Marking = (name: 'markStart' | 'markEnd', at: { acks: number }) => void

/** More messages than one saturation can bring. */
const most = 2_000_000
/** A server that refuses all the time is not being measured. */
const refusalsAllowed = 1_000
const warmUpMs = 700
/** How long late messages are waited for before they count as lost. */
const graceMs = 5_000

const newTag = (): string => Math.random().toString(36).slice(2).padEnd(tagLength, 'x').slice(0, tagLength)

/** Closed loop: whoever is answered writes on, so that `inFlight` messages are always under way. */
export async function saturate(crowd: Crowd, mark: Marking, seconds: number, inFlight: number): Promise<Measured> {
  const { widgets } = crowd
  const book = openLedger(newTag(), most, widgets.length)
  let n = 0
  let isOver = false
  const say = (customer: number): void => {
    if (isOver || n >= most || book.refused > refusalsAllowed) return
    noteSent(book, n, customer)
    widgets[customer]?.say(book.tag, n++)
  }
  crowd.ledger = book
  crowd.afterAnswer = say
  for (let i = 0; i < inFlight; i++) say(i % widgets.length)
  await sleep(warmUpMs)
  const [acks, from] = [book.acks, performance.now()]
  mark('markStart', book)
  await sleep(seconds * 1_000)
  const [gone, counted] = [(performance.now() - from) / 1_000, book.acks - acks]
  mark('markEnd', book)
  isOver = true
  await settled(book, n)
  crowd.afterAnswer = null
  return result(book, n, { from: acks, to: acks + counted }, counted / gone)
}

/** Open loop: `perSecond` messages are sent, however long the answers take. */
export async function sendAtRate(crowd: Crowd, mark: Marking, seconds: number, perSecond: number): Promise<Measured> {
  const { widgets } = crowd
  const lead = Math.round((perSecond * warmUpMs) / 1_000)
  const total = lead + Math.round(perSecond * seconds)
  const book = openLedger(newTag(), total, widgets.length)
  crowd.ledger = book
  const start = performance.now()
  let n = 0
  let measuredFrom = 0
  while (n < total) {
    const due = Math.min(total, Math.floor(((performance.now() - start) * perSecond) / 1_000))
    if (measuredFrom === 0 && n >= lead) {
      measuredFrom = performance.now()
      mark('markStart', book)
    }
    while (n < due) {
      // Far apart in the list, so that neighbours (same operator) do not come in a row.
      const customer = (n * 7919) % widgets.length
      noteSent(book, n, customer)
      widgets[customer]?.say(book.tag, n++)
    }
    await sleep(1)
  }
  const gone = (performance.now() - measuredFrom) / 1_000
  mark('markEnd', book)
  await settled(book, n)
  return result(book, n, { from: lead, to: total }, (total - lead) / gone)
}

async function settled(book: Ledger, sent: number): Promise<void> {
  const end = performance.now() + graceMs
  while (performance.now() < end && book.deliveries < sent - book.refused) await sleep(50)
}

function result(book: Ledger, sent: number, { from, to }: { from: number; to: number }, perSecond: number): Measured {
  const { ack, deliver } = tookOf(book, from, to)
  const { doubled, reordered, refused, firstRefusal } = book
  const lost = sent - refused - book.deliveries
  return {
    perSecond,
    ack: latencyOf(ack),
    deliver: latencyOf(deliver),
    lost,
    doubled,
    reordered,
    refused,
    firstRefusal,
  }
}

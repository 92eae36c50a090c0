import { setTimeout as sleep } from 'node:timers/promises'
import { latencyOf } from '../stats.ts'
import { atOnce } from './at-once.ts'
import { type Ledger, noteAck, noteDelivery, noteRefusal, noteSent, openLedger, tookOf } from './ledger.ts'
import type { Measured, Opened } from './protocol.ts'
import { deskCount, openDesk, openWidget, tagLength, type Target, type Widget } from './target.ts'

type Marking = (name: 'markStart' | 'markEnd', at: { acks: number }) => void

/** More messages than one saturation can bring. */
const most = 2_000_000
/** A server that refuses all the time is not being measured. */
const refusalsAllowed = 1_000
const warmUpMs = 700
/** How long late messages are waited for before they count as lost. */
const graceMs = 2_000

const newTag = (): string => Math.random().toString(36).slice(2).padEnd(tagLength, 'x').slice(0, tagLength)

/** Customers who write and operators who are told. */
export function createTalk(mark: Marking) {
  let ledger: Ledger | null = null
  let afterAnswer: ((customer: number) => void) | null = null
  let widgets: Widget[] = []

  async function connect(target: Target, count: number): Promise<Opened> {
    const from = performance.now()
    const onDelivered = noteDelivery(() => ledger)
    await atOnce(deskCount(target), 20, (index) => openDesk(target, index, onDelivered))
    widgets = await atOnce(count, 50, (index) =>
      openWidget(target, index, {
        onAck: (n) => {
          if (ledger) noteAck(ledger, n)
          afterAnswer?.(index)
        },
        onRefused: (_n, answer) => {
          if (ledger) noteRefusal(ledger, answer)
          afterAnswer?.(index)
        },
      }),
    )
    return { count, seconds: (performance.now() - from) / 1_000 }
  }

  async function saturate(seconds: number, inFlight: number): Promise<Measured> {
    const book = (ledger = openLedger(newTag(), most, widgets.length))
    let n = 0
    let isOver = false
    const say = (customer: number): void => {
      if (isOver || n >= most || book.refused > refusalsAllowed) return
      noteSent(book, n, customer)
      widgets[customer]?.say(book.tag, n++)
    }
    afterAnswer = say
    for (let i = 0; i < inFlight; i++) say(i % widgets.length)
    await sleep(warmUpMs)
    const [acks, from] = [book.acks, performance.now()]
    mark('markStart', book)
    await sleep(seconds * 1_000)
    const [gone, counted] = [(performance.now() - from) / 1_000, book.acks - acks]
    mark('markEnd', book)
    isOver = true
    await settled(book, () => n)
    afterAnswer = null
    return result(book, n, acks, acks + counted, counted / gone)
  }

  async function rate(seconds: number, perSecond: number): Promise<Measured> {
    const lead = Math.round((perSecond * warmUpMs) / 1_000)
    const total = lead + Math.round(perSecond * seconds)
    const book = (ledger = openLedger(newTag(), total, widgets.length))
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
    await settled(book, () => n)
    return result(book, n, lead, total, (total - lead) / gone)
  }

  return { connect, saturate, rate }
}

async function settled(book: Ledger, sent: () => number): Promise<void> {
  const end = performance.now() + graceMs
  while (performance.now() < end && book.deliveries < sent() - book.refused) await sleep(50)
}

function result(book: Ledger, sent: number, from: number, to: number, perSecond: number): Measured {
  const { ack, deliver } = tookOf(book, from, to)
  const { doubled, reordered, refused, firstRefusal } = book
  return {
    perSecond,
    ack: latencyOf(ack),
    deliver: latencyOf(deliver),
    lost: sent - refused - book.deliveries,
    doubled,
    reordered,
    refused,
    firstRefusal,
  }
}

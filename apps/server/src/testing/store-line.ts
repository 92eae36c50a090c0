import type { BenchPeople } from './bench-data.ts'

/** Writes `count` messages in one transaction and resolves after its commit. */
export type WriteMessages = (count: number) => Promise<void>
export interface Variant {
  write: WriteMessages
  close(): Promise<void> | void
}
/** Who writes next and what: the same order of customers for every variant. */
export function nextLine(widgets: BenchPeople['widgets']) {
  const body = 'Hello, my order has not arrived yet and the tracking page shows no change since Monday. '.padEnd(
    100,
    '.',
  )
  let n = 0
  return () => {
    const widget = widgets[(n * 7919) % widgets.length]
    if (!widget) throw new Error('there are no widgets')
    return { widget, text: body, clientMessageId: `micro-${n++}` }
  }
}

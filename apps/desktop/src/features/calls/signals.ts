import type { CallSignalEvent } from '@care/contract'

type Listener = (signal: CallSignalEvent) => void
let listener: Listener | null = null
let early: CallSignalEvent[] = []
const mostKept = 300

/** What came before the call’s code was there is kept for it. */
export function hearSignal(signal: CallSignalEvent): void {
  if (listener) listener(signal)
  else if (early.length < mostKept) early.push(signal)
}
export function listenToSignals(next: Listener): () => void {
  listener = next
  for (const signal of early) next(signal)
  early = []
  return () => {
    listener = null
  }
}

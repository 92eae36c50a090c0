import { AsyncLocalStorage } from 'node:async_hooks'

const inside = new AsyncLocalStorage<true>()

/** Refuses a transaction within a transaction: on SQLite's single writer it would wait for itself for ever. */
export function guarded<T>(work: () => Promise<T>): Promise<T> {
  return inside.run(true, work)
}

export function refuseNesting(): void {
  if (inside.getStore()) throw new Error('transact() was called inside a transaction')
}

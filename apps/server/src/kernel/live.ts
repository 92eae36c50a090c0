import type { Push } from './module.ts'

/** What the kernel and commands' owners need of the sockets. */
export interface Live {
  push(pushes: readonly Push[]): void
  /** Ends the sockets of a session or an operator on every process; the client must sign in again or reconnect. */
  disconnect(room: string): void
}

/** For processes without sockets, e.g. making the demo data. */
export const silent: Live = { push: () => {}, disconnect: () => {} }

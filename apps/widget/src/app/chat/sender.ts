import type { ErrorCode } from '@care/contract'
import { add, nextToSend, refuse, remove, retry, type Outbox, type OutboxItem } from './outbox.ts'

/** What a try to send came to. */
export type SendResult = 'sent' | { refused: ErrorCode } | { waitMs: number | null }

export interface SenderPorts {
  /** Sends once; never throws. `waitMs: null` leaves the pause to the sender. */
  send(item: OutboxItem): Promise<SendResult>
  onChange(outbox: Outbox): void
  /** Keeps an item over a reload, per item, so that two tabs never overwrite each other. */
  keep: (item: OutboxItem) => void
  forget: (id: string) => void
  delay(action: () => void, ms: number): () => void
  random(): number
}

const firstPauseMs = 500
const longestPauseMs = 15_000

/** The spread (`random` 0 to 1) keeps a thousand widgets from knocking together after an outage. */
const pauseAfter = (failures: number, random: number): number =>
  Math.min(longestPauseMs, firstPauseMs * 2 ** failures) * (0.5 + random / 2)

/**
 * Sends the outbox in order, one at a time, until the server confirms each; repeats with growing pauses. The server
 * knows a repeated clientMessageId, so a lost answer doubles nothing.
 */
export function createSender(ports: SenderPorts, kept: readonly OutboxItem[] = []) {
  let outbox: Outbox = kept.reduce<Outbox>(add, [])
  let isSending = false
  let failures = 0
  let cancelPause: (() => void) | null = null

  const set = (next: Outbox): void => {
    outbox = next
    ports.onChange(outbox)
  }
  const drop = (id: string): void => {
    ports.forget(id)
    if (outbox.some((item) => item.clientMessageId === id)) set(remove(outbox, id))
  }
  const keepAgain = (id: string): void => outbox.filter((item) => item.clientMessageId === id).forEach(ports.keep)
  const settle = (item: OutboxItem, result: SendResult): void => {
    if (result === 'sent') {
      failures = 0
      drop(item.clientMessageId)
    } else if ('refused' in result) {
      failures = 0
      set(refuse(outbox, item.clientMessageId, result.refused))
      keepAgain(item.clientMessageId)
    } else {
      cancelPause = ports.delay(run, result.waitMs ?? pauseAfter(failures, ports.random()))
      failures += 1
      return
    }
    run()
  }
  function run(): void {
    cancelPause?.()
    cancelPause = null
    const item = nextToSend(outbox)
    if (isSending || !item) return
    isSending = true
    void ports.send(item).then((result) => {
      isSending = false
      settle(item, result)
    })
  }

  return {
    /** Takes a message and sends it as soon as the ones before it are through. */
    push(item: OutboxItem): void {
      // A clock that was set back must not put a new message before an older one.
      const createdAt = Math.max(item.createdAt, ...outbox.map((other) => other.createdAt + 1))
      const placed = { ...item, createdAt }
      ports.keep(placed)
      set(add(outbox, placed))
      // During a pause the line waits; the new one is behind it.
      if (!cancelPause) run()
    },
    retry(id: string, now: number): void {
      set(retry(outbox, id, now))
      keepAgain(id)
      run()
    },
    /** Thrown away by the visitor, or known to be at the server: by its push, or from another tab. */
    drop,
    /** Tries at once: the connection is back. */
    poke(): void {
      failures = 0
      run()
    },
  }
}
export type Sender = ReturnType<typeof createSender>

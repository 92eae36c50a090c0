import { type ApiError, isApiError } from '../api-error.ts'
import type { KeptChunk, KeptChunks } from './kept-chunks.ts'

export interface SenderPorts {
  ownerId: string
  kept: KeptChunks
  send: (chunk: KeptChunk) => Promise<unknown>
  /** In ms; resolves after so long. */
  wait?: (ms: number) => Promise<void>
}

const pauses = { first: 1_000, most: 30_000 } as const
/** What lies here longer than the server waits for it is of no use any more, in ms. */
const oldMs = 24 * 60 * 60_000

const waitFor = (ms: number): Promise<void> => new Promise((resolve) => setTimeout(resolve, ms))

/** What a refusal means for a part: it is `done` with, the whole segment is `lost`, or it is to be sent `again`. */
export function afterRefusal(
  { code, details }: Pick<ApiError, 'code' | 'details'>,
  seq: number,
): 'done' | 'lost' | 'again' {
  switch (code) {
    case 'OFFLINE':
    case 'UNAVAILABLE':
    case 'INTERNAL':
    case 'TOO_MANY_TRIES':
    case 'NOT_SIGNED_IN':
      return 'again'
    case 'CONFLICT': {
      // Without a number somebody else wrote at the same moment.
      const nextSeq = typeof details['nextSeq'] === 'number' ? details['nextSeq'] : null
      if (nextSeq === null) return 'again'
      return seq < nextSeq ? 'done' : 'lost'
    }
    default:
      return 'done'
  }
}

/** Sends what is kept, strictly in order, until the server has it; what it refuses for good is dropped. */
class Sender {
  readonly #ports: SenderPorts
  readonly #lost = new Set<string>()
  #running: Promise<void> | null = null
  #again = false

  constructor(ports: SenderPorts) {
    this.#ports = ports
  }

  /** There is something to send, or there may be. */
  wake(): void {
    if (this.#running) {
      this.#again = true
      return
    }
    this.#running = this.#run().finally(() => {
      this.#running = null
      if (this.#again) {
        this.#again = false
        this.wake()
      }
    })
  }
  /** Everything that there was is sent or dropped. */
  async idle(): Promise<void> {
    while (this.#running) await this.#running
  }

  async #run(): Promise<void> {
    const { kept, ownerId, wait = waitFor } = this.#ports
    let pause: number = pauses.first
    for (;;) {
      const chunk = await kept.first(ownerId).catch(() => null)
      if (!chunk) return
      if (await this.#isDone(chunk)) {
        await kept.remove(chunk.place)
        pause = pauses.first
      } else {
        await wait(pause)
        pause = Math.min(2 * pause, pauses.most)
      }
    }
  }
  async #isDone(chunk: KeptChunk): Promise<boolean> {
    const { segmentId, seq, startedAt } = chunk
    if (this.#lost.has(segmentId) || Date.now() - startedAt > oldMs) return true
    try {
      await this.#ports.send(chunk)
      return true
    } catch (error) {
      const fate = isApiError(error) ? afterRefusal(error, seq) : 'again'
      if (fate === 'lost') this.#lost.add(segmentId)
      return fate !== 'again'
    }
  }
}
export type ChunkSender = Sender
export const createSender = (ports: SenderPorts): ChunkSender => new Sender(ports)

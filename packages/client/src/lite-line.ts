import { connectFrame, goodbyeFrame, pong, readFrame, type Frame } from './lite-wire.ts'

const firstPauseMs = 500
const longestPauseMs = 5_000
const answerWithinMs = 20_000

export interface LinePorts {
  /** The namespace, '/widget'. */
  path: string
  baseUrl: string | undefined
  auth: () => Record<string, unknown>
  /** Frames that mean something to the one above. */
  hear: (frame: Frame) => void
  onLost: (reason: string, wasConnected: boolean) => void
  onTry: (tries: number) => void
}

/** One websocket that is dialled again until `close`: heartbeat, silence, pauses between tries. */
class LiteLine {
  isConnected = false
  readonly #ports: LinePorts
  #socket: WebSocket | null = null
  #isWanted = false
  #tries = 0
  #silenceMs = answerWithinMs
  #watchdog: ReturnType<typeof setTimeout> | undefined
  #pause: ReturnType<typeof setTimeout> | undefined
  // A laptop that wakes up or a phone that leaves the tunnel must not sit out the pause.
  readonly #onOnline = (): void => this.retryNow()

  constructor(ports: LinePorts) {
    this.#ports = ports
  }
  connect(): void {
    if (!this.#isWanted) globalThis.addEventListener?.('online', this.#onOnline)
    this.#isWanted = true
    this.#dial()
  }
  close(): void {
    this.#isWanted = false
    globalThis.removeEventListener?.('online', this.#onOnline)
    clearTimeout(this.#pause)
    if (this.isConnected) this.send(goodbyeFrame(this.#ports.path))
    this.#lose('io client disconnect')
  }
  retryNow(): void {
    if (!this.#isWanted || this.isConnected) return
    const stuck = this.#socket
    this.#socket = null
    stuck?.close()
    this.#tries = 0
    this.#dial()
  }
  send(text: string): void {
    this.#socket?.send(text)
  }

  #dial(): void {
    clearTimeout(this.#pause)
    if (this.#socket) return
    const base = new URL(this.#ports.baseUrl || globalThis.location.origin)
    const scheme = base.protocol === 'https:' ? 'wss' : 'ws'
    const socket = new WebSocket(`${scheme}://${base.host}/socket.io/?EIO=4&transport=websocket`)
    this.#socket = socket
    this.#silenceMs = answerWithinMs
    this.#watch()
    // An old socket may still speak after it was given up.
    socket.addEventListener('message', ({ data }) => {
      if (this.#socket === socket && typeof data === 'string') this.#hear(readFrame(data))
    })
    socket.addEventListener('close', () => {
      if (this.#socket === socket) this.#lose('transport close')
    })
  }
  #hear(frame: Frame): void {
    this.#watch()
    if (frame.kind === 'ping') this.send(pong)
    else if (frame.kind === 'open') {
      this.#silenceMs = frame.pingInterval + frame.pingTimeout
      this.send(connectFrame(this.#ports.path, this.#ports.auth()))
    } else if (frame.kind === 'gone') this.#lose('io server disconnect')
    else if (frame.kind === 'close') this.#lose('transport close')
    else {
      if (frame.kind === 'connected') {
        this.isConnected = true
        this.#tries = 0
      }
      if (frame.kind === 'refused') {
        this.#isWanted = false
        this.#lose('refused')
      }
      this.#ports.hear(frame)
    }
  }
  /** A dead network closes nothing: silence longer than the server's rhythm counts as lost. */
  #watch(): void {
    clearTimeout(this.#watchdog)
    this.#watchdog = setTimeout(() => this.#lose('ping timeout'), this.#silenceMs)
  }
  #lose(reason: string): void {
    const wasConnected = this.isConnected
    const old = this.#socket
    this.#socket = null
    this.isConnected = false
    clearTimeout(this.#watchdog)
    old?.close()
    this.#ports.onLost(reason, wasConnected)
    if (!this.#isWanted) return
    const grown = Math.min(longestPauseMs, firstPauseMs * 2 ** this.#tries)
    this.#tries += 1
    const tries = this.#tries
    // Spread, so that a restarted server is not met by everybody at once.
    this.#pause = setTimeout(
      () => {
        this.#ports.onTry(tries)
        this.#dial()
      },
      grown * (0.5 + Math.random() / 2),
    )
  }
}

export const createLiteLine = (ports: LinePorts): LiteLine => new LiteLine(ports)

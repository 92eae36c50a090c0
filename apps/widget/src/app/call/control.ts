import type { CallSignalEvent, WidgetCall } from '@care/contract'
import { offline } from '@care/client'
import { type CallClient, createCallClient, type MyLine, tabId } from '@care/client/calls'
import { repeating } from '../chat/actions.ts'
import type { Api } from '../api.ts'
import type { Live } from '../live.ts'
import { ring } from '../ring.ts'
import type { Store } from '../store.ts'

export interface CallControlPorts {
  api: Api
  store: Store
  live: () => Live
  page: () => string
}
/** Before there is a call: only the microphone is asked for. */
const nothingYet: MyLine = { state: 'waiting', mySeat: null, peers: [] }

/** The visitor’s side of his call: begins it, keeps its line in the store, hangs up. */
class Control {
  readonly #ports: CallControlPorts
  #client: CallClient | null = null

  constructor(ports: CallControlPorts) {
    this.#ports = ports
    addEventListener('online', () => this.#client?.networkChanged())
  }

  /** Asks for the microphone, then calls. Rejects with the server’s refusal. */
  async start(takesOver = false): Promise<void> {
    try {
      await this.#make(this.#openCall() ?? nothingYet).start({ takesOver })
    } catch (error) {
      this.#drop()
      this.#ports.store.set('patch', { line: null })
      throw error
    }
  }
  /** A call that goes on: this window had it before a reload, or another one has it. */
  resume(call: WidgetCall): void {
    if (this.#client) return this.#client.update(call)
    this.#ports.store.set('patch', { wants: 'call' })
    const made = this.#make(call)
    const isOurs = call.mySeat?.tabId === null || call.mySeat?.tabId === tabId()
    if (isOurs) void made.start().catch(() => this.#drop())
    else this.#ports.store.set('patch', { line: { ...made.get(), phase: 'elsewhere' } })
  }
  update(call: WidgetCall): void {
    const before = this.#ports.store.get().line?.phase
    this.#client?.update(call)
    if (before === 'waiting' && call.state === 'active') ring()
  }
  hear(signal: CallSignalEvent): void {
    this.#client?.hear(signal)
  }
  lineIsBack(): void {
    if (!this.#client) return
    this.#client.lineIsBack()
    // What changed meanwhile was pushed to nobody.
    const { api, store } = this.#ports
    void api.call('getWidgetCall').then(
      ({ call }) => {
        if (!call) return
        store.set('patch', { call })
        this.#client?.update(call)
      },
      () => undefined,
    )
  }
  setMuted(isMuted: boolean): void {
    this.#client?.setMuted(isMuted)
  }
  /** Whether the call may be recorded; can be taken back. Rejects with the server’s refusal. */
  async answerRecording(agrees: boolean): Promise<void> {
    const { api, store } = this.#ports
    const call = await repeating(() => api.call('answerRecording', { body: { agrees } }))
    store.set('patch', { call })
  }
  async hangUp(): Promise<void> {
    const { api, store } = this.#ports
    this.#drop()
    if (!this.#openCall()) return store.set('patch', { line: null, wants: 'chat' })
    const call = await repeating(() => api.call('endWidgetCall'))
    store.set('patch', { call, line: null })
  }
  /** The end was read. */
  dismiss(): void {
    this.#drop()
    this.#ports.store.set('patch', { call: null, line: null, wants: 'chat' })
  }

  #openCall(): WidgetCall | null {
    const { call } = this.#ports.store.get()
    return call?.state === 'ended' ? null : call
  }
  async #begin(): Promise<void> {
    if (this.#openCall()) return
    const { api, store, page } = this.#ports
    const { name, email } = store.get().visitor
    const call = await repeating(() => api.call('startCall', { body: { name, email, page: page().slice(0, 500) } }))
    store.set('patch', { call })
  }
  #make(line: MyLine): CallClient {
    const { api, store, live } = this.#ports
    this.#drop()
    const made = createCallClient(line, {
      sit: async (body) => {
        await this.#begin()
        // Hung up meanwhile.
        if (this.#client !== made) throw offline()
        const call = await live().call('takeWidgetCallSeat', { body })
        store.set('patch', { call })
        return call
      },
      signal: (body) => live().call('signalWidgetCall', { body }),
      note: (body) => live().call('noteWidgetCall', { body }),
      servers: async () => (await api.call('getWidgetCallServers')).items,
    })
    this.#client = made
    const show = (): void => {
      if (this.#client === made) store.set('patch', { line: made.get() })
    }
    made.subscribe(show)
    show()
    return made
  }
  #drop(): void {
    this.#client?.stop()
    this.#client = null
  }
}
export type CallControl = Control
export const createCallControl = (ports: CallControlPorts): CallControl => new Control(ports)

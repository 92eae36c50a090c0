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
export function createCallControl({ api, store, live, page }: CallControlPorts) {
  let client: CallClient | null = null

  const openCall = (): WidgetCall | null => {
    const { call } = store.get()
    return call?.state === 'ended' ? null : call
  }
  async function begin(): Promise<void> {
    if (openCall()) return
    const { name, email } = store.get().visitor
    const call = await repeating(() => api.call('startCall', { body: { name, email, page: page().slice(0, 500) } }))
    store.set('patch', { call })
  }
  function make(line: MyLine): CallClient {
    drop()
    const made = createCallClient(line, {
      sit: async (body) => {
        await begin()
        if (client !== made) throw offline()
        const call = await live().call('takeWidgetCallSeat', { body })
        store.set('patch', { call })
        return call
      },
      signal: (body) => live().call('signalWidgetCall', { body }),
      note: (body) => live().call('noteWidgetCall', { body }),
      servers: async () => (await api.call('getWidgetCallServers')).items,
    })
    client = made
    const show = (): void => store.set('patch', { line: made.get() })
    made.subscribe(show)
    show()
    return made
  }
  function drop(): void {
    client?.stop()
    client = null
  }
  addEventListener('online', () => client?.networkChanged())

  return {
    /** Asks for the microphone, then calls. Rejects with the server’s refusal. */
    async start(takesOver = false): Promise<void> {
      const call = openCall()
      try {
        await make(call ?? nothingYet).start({ takesOver })
      } catch (error) {
        drop()
        store.set('patch', { line: null })
        throw error
      }
    },
    resume(call: WidgetCall): void {
      if (client) return client.update(call)
      store.set('patch', { wants: 'call' })
      if (call.mySeat?.tabId === null || call.mySeat?.tabId === tabId()) void make(call).start()
      else store.set('patch', { line: { ...make(call).get(), phase: 'elsewhere' } })
    },
    update(call: WidgetCall): void {
      const before = store.get().line?.phase
      client?.update(call)
      if (before === 'waiting' && call.state === 'active') ring()
    },
    hear: (signal: CallSignalEvent): void => client?.hear(signal),
    lineIsBack(): void {
      client?.lineIsBack()
      // What changed meanwhile was pushed to nobody.
      if (client)
        void api.call('getWidgetCall').then(
          ({ call }) => {
            if (!call) return
            store.set('patch', { call })
            client?.update(call)
          },
          () => undefined,
        )
    },
    setMuted: (isMuted: boolean): void => client?.setMuted(isMuted),
    async hangUp(): Promise<void> {
      drop()
      if (!openCall()) return store.set('patch', { line: null, wants: 'chat' })
      const call = await repeating(() => api.call('endWidgetCall'))
      store.set('patch', { call, line: null })
    },
    /** The end was read. */
    dismiss(): void {
      drop()
      store.set('patch', { call: null, line: null, wants: 'chat' })
    },
  }
}
export type CallControl = ReturnType<typeof createCallControl>

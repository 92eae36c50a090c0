import type { CallSignalEvent, WidgetCall } from '@care/contract'
import type { Api } from './api.ts'
import type { CallControl } from './call/control.ts'
import type { Live, LivePorts } from './live.ts'
import type { Store } from './store.ts'

interface CallsPorts {
  api: Api
  store: Store
  live: () => Live
  page: () => string
}

/** Calls of this visitor; what they need is fetched when there is one, or when one is begun. */
export function createCalls(ports: CallsPorts) {
  const { store } = ports
  let loading: Promise<CallControl> | null = null
  let control: CallControl | null = null
  let early: CallSignalEvent[] = []

  async function load(): Promise<CallControl> {
    const { createCallControl } = await import('./call/control.ts')
    control = createCallControl(ports)
    for (const signal of early) control.hear(signal)
    early = []
    return control
  }
  const loaded = (): Promise<CallControl> => {
    loading ??= load().catch((error: unknown) => {
      loading = null
      throw error
    })
    return loading
  }
  const changed = (call: WidgetCall): void => {
    // Older news, or of an older call.
    const known = store.get().call
    if (known && known.activityId !== call.activityId && known.startedAt > call.startedAt) return
    store.set('patch', { call })
    if (control) control.update(call)
    else if (call.state !== 'ended') resume()
  }
  /** A call that goes on: this window had it before a reload, or shows that another one has it. */
  function resume(): void {
    const { call } = store.get()
    if (call && call.state !== 'ended')
      void loaded().then(
        (it) => it.resume(call),
        () => undefined,
      )
  }
  const events: Pick<LivePorts['events'], 'call.changed' | 'call.signal'> = {
    'call.changed': ({ call }) => changed(call),
    'call.signal': (signal) => (control ? control.hear(signal) : void early.push(signal)),
  }
  return { loaded, resume, events, lineIsBack: (): void => control?.lineIsBack() }
}
export type Calls = ReturnType<typeof createCalls>

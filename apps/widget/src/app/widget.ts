import type { Attachment } from '@care/contract'
import { newKey } from '@care/client'
import { createApi, type Api } from './api.ts'
import { createActions } from './chat/actions.ts'
import { createDeliver, outboxDisk } from './chat/deliver.ts'
import { createIncoming } from './chat/incoming.ts'
import { createMarker } from './chat/marks.ts'
import { createSender } from './chat/sender.ts'
import { createSession } from './chat/session.ts'
import { createTypingSign } from './chat/typing.ts'
import { tellHost } from './host-news.ts'
import { createCalls } from './calls.ts'
import { connectHost } from './host.ts'
import { createLive, type Live, type LivePorts } from './live.ts'
import type { Params } from './params.ts'
import { allowRing } from './ring.ts'
import { openStorage, type TextStore } from './storage.ts'
import { createStore, type State, type Store } from './store.ts'

/** What tests replace: the way to the server. `storage` is that of another visitor in the same browser. */
export interface Ways {
  storage?: TextStore
  api: (token: () => string) => Api
  live: (ports: LivePorts) => Live
}
interface Base {
  params: Params
  store: Store
  storage: TextStore
  api: Api
  token: () => string
}

interface Parts extends Base {
  identity: Promise<string | undefined>
  own: (token: string) => void
}

/** A page whose own server does not answer gets a chat all the same. */
const longestWaitMs = 5_000

/** Puts the parts of the widget together. Views read `store` and call what is returned here. */
export function createWidget(params: Params, ways: Ways = { api: createApi, live: createLive }) {
  const storage = ways.storage ?? openStorage(params.siteKey)
  let ownToken = ''
  const token = (): string => ownToken || (storage.get('token') ?? '')
  const base: Base = { params, storage, token, store: createStore(), api: ways.api(token) }
  const { store, api } = base
  let page = ''
  let said: (identity: string | undefined) => void = () => {}
  const identity = new Promise<string | undefined>((resolve) => {
    said = resolve
    if (params.hasIdentity) setTimeout(resolve, longestWaitMs, '')
    else resolve(undefined)
  })
  const { session, live, sender, marker, calls } = connectParts(
    { ...base, identity, own: (its) => (ownToken = its) },
    ways,
    () => page,
  )
  const typing = createTypingSign((isTyping) => live.volatile('typing', { isTyping }))
  const host = connectHost(params.host, (message) => {
    page = message.page
    said(message.identity)
    const isOpen = message.care === 'open'
    const { isFullScreen, wants } = message
    store.set('patch', { isOpen, isFullScreen, ...(wants && { wants }), ...(isOpen && { joinedUnseen: false }) })
  })
  tellHost(store, host)
  host.post({ care: 'ready' })

  return {
    store,
    storage,
    api,
    typing,
    ...createActions(api, store, () => page),
    open: session.open,
    earlier: session.earlier,
    seen: marker.seen,
    send: (text: string, attachments: Attachment[]): void => {
      typing.stop()
      allowRing()
      sender.push({ clientMessageId: newKey(), text, attachments, createdAt: Date.now(), refused: null })
    },
    retrySend: (id: string) => sender.retry(id, Date.now()),
    discard: (id: string) => sender.drop(id),
    calls,
    reconnect: () => live.retryNow(),
    want: (wants: State['wants']) => store.set('patch', { wants }),
    minimise: () => host.post({ care: 'minimise' }),
  }
}
export type Widget = ReturnType<typeof createWidget>

/** Session, live connection, outbox and marks know each other only here. */
function connectParts({ params, store, storage, api, token, identity, own }: Parts, ways: Ways, page: () => string) {
  const disk = outboxDisk(storage)
  const session = createSession({
    api,
    // Who comes back has just opened the socket: asking through it spares the server a request (docs/performance.md).
    list: (query) =>
      live.isConnected ? live.call('listWidgetMessages', { query }) : api.call('listWidgetMessages', { query }),
    store,
    storage,
    site: { siteKey: params.siteKey, ...(params.language && { language: params.language }) },
    identity: () => identity,
    own,
    onOther: () => forgetAll(storage, store, (id) => sender.drop(id)),
    onOpened: () => {
      live.connect()
      sender.poke()
      calls.resume()
    },
  })
  const calls = createCalls({ api, store, live: () => live, page })
  const confirm = (id: string): void => sender.drop(id)
  const incoming = createIncoming({ store, repair: session.repair, confirm, call: calls.events })
  const live = ways.live({
    token,
    onConnected: () => {
      store.set('patch', { isConnected: true, wasConnected: true })
      void session.repair()
      sender.poke()
      marker.forget()
      calls.lineIsBack()
    },
    onDisconnected: () =>
      store.set('patch', { isConnected: false, typing: null, lostAt: store.get().lostAt ?? Date.now() }),
    onUnknownVisitor: () => void session.renew(),
    events: incoming.events,
  })
  const kept = disk.read()
  const sender = createSender(
    {
      ...disk,
      send: createDeliver({ api, live: () => live, renew: session.renew, onSent: incoming.message }),
      onChange: (outbox) => store.set('patch', { outbox }),
      delay,
      random: Math.random,
    },
    kept,
  )
  store.set('patch', { outbox: kept.toSorted((a, b) => a.createdAt - b.createdAt) })
  const marker = createMarker(store, async (body) => {
    const marks = live.isConnected
      ? await live.call('setWidgetMarks', { body })
      : await api.call('setWidgetMarks', { body })
    store.set('marks', marks)
  })
  noteNew(store, () => marker.note())
  return { session, live, sender, marker, calls }
}

const delay = (action: () => void, ms: number): (() => void) => {
  const timer = setTimeout(action, ms)
  return () => clearTimeout(timer)
}

/** What was typed and not sent, and whatever else was kept here. */
function forgetAll(storage: TextStore, store: Store, drop: (id: string) => void): void {
  for (const key of storage.keys()) storage.remove(key)
  for (const { clientMessageId } of store.get().outbox) drop(clientMessageId)
}

/** Whenever the messages on screen are other ones. */
function noteNew(store: Store, note: () => void): void {
  let noted = store.get().messages
  store.subscribe(() => {
    const { messages } = store.get()
    if (messages !== noted) note()
    noted = messages
  })
}

import type { Attachment, Message } from '@care/contract'
import { isWorthRepeating, newKey } from '@care/client'
import { createApi, type Api } from './api.ts'
import { createActions } from './chat/actions.ts'
import { createMarker } from './chat/marks.ts'
import type { OutboxItem } from './chat/outbox.ts'
import { createSender, type SendResult } from './chat/sender.ts'
import { createSession } from './chat/session.ts'
import { contiguousSeq, lastSeq, unreadCount } from './chat/thread.ts'
import { createTypingSign, forgetTypingMs } from './chat/typing.ts'
import { readable } from './colour.ts'
import { failureOf, waitOf } from './failure.ts'
import { connectHost } from './host.ts'
import { createLive } from './live.ts'
import type { Params } from './params.ts'
import { allowRing, ring } from './ring.ts'
import { getJson, openStorage, setJson } from './storage.ts'
import { createStore } from './store.ts'

const outboxKey = (id: string): string => `out:${id}`

/** Puts the parts of the widget together. Views read `store` and call what is returned here. */
export function createWidget(params: Params, makeApi: (token: () => string) => Api = createApi) {
  const storage = openStorage(params.siteKey)
  const token = (): string => storage.get('token') ?? ''
  const store = createStore()
  const api = makeApi(token)
  let page = ''

  const session = createSession({
    api,
    store,
    storage,
    site: { siteKey: params.siteKey, language: params.language },
    onOpened: () => {
      live.connect()
      sender.poke()
    },
  })
  const live = createLive({
    token,
    onConnected: () => {
      store.set('patch', { isConnected: true, wasConnected: true })
      void session.repair()
      sender.poke()
      marker.forget()
    },
    onDisconnected: () => store.set('patch', { isConnected: false, typing: null }),
    onUnknownVisitor: () => void session.renew(),
    events: {
      'chat.message': ({ message }) => arrive(message),
      'chat.marks': ({ marks }) => store.set('marks', marks),
      'chat.changed': ({ chat }) => {
        const isOther = chat.activityId !== store.get().chat?.activityId
        store.set('chat', chat)
        if (isOther) void session.repair()
      },
      'chat.typing': ({ isTyping, name }) => showTyping(isTyping ? name : null),
      'site.changed': ({ isOnline }) => {
        const { config } = store.get()
        if (config) store.set('patch', { config: { ...config, isOnline } })
      },
    },
  })

  let typingTimer: ReturnType<typeof setTimeout> | undefined
  const showTyping = (name: string | null): void => {
    clearTimeout(typingTimer)
    store.set('patch', { typing: name })
    if (name) typingTimer = setTimeout(() => store.set('patch', { typing: null }), forgetTypingMs)
  }
  const arrive = (message: Message): void => {
    const { chat, isOpen } = store.get()
    if (message.activityId !== chat?.activityId) return void session.repair()
    if (!isOpen && message.author.kind === 'operator') ring()
    // Both in one step, so that the pending bubble becomes the sent one in the same frame.
    store.set('messages', [message])
    sender.confirm(message.clientMessageId)
    if (contiguousSeq(store.get().messages) < lastSeq(store.get().messages)) void session.repair()
  }

  const sendOnce = async (item: OutboxItem): Promise<SendResult> => {
    const { clientMessageId, text } = item
    const body = { clientMessageId, text, attachmentIds: item.attachments.map((attachment) => attachment.id) }
    try {
      arrive(
        live.isConnected
          ? await live.call('sendWidgetMessage', { body })
          : await api.call('sendWidgetMessage', { body, idempotencyKey: clientMessageId }),
      )
      return 'sent'
    } catch (error) {
      const failure = failureOf(error)
      if (failure === 'VISITOR_UNKNOWN') await session.renew()
      const wait = waitOf(error)
      if (wait !== null || isWorthRepeating(error) || failure === 'OFFLINE') return { waitMs: wait }
      return { refused: failure }
    }
  }
  const kept = storage
    .keys()
    .filter((key) => key.startsWith('out:'))
    .flatMap((key) => getJson<OutboxItem>(storage, key) ?? [])
  const sender = createSender(
    {
      send: sendOnce,
      onChange: (outbox) => store.set('patch', { outbox }),
      keep: (item) => setJson(storage, outboxKey(item.clientMessageId), item),
      forget: (id) => storage.remove(outboxKey(id)),
      delay: (action, ms) => {
        const timer = setTimeout(action, ms)
        return () => clearTimeout(timer)
      },
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
  const typing = createTypingSign((isTyping) => {
    if (live.isConnected) live.volatile('typing', { isTyping })
  })
  const host = connectHost(params.host, (message) => {
    page = message.page
    const isOpen = message.care === 'open'
    store.set('patch', { isOpen, isFullScreen: message.isFullScreen, ...(isOpen ? { joinedUnseen: false } : {}) })
  })

  const tellHost = (): void => {
    const { chat, config, joinedUnseen, messages } = store.get()
    const unread = chat ? unreadCount(messages, chat.marks) : 0
    const isLive = chat !== null && chat.state !== 'ended'
    if (config)
      host.post({
        care: 'state',
        unread: Math.max(unread, joinedUnseen ? 1 : 0),
        isLive,
        colour: readable(config.colour),
      })
  }
  let told = store.get()
  store.subscribe(() => {
    const state = store.get()
    if (state.joinedUnseen && !told.joinedUnseen) ring()
    if (state.messages !== told.messages) marker.note()
    if (
      state.messages !== told.messages ||
      state.chat !== told.chat ||
      state.config !== told.config ||
      state.joinedUnseen !== told.joinedUnseen
    )
      tellHost()
    told = state
  })
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
    discard: (id: string) => sender.discard(id),
    reconnect: () => live.retryNow(),
    want: (wants: 'chat' | 'newChat' | 'leaveMessage') => store.set('patch', { wants }),
    minimise: () => host.post({ care: 'minimise' }),
  }
}
export type Widget = ReturnType<typeof createWidget>

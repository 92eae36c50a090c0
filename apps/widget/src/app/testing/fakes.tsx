import type {
  Attachment,
  CallbackSlot,
  EarlierChat,
  LinkedCallback,
  Message,
  WidgetCall,
  WidgetChat,
  WidgetConfig,
  WidgetEvents,
} from '@care/contract'
import { ApiError } from '@care/client'
import { loadWidget } from '@care/i18n/widget'
import { render } from '@testing-library/preact'
import type { Failure } from '../store.ts'
import { App } from '../views/App.tsx'
import { WidgetContext } from '../views/context.ts'
import { createWidget, type Ways } from '../widget.ts'

export const aConfig: WidgetConfig = {
  siteName: 'Brewhaus',
  language: 'en',
  hasPreChat: true,
  offersCalls: false,
  colour: '#1F5A45',
  isOnline: true,
  opensAt: null,
  maxAttachmentBytes: 1000,
  maxMessageLength: 20_000,
}
const noMarks = { customerDelivered: 0, customerRead: 0, operatorDelivered: 0, operatorRead: 0 }
export const aChat = (part: Partial<WidgetChat> = {}): WidgetChat => ({
  activityId: 'a1',
  requestNumber: 7,
  state: 'active',
  place: null,
  expectedWaitSeconds: null,
  overflowOffer: null,
  operatorName: 'Maya',
  startedAt: 1,
  endedAt: null,
  canRate: false,
  rating: null,
  marks: noMarks,
  ...part,
})
export const anAttachment = (part: Partial<Attachment> = {}): Attachment => ({
  id: 'f1',
  name: 'tank.png',
  contentType: 'image/png',
  size: 100,
  isImage: true,
  width: 10,
  height: 10,
  ...part,
})
export const refusal = (code: Failure): ApiError => new ApiError({ code, message: '', details: {}, requestId: '' })

export const slotsOfFake = [1, 2, 3].map((n) => ({
  from: Date.UTC(2026, 10, 13, 14 + n),
  to: Date.UTC(2026, 10, 13, 14 + n, 30),
}))
const aLinkedCallback = (part: Partial<LinkedCallback> = {}): LinkedCallback => ({
  state: 'planned',
  maskedPhone: '+•• ••• ••• 567',
  slot: { from: 0, to: 0 },
  timeZone: null,
  language: null,
  canChange: true,
  slots: slotsOfFake,
  ...part,
})

const slotAt = (body: unknown): CallbackSlot => {
  const { from } = body as { from: number }
  return { from, to: from + 1_800_000 }
}

/** A server in memory that stores a clientMessageId once and numbers messages; `push` speaks to the widget. */
export class FakeServer {
  config = { ...aConfig }
  chat: WidgetChat | null = null
  /** Another one is known by signature. */
  visitorId = 'v'
  messages: Message[] = []
  /** Talks that are over, which who is signed in may read. */
  earlier: EarlierChat[] = []
  /** The visitor’s, which this window may hold. */
  ownCall: WidgetCall | null = null
  calls: { name: string; body: unknown }[] = []
  /** Answered instead of the next calls of a name, in order. */
  failures: [name: string, failure: Failure][] = []
  isConnected = false
  /** Uploads wait for it. */
  uploading: Promise<void> = Promise.resolve()
  push: { [K in keyof WidgetEvents]: (payload: WidgetEvents[K]) => void } | null = null
  connect = (): void => {}
  disconnect = (): void => {}

  say(text: string, part: Partial<Message> = {}): Message {
    const message: Message = {
      id: `m${this.messages.length + 1}`,
      activityId: 'a1',
      seq: this.messages.length + 1,
      clientMessageId: `c${this.messages.length + 1}`,
      author: { kind: 'operator', id: 'o1', name: 'Maya' },
      text,
      attachments: [],
      createdAt: Date.UTC(2026, 10, 13, 14, 8),
      ...part,
    }
    this.messages.push(message)
    return message
  }
  bodies = (name: string): unknown[] => this.calls.filter((call) => call.name === name).map((call) => call.body)

  async answer(name: string, body: unknown, query: Record<string, number> = {}): Promise<unknown> {
    this.calls.push({ name, body })
    await Promise.resolve()
    const at = this.failures.findIndex(([failing]) => failing === name)
    if (at >= 0) throw refusal(this.failures.splice(at, 1)[0]?.[1] ?? 'INTERNAL')
    const { text = '', clientMessageId = '', name: visitor = '' } = (body ?? {}) as Record<string, string>
    const own = (): Message =>
      this.messages.find((message) => message.clientMessageId === clientMessageId) ??
      this.say(text, { clientMessageId, author: { kind: 'customer', id: 'v', name: visitor } })
    const answers: Record<string, () => unknown> = {
      openWidget: () => ({
        token: `token of ${this.visitorId}`,
        visitorId: this.visitorId,
        config: this.config,
        visitor: { name: '', email: '' },
        identity: { isKnown: this.visitorId !== 'v', refusal: null },
        chat: this.chat,
        hasEarlierChats: this.earlier.length > 0,
        messages: this.messages.slice(-60),
        call: null,
        hasEarlier: this.messages.length > 60,
      }),
      startChat: () => {
        this.chat = aChat({ state: 'waiting', place: 2, expectedWaitSeconds: 70, operatorName: null })
        return { chat: this.chat, message: own() }
      },
      sendWidgetMessage: own,
      listWidgetMessages: () => this.page(query),
      setWidgetMarks: () => ({ ...this.chat?.marks, customerRead: (body as { read?: number }).read ?? 0 }),
      leaveChat: () => (this.chat = { ...aChat(), ...this.chat, state: 'ended', endedAt: Date.now() }),
      rateChat: () =>
        (this.chat = { ...aChat(), ...this.chat, canRate: false, rating: (body as { score: number }).score }),
      takeWidgetCallSeat: () => this.ownCall,
      answerRecording: () => {
        const recording = (body as { agrees: boolean }).agrees ? 'recording' : 'refused'
        return this.ownCall && { ...this.ownCall, recording }
      },
      listEarlierChats: () => ({ items: this.earlier, nextCursor: null }),
      listEarlierMessages: () => ({ items: this.messages, hasEarlier: false }),
      leaveMessage: () => ({ ok: true }),
      listCallbackSlots: () => ({ items: slotsOfFake }),
      askCallback: () => ({ token: 'link-token', callback: aLinkedCallback({ slot: slotAt(body) }) }),
      moveCallbackByLink: () => aLinkedCallback({ slot: slotAt(body) }),
      cancelCallbackByLink: () => aLinkedCallback({ state: 'cancelled', canChange: false, slots: [] }),
    }
    return structuredClone(answers[name]?.())
  }
  private page({ afterSeq, beforeSeq }: Record<string, number>): unknown {
    const after = afterSeq === undefined ? this.messages : this.messages.filter((message) => message.seq > afterSeq)
    const fitting = beforeSeq === undefined ? after : after.filter((message) => message.seq < beforeSeq)
    const items = afterSeq === undefined ? fitting.slice(-60) : fitting.slice(0, 100)
    return { items, hasEarlier: fitting.length > 60, chat: this.chat }
  }

  ways(): Ways {
    const answer = this.answer.bind(this)
    return {
      api: () => ({
        call: ((name: string, input: { body?: unknown; query?: Record<string, number> } = {}) =>
          answer(name, input.body, input.query)) as never,
        fileUrl: (id) => `/files/${id}`,
        upload: (file) => ({
          done: Promise.all([answer('upload', file.name), this.uploading]).then(() =>
            anAttachment({ id: file.name, name: file.name, size: file.size, isImage: false }),
          ),
          cancel: () => {},
        }),
      }),
      live: (ports) => {
        this.push = ports.events
        this.connect = () => {
          this.isConnected = true
          ports.onConnected()
        }
        this.disconnect = () => {
          this.isConnected = false
          ports.onDisconnected()
        }
        const isConnected = (): boolean => this.isConnected
        return {
          get isConnected() {
            return isConnected()
          },
          call: ((name: string, input: { body?: unknown; query?: Record<string, number> }) =>
            answer(name, input.body, input.query)) as never,
          volatile: (name, body) => void this.calls.push({ name, body }),
          connect: () => this.connect(),
          retryNow: () => this.connect(),
        }
      },
    }
  }
}

/** Draws the whole widget in English against the fake. */
export async function openWidget(server: FakeServer) {
  const widget = createWidget({ siteKey: 'demo', language: 'en', host: '', hasIdentity: false }, server.ways())
  const t = await loadWidget('en')
  const view = render(
    <WidgetContext.Provider value={{ ...widget, t }}>
      <App />
    </WidgetContext.Provider>,
  )
  await widget.open()
  return { widget, ...view }
}

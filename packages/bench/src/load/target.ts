import { namespaces } from '@care/contract/wire'
import { connectPacket, emitPacket, numberAfter, packetReader } from '../wire/packets.ts'
import { openRawSocket, type RawSocket } from '../wire/raw-socket.ts'

/** A server under load and the people who come to it. */
export type Target =
  | { kind: 'relay'; port: number; widgets: number; desks: number }
  | {
      kind: 'product'
      port: number
      widgets: readonly { token: string; activityId: string }[]
      desks: readonly { cookie: string }[]
      supervisors: readonly { cookie: string }[]
    }

export interface Widget {
  /** Says message `n` of the measurement `tag`. */
  say(tag: string, n: number): void
  /** Asks for what was missed, as the widget does after every reconnect; the relay has no such thing. */
  catchUp(): Promise<void>
  close(): void
}
interface Answered {
  onAck: (n: number) => void
  onRefused: (n: number, answer: string) => void
}
export type OnDelivered = (tag: string, n: number) => void

const path = '/socket.io/?EIO=4&transport=websocket'
/** 100 bytes, as a customer's line is. */
const body = 'Hello, my order has not arrived yet and the tracking page shows no change since Monday. '.padEnd(100, '.')
/** Long enough for the contract, and numbered: "bench-<tag>-<n>". */
const keyMark = (tag: string): string => `bench-${tag}-`
export const tagLength = 6
/** Number of the question for what was missed; messages are numbered from 0. */
const catchUpId = 999_999_999

interface ConnectOptions {
  port: number
  namespace: string
  auth: unknown
  headers?: Record<string, string>
  onAck?: (id: number, text: string, from: number) => void
  onEvent?: (text: string, from: number) => void
  onClose?: () => void
}
/** One Socket.IO connection over a raw socket; resolves when the server has let it into the namespace. */
async function connect({
  port,
  namespace,
  auth,
  headers,
  onAck,
  onEvent,
  onClose,
}: ConnectOptions): Promise<RawSocket> {
  const opened: { socket?: RawSocket } = {}
  const { promise, resolve, reject } = Promise.withResolvers<void>()
  const read = packetReader(namespace, {
    onPing: (pong) => opened.socket?.send(pong),
    onConnected: () => resolve(),
    onRefused: (reason) => reject(new Error(`the server refused ${namespace}: ${reason}`)),
    onAck: (id, text, from) => onAck?.(id, text, from),
    onEvent: (text, from) => onEvent?.(text, from),
  })
  const socket = (opened.socket = await openRawSocket({
    port,
    path,
    ...(headers ? { headers } : {}),
    onText: read,
    onClose: () => {
      reject(new Error('the server closed the socket'))
      onClose?.()
    },
  }))
  socket.send(connectPacket(namespace, auth))
  await promise
  return socket
}

/** Opens customer `index`; an index stands for the same person every time. */
export async function openWidget(
  target: Target,
  index: number,
  { onAck, onRefused }: Answered,
  onClose?: () => void,
): Promise<Widget> {
  const isOk = (text: string, from: number): boolean => text.startsWith('[{"ok":true', from)
  const caughtUp = Promise.withResolvers<void>()
  const answered = (id: number, text: string, from: number): void => {
    if (isOk(text, from)) return id === catchUpId ? caughtUp.resolve() : onAck(id)
    if (id === catchUpId) caughtUp.reject(new Error(`catching up was refused: ${text.slice(from)}`))
    else onRefused(id, text.slice(from))
  }
  const common = { port: target.port, onAck: answered, ...(onClose ? { onClose } : {}) }
  if (target.kind === 'relay') {
    const socket = await connect({ ...common, namespace: '', auth: { role: 'widget', id: index } })
    // The relay carries numbers; the tag goes in the words.
    return {
      say: (tag, n) =>
        socket.send(
          emitPacket('', n, 'message:send', `{"id":${n},"request":${index + 1},"body":"${keyMark(tag)}${n} ${body}"}`),
        ),
      catchUp: () => Promise.resolve(),
      close: socket.close,
    }
  }
  const { token } = at(target.widgets, index)
  const socket = await connect({ ...common, namespace: namespaces.widget, auth: { token } })
  return {
    say: (tag, n) =>
      socket.send(
        emitPacket(
          namespaces.widget,
          n,
          'call',
          `{"endpoint":"sendWidgetMessage","body":{"clientMessageId":"${keyMark(tag)}${n}","text":"${body}"}}`,
        ),
      ),
    catchUp: () => {
      socket.send(
        emitPacket(namespaces.widget, catchUpId, 'call', '{"endpoint":"listWidgetMessages","query":{"afterSeq":1}}'),
      )
      return caughtUp.promise
    },
    close: socket.close,
  }
}

/** Opens operator `index`, who is told of every message of his customers. */
export async function openDesk(target: Target, index: number, onDelivered: OnDelivered): Promise<RawSocket> {
  const mark = target.kind === 'relay' ? '"body":"bench-' : '"clientMessageId":"bench-'
  const name = target.kind === 'relay' ? '["message:new"' : '["message.added"'
  const onEvent = (text: string, from: number): void => {
    if (!text.startsWith(name, from)) return
    const start = text.indexOf(mark, from) + mark.length
    if (start < mark.length) return
    onDelivered(text.slice(start, start + tagLength), numberAfter(text, '-', start + tagLength))
  }
  if (target.kind === 'relay')
    return connect({ port: target.port, namespace: '', auth: { role: 'desk', id: index }, onEvent })
  const { cookie } = at(target.desks, index)
  return connect({ port: target.port, namespace: namespaces.desk, auth: {}, headers: { cookie }, onEvent })
}

/** Supervisor `index`, who watches the live queues of the product. */
export async function openWatcher(
  target: Target,
  index: number,
  onEvent: (text: string, from: number) => void,
): Promise<RawSocket> {
  if (target.kind === 'relay') throw new Error('the relay has no live queues')
  const { cookie } = at(target.supervisors, index)
  const joined = Promise.withResolvers<void>()
  const socket = await connect({
    port: target.port,
    namespace: namespaces.desk,
    auth: {},
    headers: { cookie },
    onEvent,
    onAck: (_id, text, from) =>
      text.startsWith('[{"ok":true', from) ? joined.resolve() : joined.reject(new Error(text.slice(from))),
  })
  socket.send(emitPacket(namespaces.desk, 1, 'join', '{"room":"liveQueues","id":"own"}'))
  await joined.promise
  return socket
}

/** Talks of customers who say nothing, with a supervisor who gives each back and takes it: no message is lost by it. */
export interface Stirred {
  activityId: string
  cookie: string
}
export function stirredFrom(target: Target, from: number): Stirred[] {
  if (target.kind === 'relay') return []
  const { supervisors } = target
  return target.widgets
    .slice(from, from + 20)
    .map(({ activityId }, i) => ({ activityId, cookie: at(supervisors, i % supervisors.length).cookie }))
}

export const widgetCount = ({ kind, widgets }: Target): number =>
  kind === 'relay' ? (widgets as number) : (widgets as readonly unknown[]).length
export const deskCount = ({ kind, desks }: Target): number =>
  kind === 'relay' ? (desks as number) : (desks as readonly unknown[]).length

function at<T>(list: readonly T[], index: number): T {
  const one = list[index]
  if (one === undefined) throw new Error(`there is no number ${index}`)
  return one
}

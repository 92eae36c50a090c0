import { createSocket } from 'node:dgram'
import { connect as connectTcp, type Socket } from 'node:net'
import { connect as connectTls } from 'node:tls'
import { ChannelTrouble } from '../channel.ts'
import { readStun, stunLength, type StunMessage } from './stun-message.ts'

/** A way to a STUN or TURN server, one question at a time. */
export interface StunLine {
  /** Sends a request and resolves with the answer to it. Throws ChannelTrouble. */
  ask(request: Buffer): Promise<StunMessage>
  /** Sends what no answer is waited for. */
  say(request: Buffer): void
  close(): void
}

export interface StunPlace {
  host: string
  port: number
  transport: 'udp' | 'tcp' | 'tls'
}

/** Of one question, in real time: what gets lost is sent anew every half second (RFC 8489 6.2.1). */
const answerMs = 3_000
const againMs = 500

/** Opens a line. Throws what the socket does, or ChannelTrouble. */
export function openStunLine(place: StunPlace, signal: AbortSignal): Promise<StunLine> {
  return place.transport === 'udp' ? udpLine(place, signal) : streamLine(place, signal)
}

/** `hear` is called with every message; a question is answered by the one with its transaction. */
function lineOver(send: (bytes: Buffer) => void, close: () => void, isLossy: boolean, signal: AbortSignal) {
  let hear: (message: StunMessage) => void = () => {}
  let fail: (error: unknown) => void = () => {}
  const ask = async (request: Buffer): Promise<StunMessage> => {
    const transaction = request.subarray(8, 20)
    const timers: NodeJS.Timeout[] = []
    try {
      return await new Promise<StunMessage>((resolve, reject) => {
        hear = (message) => message.transaction.equals(transaction) && resolve(message)
        fail = reject
        const late = (): void => reject(new ChannelTrouble('TIMED_OUT', `no answer in ${answerMs / 1000} s`))
        timers.push(setTimeout(late, answerMs))
        if (isLossy) timers.push(setInterval(() => send(request), againMs))
        send(request)
      })
    } finally {
      for (const timer of timers) clearTimeout(timer)
    }
  }
  const end = (): void => {
    signal.removeEventListener('abort', end)
    close()
    fail(new ChannelTrouble('TIMED_OUT', 'it was given up'))
  }
  signal.addEventListener('abort', end, { once: true })
  return {
    line: { ask, say: send, close: end },
    heard: (bytes: Buffer): void => {
      const message = readStun(bytes)
      if (message) hear(message)
    },
    failed: (error: unknown): void => fail(error),
  }
}

async function udpLine({ host, port }: StunPlace, signal: AbortSignal): Promise<StunLine> {
  const bare = host.replace(/^\[|\]$/g, '')
  const socket = createSocket(bare.includes(':') ? 'udp6' : 'udp4')
  const { line, heard, failed } = lineOver(
    (bytes) => socket.send(bytes),
    () => socket.close(),
    true,
    signal,
  )
  await new Promise<void>((resolve, reject) => {
    socket.once('error', reject)
    socket.connect(port, bare, () => (socket.off('error', reject), resolve()))
  }).catch((error: unknown) => {
    line.close()
    throw error
  })
  socket.on('message', heard)
  // An ICMP "nobody listens here" comes as an error of the next call.
  socket.on('error', failed)
  return line
}

async function streamLine({ host, port, transport }: StunPlace, signal: AbortSignal): Promise<StunLine> {
  const bare = host.replace(/^\[|\]$/g, '')
  const socket: Socket =
    transport === 'tls' ? connectTls({ host: bare, port, servername: bare }) : connectTcp(port, bare)
  const { line, heard, failed } = lineOver(
    (bytes) => void socket.write(bytes),
    () => void socket.destroy(),
    false,
    signal,
  )
  await new Promise<void>((resolve, reject) => {
    socket.once('error', reject)
    socket.once('close', () => reject(new ChannelTrouble('UNREACHABLE', 'the connection was closed')))
    socket.once(transport === 'tls' ? 'secureConnect' : 'connect', () => (socket.off('error', reject), resolve()))
  }).catch((error: unknown) => {
    line.close()
    throw error
  })
  let waiting = Buffer.alloc(0)
  socket.on('data', (bytes) => {
    waiting = Buffer.concat([waiting, bytes])
    for (let length = stunLength(waiting); length !== null && length <= waiting.length; length = stunLength(waiting)) {
      heard(waiting.subarray(0, length))
      waiting = waiting.subarray(length)
    }
  })
  socket.on('error', failed)
  socket.on('close', () => failed(new ChannelTrouble('UNREACHABLE', 'the connection was closed')))
  return line
}

import { createServer, type Server as HttpServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import type { WidgetEvents } from '@care/contract'
import { Server } from 'socket.io'
import { afterEach, beforeEach, expect, it, vi } from 'vitest'
import { isApiError } from './api-error.ts'
import { createLiteSocket } from './lite-socket.ts'
import type { LiveSocket } from './socket.ts'

let http: HttpServer
let io: Server
let url: string
let sockets: LiveSocket<WidgetEvents>[] = []

async function listen(port = 0, ping = { pingInterval: 25_000, pingTimeout: 20_000 }): Promise<void> {
  http = createServer()
  io = new Server(http, { transports: ['websocket'], connectionStateRecovery: {}, ...ping })
  io.of('/widget').use((socket, next) =>
    next(socket.handshake.auth.token === 'good' ? undefined : new Error('VISITOR_UNKNOWN')),
  )
  io.of('/widget').on('connection', (socket) => {
    socket.on('call', (input: { body: unknown }, answer: (ack: unknown) => void) => {
      if (input.body === 'never') return
      if (input.body === 'refuse')
        return answer({ ok: false, error: { code: 'TOO_LARGE', message: '', details: {}, requestId: 'r' } })
      answer({ ok: true, value: input.body })
    })
    socket.on('typing', (payload) => socket.emit('chat.typing', { ...payload, name: 'Мая, "x" 🙂' }))
  })
  await new Promise<void>((done) => http.listen(port, '127.0.0.1', done))
  url = `http://127.0.0.1:${(http.address() as AddressInfo).port}`
}
const client = (token = 'good', ackTimeoutMs = 300): LiveSocket<WidgetEvents> => {
  const socket = createLiteSocket<WidgetEvents>('widget', { baseUrl: url, auth: () => ({ token }), ackTimeoutMs })
  sockets.push(socket)
  return socket
}
const connected = (socket: LiveSocket<WidgetEvents>): Promise<boolean> => {
  const next = new Promise<boolean>((done) => socket.onConnect(done))
  socket.connect()
  return next
}

beforeEach(() => listen())
afterEach(async () => {
  for (const socket of sockets) socket.close()
  sockets = []
  await io.close()
})

it('calls with an answer, a refusal, and OFFLINE when none comes', async () => {
  const socket = client()
  await expect(socket.call('sendWidgetMessage', {})).rejects.toMatchObject({ code: 'OFFLINE' })
  expect(await connected(socket)).toBe(true)
  const body = { text: 'a "b" ,/\n🙂 שלום' } as never
  await expect(socket.call('sendWidgetMessage', { body })).resolves.toEqual(body)
  const refusal = await socket.call('sendWidgetMessage', { body: 'refuse' as never }).catch((error: unknown) => error)
  expect(isApiError(refusal) && refusal.code).toBe('TOO_LARGE')
  await expect(socket.call('sendWidgetMessage', { body: 'never' as never })).rejects.toMatchObject({ code: 'OFFLINE' })
})

it('hears pushes and sends what may be lost', async () => {
  const socket = client()
  const typing = new Promise((done) => socket.on('chat.typing', done))
  await connected(socket)
  socket.volatile('typing', { isTyping: true })
  expect(await typing).toEqual({ isTyping: true, name: 'Мая, "x" 🙂' })
})

it('reports a refusal and stays away until told', async () => {
  const socket = client('forged')
  const refused = new Promise((done) => socket.onRefused(done))
  socket.connect()
  expect(await refused).toBe('VISITOR_UNKNOWN')
  expect(socket.isConnected).toBe(false)
})

it('comes back after a restart of the server and after its goodbye', async () => {
  const socket = client()
  const lost = vi.fn<(reason: string) => void>()
  socket.onDisconnect(lost)
  await connected(socket)
  const { port } = http.address() as AddressInfo
  await io.close()
  await vi.waitFor(() => expect(lost).toHaveBeenCalledTimes(1))
  await listen(port)
  await vi.waitFor(() => expect(socket.isConnected).toBe(true), 5_000)
  io.of('/widget').disconnectSockets()
  await vi.waitFor(() => expect(lost).toHaveBeenCalledTimes(2))
  await vi.waitFor(() => expect(socket.isConnected).toBe(true), 5_000)
  await expect(socket.call('sendWidgetMessage', { body: 1 as never })).resolves.toBe(1)
})

it('answers the heartbeat, and notices a server that fell silent', async () => {
  await io.close()
  await listen(0, { pingInterval: 100, pingTimeout: 100 })
  const socket = client()
  const lost = vi.fn<(reason: string) => void>()
  socket.onDisconnect(lost)
  await connected(socket)
  await new Promise((done) => setTimeout(done, 700))
  expect(lost).not.toHaveBeenCalled()
  // No more pings, the TCP connection stays open: what a dead network looks like.
  const { clients } = io.engine as unknown as { clients: Record<string, { pingIntervalTimer: NodeJS.Timeout }> }
  for (const raw of Object.values(clients)) clearTimeout(raw.pingIntervalTimer)
  await vi.waitFor(() => expect(lost).toHaveBeenCalledWith('ping timeout'), 2_000)
})

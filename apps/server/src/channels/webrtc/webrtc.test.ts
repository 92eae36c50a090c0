import { createHmac } from 'node:crypto'
import { createSocket, type Socket as UdpSocket } from 'node:dgram'
import { createServer } from 'node:net'
import type { AddressInfo } from 'node:net'
import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { bootServer, type TestServer } from '../../testing/boot-server.ts'
import { readStun, stunAttributes, stunError, stunMethods, writeStun } from './stun-message.ts'
import { webrtcChannel } from './index.ts'

let server: TestServer
let admin: Awaited<ReturnType<TestServer['signIn']>>
beforeEach(async () => {
  server = await bootServer({ kinds: [webrtcChannel] })
  admin = await server.signIn('admin')
})
afterEach(() => server.stop())

type Values = Record<string, string | number>
async function channel(settings: Values, secrets: Record<string, string> = {}) {
  const { id } = await admin.call('addChannel', { body: { kind: 'webrtc', name: 'Ways', settings, secrets } })
  await admin.call('switchChannel', { params: { channelId: id }, body: { isOn: true } })
  return id
}
async function servers() {
  const caller = await server.newVisitor()
  const desk = await server.signIn('anna')
  await desk.socket()
  await desk.call('setPresence', { body: { chosen: 'busy' } })
  await caller.call('startCall', { body: {} })
  return { visitorId: caller.visitorId, items: (await caller.call('getWidgetCallServers')).items }
}

describe('what the browsers of a call are given', () => {
  test('the servers that are set, with a name and a password that end', async () => {
    const turnSecret = 'shared with coturn'
    await channel({ stunHost: 'stun.example', turnHost: 'turn.example', turnTransport: 'tcp' }, { turnSecret })
    const { visitorId, items } = await servers()
    const username = `${Math.floor(server.clock.now() / 1_000) + 4 * 3_600}:${visitorId}`
    const credential = createHmac('sha1', turnSecret).update(username).digest('base64')
    expect(items).toEqual([
      { urls: ['stun:stun.example:3478'] },
      { urls: ['turn:turn.example:3478?transport=tcp'], username, credential },
    ])
  })

  test('no relay without its secret, and none of a channel that is off', async () => {
    const channelId = await channel({ stunHost: 'stun.example', turnHost: 'turn.example' })
    expect((await servers()).items).toEqual([{ urls: ['stun:stun.example:3478'] }])
    await admin.call('switchChannel', { params: { channelId }, body: { isOn: false } })
    expect((await servers()).items).toEqual([])
  })
})

/** A server that answers as said, over UDP. */
async function answering(answer: (type: number, hasLogin: boolean) => [number, [number, Buffer][]] | null) {
  const socket: UdpSocket = createSocket('udp4')
  const heard: number[] = []
  socket.on('message', (bytes, { port, address }) => {
    const message = readStun(bytes)
    if (!message) return
    heard.push(message.type)
    const said = answer(message.type, message.attributes.has(stunAttributes.integrity))
    if (!said) return
    const reply = writeStun(...said)
    message.transaction.copy(reply, 8)
    socket.send(reply, port, address)
  })
  await new Promise<void>((resolve) => socket.bind(0, '127.0.0.1', resolve))
  return { port: socket.address().port, heard, close: () => socket.close() }
}
const refusalOf = (code: number, reason: string): [number, Buffer] => [
  stunAttributes.errorCode,
  Buffer.concat([Buffer.from([0, 0, Math.floor(code / 100), code % 100]), Buffer.from(reason)]),
]
const challenge: [number, [number, Buffer][]] = [
  stunMethods.allocate | 0x110,
  [
    refusalOf(401, 'Unauthorized'),
    [stunAttributes.realm, Buffer.from('desk.example')],
    [stunAttributes.nonce, Buffer.from('once')],
  ],
]
const tested = (channelId: string) => admin.call('testChannel', { params: { channelId } })

describe('the test', () => {
  test('asks STUN for an address, and TURN for a relay that it gives back', async () => {
    const fake = await answering((type, hasLogin) => {
      if (type === stunMethods.binding) return [type | 0x100, []]
      if (type === stunMethods.allocate) return hasLogin ? [type | 0x100, []] : challenge
      return null
    })
    try {
      const ways = { stunHost: '127.0.0.1', stunPort: fake.port, turnHost: '127.0.0.1', turnPort: fake.port }
      const id = await channel({ ...ways, turnTransport: 'udp' }, { turnSecret: 'a' })
      expect(await tested(id)).toMatchObject({ health: 'ok', problem: null })
      await expect.poll(() => fake.heard.at(-1)).toBe(stunMethods.refresh)
    } finally {
      fake.close()
    }
  })

  test('a wrong secret is told from a server that is ill or silent', async () => {
    const fake = await answering((type, hasLogin) =>
      hasLogin ? [type | 0x110, [refusalOf(401, 'Unauthorized')]] : challenge,
    )
    try {
      const id = await channel(
        { turnHost: '127.0.0.1', turnPort: fake.port, turnTransport: 'udp' },
        { turnSecret: 'a' },
      )
      const { health, problem, problemText } = await tested(id)
      expect([health, problem]).toEqual(['refused', 'WRONG_CREDENTIALS'])
      expect(problemText).toContain(`turn:127.0.0.1:${fake.port}`)
    } finally {
      fake.close()
    }
  })

  test('who is not there, who says nothing, who speaks something else', async () => {
    const deaf = createServer((socket) => socket.on('data', () => socket.write('HTTP/1.1 400 Bad Request\r\n\r\n')))
    await new Promise<void>((resolve) => deaf.listen(0, '127.0.0.1', resolve))
    const { port } = deaf.address() as AddressInfo
    const id = await channel({ turnHost: '127.0.0.1', turnPort: port, turnTransport: 'tcp' }, { turnSecret: 'a' })
    expect(await tested(id)).toMatchObject({ problem: 'TIMED_OUT' })
    await new Promise((resolve) => deaf.close(resolve))
    expect(await tested(id)).toMatchObject({ problem: 'UNREACHABLE' })
    await admin.call('removeChannel', { params: { channelId: id } })
    expect(await tested(await channel({}))).toMatchObject({ problem: 'BROKEN', problemText: 'no server is set' })
  })
})

test('what is cut off or no STUN is not read', () => {
  const request = writeStun(stunMethods.binding, [[stunAttributes.username, Buffer.from('anna')]])
  expect(readStun(request)?.attributes.get(stunAttributes.username)?.toString()).toBe('anna')
  for (let bytes = 0; bytes < request.length; bytes += 1) expect(readStun(request.subarray(0, bytes))).toBeNull()
  const lying = Buffer.from(request)
  lying.writeUInt16BE(500, 22)
  expect(readStun(lying)).toBeNull()
  expect(readStun(Buffer.alloc(40))).toBeNull()
  const empty = { type: 0, transaction: Buffer.alloc(12), attributes: new Map() }
  expect(stunError(empty)).toBeNull()
})

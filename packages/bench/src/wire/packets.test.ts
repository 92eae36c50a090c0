import { expect, it } from 'vitest'
import { connectPacket, emitPacket, numberAfter, packetReader } from './packets.ts'

function reading(namespace: string) {
  const seen: unknown[] = []
  const read = packetReader(namespace, {
    onPing: (pong) => seen.push(['pong', pong]),
    onConnected: () => seen.push('connected'),
    onRefused: (reason) => seen.push(['refused', reason]),
    onAck: (id, text, from) => seen.push(['ack', id, JSON.parse(text.slice(from))]),
    onEvent: (text, from) => seen.push(['event', JSON.parse(text.slice(from))]),
  })
  return { seen, read }
}

it.each(['', '/desk'])('reads what a server sends in namespace %j', (namespace) => {
  const { seen, read } = reading(namespace)
  const prefix = namespace === '' ? '' : `${namespace},`
  for (const text of [
    '0{"sid":"x","pingInterval":25000}',
    `40${prefix}{"sid":"y"}`,
    '2',
    `43${prefix}17[{"ok":true}]`,
    `42${prefix}["message.added",{"seq":3}]`,
    `44${prefix}{"message":"NOT_SIGNED_IN"}`,
    '6',
  ])
    read(text)
  expect(seen).toEqual([
    'connected',
    ['pong', '3'],
    ['ack', 17, [{ ok: true }]],
    ['event', ['message.added', { seq: 3 }]],
    ['refused', '{"message":"NOT_SIGNED_IN"}'],
  ])
})

it('writes what a client sends', () => {
  expect(connectPacket('', { id: 1 })).toBe('40{"id":1}')
  expect(connectPacket('/widget', { token: 't' })).toBe('40/widget,{"token":"t"}')
  expect(emitPacket('', 5, 'message:send', '{}')).toBe('425["message:send",{}]')
  expect(emitPacket('/widget', 5, 'call', '{"a":1}')).toBe('42/widget,5["call",{"a":1}]')
})

it('finds a number behind a mark', () => {
  expect(numberAfter('{"id":42,"seq":7}', '"seq":')).toBe(7)
  expect(numberAfter('{"key":"b1-0042"}', '"key":"b1-')).toBe(42)
  expect(numberAfter('{}', '"seq":')).toBeNaN()
})

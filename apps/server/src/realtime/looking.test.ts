import type { LookingEvent } from '@care/contract'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { createSocket } from '@care/client'
import type { DeskEvents } from '@care/contract'
import { bootServer, type TestServer } from '../testing/boot-server.ts'

let server: TestServer
beforeAll(async () => {
  server = await bootServer()
})
afterAll(() => server.stop())

let made = 0
async function aTalk(): Promise<{ requestId: string; activityId: string }> {
  const [anna, visitor] = [await server.signIn('anna'), await server.newVisitor()]
  const { chat } = await visitor.call('startChat', {
    body: { clientMessageId: `looking-${(made += 1)}`, text: 'Hello' },
  })
  const { request } = await anna.call('takeTask', { params: { activityId: chat.activityId } })
  return { requestId: request.id, activityId: chat.activityId }
}

/** A colleague's desk that hears who else is there. */
async function desk(who: string) {
  const { cookie } = await server.signIn(who)
  const socket = createSocket<DeskEvents & { looking: LookingEvent }>('desk', {
    baseUrl: server.url,
    extraHeaders: { cookie },
  })
  const heard: LookingEvent[] = []
  socket.on('looking', (event) => heard.push(event))
  await new Promise<void>((resolve) => {
    socket.onConnect(() => resolve())
    socket.connect()
  })
  const look = (requestId: string, doing: LookingEvent['doing'] = 'viewing', activityId: string | null = null): void =>
    socket.volatile('looking', { requestId, activityId, doing, isNew: false })
  return { socket, heard, look }
}
async function until(isTrue: () => boolean): Promise<void> {
  for (let tries = 0; tries < 200 && !isTrue(); tries++) await new Promise((resolve) => setTimeout(resolve, 10))
  expect(isTrue()).toBe(true)
}

test('colleagues in a request hear of one another, what they do, and when one goes or his line drops', async () => {
  const { requestId, activityId } = await aTalk()
  const other = await aTalk()
  const [anna, vera] = [await desk('anna'), await desk('vera')]
  for (const { socket } of [anna, vera]) await socket.emit('join', { room: 'request', id: requestId })
  vera.look(requestId, 'reply', activityId)
  await until(() => anna.heard.length === 1)
  expect(anna.heard[0]).toEqual({
    requestId,
    activityId,
    doing: 'reply',
    isNew: false,
    by: { id: 'vera', name: 'Vera' },
  })
  expect(vera.heard).toEqual([])

  // She opens another one: gone here without having said so.
  await vera.socket.emit('join', { room: 'request', id: other.requestId })
  vera.look(other.requestId)
  await until(() => anna.heard.at(-1)?.doing === 'gone')
  vera.look(requestId)
  await until(() => anna.heard.at(-1)?.doing === 'viewing')
  vera.socket.close()
  await until(() => anna.heard.at(-1)?.doing === 'gone')
  anna.socket.close()
})

test('who may not see the request is not heard there and hears nothing', async () => {
  const { requestId } = await aTalk()
  const [anna, fiona] = [await desk('anna'), await desk('fiona')]
  await anna.socket.emit('join', { room: 'request', id: requestId })
  await expect(fiona.socket.emit('join', { room: 'request', id: requestId })).rejects.toMatchObject({
    code: 'NOT_FOUND',
  })
  fiona.look(requestId)
  anna.look(requestId)
  // Answers come behind what was sent before.
  for (const { socket } of [fiona, anna]) await socket.emit('leave', { room: 'customer', id: 'none' })
  expect([anna.heard, fiona.heard]).toEqual([[], []])
  fiona.socket.close()
  anna.socket.close()
})

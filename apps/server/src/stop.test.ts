import { setTimeout as pause } from 'node:timers/promises'
import { eq } from './db/drizzle.ts'
import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import type { Execute } from './kernel/execute.ts'
import { bootServer, type TestServer } from './testing/boot-server.ts'

let server: TestServer
beforeEach(async () => {
  server = await bootServer()
})
afterEach(() => server.stop())

/** The next command of this name waits until it is let go. */
function holdBack(name: string) {
  const { execute } = server.services
  let letGo = (): void => {}
  const gate = new Promise<void>((resolve) => (letGo = resolve))
  const reached = vi.fn<() => void>()
  const held: Execute = async (command, ...rest) => {
    if (command.name === name) {
      reached()
      await gate
    }
    return execute(command, ...rest)
  }
  Object.assign(server.services, { execute: held })
  return { reached: () => vi.waitFor(() => expect(reached).toHaveBeenCalled()), letGo }
}

/** Begins a graceful stop, and says whether it is over. */
function beginStop() {
  let isOver = false
  const stopped = server.app.stop().then(() => void (isOver = true))
  return { stopped, isOver: () => isOver }
}

test('a graceful stop answers the socket call in hand', async () => {
  const visitor = await server.newVisitor()
  await visitor.call('startChat', { body: { clientMessageId: 'the first one', text: 'Hello' } })
  const socket = await visitor.socket()
  const lost = new Promise((resolve) => socket.onDisconnect(resolve))
  const held = holdBack('receive-message')
  const answer = socket.call('sendWidgetMessage', { body: { clientMessageId: 'the second one', text: 'Still there?' } })
  await held.reached()
  const stop = beginStop()
  // What comes now is not taken: the client sends it again where it connects next.
  const body = { clientMessageId: 'the third one', text: 'And this?' }
  const late = socket.call('sendWidgetMessage', { body }).catch((error: unknown) => error)
  await pause(200)
  expect(stop.isOver()).toBe(false)
  expect(socket.isConnected).toBe(true)

  held.letGo()
  expect(await answer).toMatchObject({ seq: 2, text: 'Still there?' })
  await stop.stopped
  await lost
  expect(await late).toMatchObject({ code: 'OFFLINE' })
  const { messages } = server.services.store.t
  const rows = await server.services.store.read.select({ seq: messages.seq }).from(messages)
  expect(rows).toHaveLength(2)
})

test('a graceful stop finishes the job in hand', async () => {
  // At the other process, so that she is still there when this one has gone.
  const anna = await (await server.another()).signIn('anna')
  await anna.socket()
  await anna.call('setPresence', { body: { chosen: 'available' } })
  const held = holdBack('offer-task')
  const visitor = await server.newVisitor()
  const { chat } = await visitor.call('startChat', { body: { clientMessageId: 'the first one', text: 'Hello' } })
  await held.reached()
  const stop = beginStop()
  await pause(200)
  expect(stop.isOver()).toBe(false)

  held.letGo()
  await stop.stopped
  const { store } = server.services
  const { activities, jobs } = store.t
  expect(await store.read.select().from(activities).where(eq(activities.id, chat.activityId))).toMatchObject([
    { state: 'offered', offeredToId: 'anna' },
  ])
  expect(await store.read.select().from(jobs).where(eq(jobs.state, 'running'))).toEqual([])
})

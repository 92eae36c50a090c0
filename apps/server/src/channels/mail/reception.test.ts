import { connect } from 'node:net'
import { createTransport } from 'nodemailer'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { letterOf } from './testing/letter.ts'
import { type MailScene, openMailScene } from './testing/mail-scene.ts'

let scene: MailScene
let port: number
beforeAll(async () => {
  scene = await openMailScene({ smtp: { host: '127.0.0.1', port: 0 } }, { receives: 'smtp' })
  port = scene.server.app.mailListener.port() ?? 0
})
afterAll(() => scene.close())

const send = async (to: string | string[], raw: string, from = 'elena@customers.example'): Promise<string> => {
  const transport = createTransport({ host: '127.0.0.1', port, ignoreTLS: true })
  try {
    const { response } = await transport.sendMail({ envelope: { from, to }, raw })
    return response
  } catch (error) {
    return (error as { response?: string }).response ?? String(error)
  } finally {
    transport.close()
  }
}
const intakes = async () => {
  const { store } = scene.server.services
  return store.read.select().from(store.t.intakes)
}

test('a mail is confirmed when it is stored, then taken', async () => {
  expect(await send('Support@Shop.example', letterOf({ id: '<in-1@x.example>' }))).toMatch(/^250/)
  expect(await intakes()).toHaveLength(1)
  await scene.server.settle()
  expect(await scene.threadOf('<in-1@x.example>')).not.toBeNull()
})

test('sent again after a lost answer it is the same', async () => {
  const raw = letterOf({ id: '<in-2@x.example>' })
  expect([await send('support@shop.example', raw), await send('support@shop.example', raw)].join()).toMatch(/250.*250/)
  await scene.server.settle()
  expect((await scene.stored()).filter(({ internetId }) => internetId === '<in-2@x.example>')).toHaveLength(1)
})

test('an answer to the signed address comes back without any other sign', async () => {
  const activityId = (await scene.threadOf('<in-1@x.example>')) ?? ''
  await scene.anna.call('takeTask', { params: { activityId } })
  await scene.say(activityId, 'Yes?')
  const [posted] = await scene.sendMore(1)
  // The headers name another receiver: only the envelope bears the signed address.
  const raw = letterOf({ id: '<in-3@x.example>', to: 'undisclosed@customers.example', subject: 'x' })
  expect(await send(posted?.from ?? '', raw)).toMatch(/^250/)
  await scene.server.settle()
  expect(await scene.threadOf('<in-3@x.example>')).toBe(activityId)
})

test('nobody sends through us, and what is too large or for nobody is refused', async () => {
  expect(await send('victim@elsewhere.example', letterOf({ id: '<in-4@x.example>' }))).toMatch(/^550/)
  const before = (await intakes()).length
  expect(await send('support@shop.example', letterOf({ text: 'x'.repeat(41 * 1024 * 1024) }))).toMatch(/552/)
  expect(await intakes()).toHaveLength(before)
})

test('half a mail leaves nothing', async () => {
  const before = (await intakes()).length
  await new Promise<void>((resolve, reject) => {
    const socket = connect(port, '127.0.0.1')
    const lines = ['EHLO x', 'MAIL FROM:<a@x.example>', 'RCPT TO:<support@shop.example>', 'DATA']
    socket.on('error', reject)
    socket.on('close', () => resolve())
    socket.on('data', () => {
      const line = lines.shift()
      if (line !== undefined) return void socket.write(`${line}\r\n`)
      socket.write('Subject: half\r\n\r\nnot all of')
      setTimeout(() => socket.destroy(), 50)
    })
  })
  await new Promise((resolve) => setTimeout(resolve, 100))
  expect(await intakes()).toHaveLength(before)
})

test('a report comes from nobody, and what nobody sends is automatic', async () => {
  const raw = letterOf({ id: '<in-5@x.example>', from: 'robot@customers.example' })
  expect(await send('support@shop.example', raw, '')).toMatch(/^250/)
  await scene.server.settle()
  const mail = (await scene.stored()).find(({ internetId }) => internetId === '<in-5@x.example>')
  expect(mail).toMatchObject({ automatic: 'no-return-path' })
})

import { afterAll, beforeAll, expect, test } from 'vitest'
import { refusal } from '../../testing/workbench.ts'
import { readMail } from './read/read-mail.ts'
import { openMailScene, type MailScene } from './testing/mail-scene.ts'

let scene: MailScene
let otherId: string
let customerId: string
beforeAll(async () => {
  scene = await openMailScene()
  const { office, admin } = scene
  const settings = { address: 'sales@shop.example', senderName: 'Sales', receives: 'nothing', ...office.login }
  const other = { kind: 'mail', name: 'Sales', queueId: 'q', settings, secrets: { smtpPassword: office.password } }
  otherId = (await admin.call('addChannel', { body: other })).id
  await admin.call('switchChannel', { params: { channelId: otherId }, body: { isOn: true } })
  const made = await admin.call('addCustomer', { body: { name: 'Ivan Ivanov', email: 'ivan@customers.example' } })
  customerId = made.id
})
afterAll(() => scene.close())

const letter = (key: string) => ({
  clientMessageId: key,
  to: [{ address: 'ivan@customers.example', name: 'Ivan Ivanov' }],
  cc: [{ address: 'maria@customers.example' }],
  subject: 'Your offer',
  html: '<p>Here is <b>our</b> offer.</p>',
})

test('goes out from the chosen mailbox, on a new request of its writer, and the answer comes back to it', async () => {
  const { anna, office } = scene
  const { items } = await anna.call('listMailboxes')
  expect(items.map(({ address }) => address)).toEqual(['support@shop.example', 'sales@shop.example'])
  const body = { subject: 'Your offer', channelId: otherId }
  const begun = await anna.call('beginMail', { params: { customerId }, body })
  expect(begun).toMatchObject({ medium: 'email', state: 'active', request: { title: 'Your offer' } })
  const { items: tasks } = await anna.call('listTasks')
  expect(tasks.map(({ activityId }) => activityId)).toContain(begun.id)
  const request = await scene.requestOf(begun.id)
  expect(request).toMatchObject({ assigneeId: 'anna', category: 'active', queueId: 'q' })

  await anna.call('sendMail', { params: { activityId: begun.id }, body: letter('key-of-offer-1') })
  const [posted] = await scene.sendMore(1)
  expect(posted?.to).toEqual(['ivan@customers.example', 'maria@customers.example'])
  const sent = await readMail(Buffer.from(posted?.raw ?? ''))
  expect(sent).toMatchObject({
    from: { name: 'Sales', address: 'sales@shop.example' },
    subject: 'Your offer',
    inReplyTo: [],
  })
  const from = 'Ivan Ivanov <ivan@customers.example>'
  const id = await scene.arrive({ from, subject: 'Re: Your offer', headers: [`In-Reply-To: ${sent.messageId}`] })
  expect(await scene.threadOf(id)).toBe(begun.id)
  expect(office.posted).toHaveLength(1)
})

test("without a mailbox it goes from that of the request's queue, else from one of the writer's queues", async () => {
  const { anna, admin, office } = scene
  const queue = await admin.call('addQueue', { body: { name: 'Repairs', memberIds: ['anna'] } })
  const settings = { address: 'repairs@shop.example', senderName: 'Repairs', receives: 'nothing', ...office.login }
  const repairs = {
    kind: 'mail',
    name: 'Repairs',
    queueId: queue.id,
    settings,
    secrets: { smtpPassword: office.password },
  }
  const { id: repairsId } = await admin.call('addChannel', { body: repairs })
  await admin.call('switchChannel', { params: { channelId: repairsId }, body: { isOn: true } })
  const addresses = async () => (await anna.call('listMailboxes')).items.map(({ address }) => address)
  expect(await addresses()).toEqual(['support@shop.example', 'sales@shop.example', 'repairs@shop.example'])

  const sender = async (requestId?: string): Promise<unknown> => {
    const body = { subject: 'Your mill', ...(requestId === undefined ? {} : { requestId }) }
    const { id } = await anna.call('beginMail', { params: { customerId }, body })
    await anna.call('sendMail', { params: { activityId: id }, body: letter(`key-of-${id}`) })
    const [posted] = await scene.sendMore(1)
    return (await readMail(Buffer.from(posted?.raw ?? ''))).from?.address
  }
  const add = { customerId, title: 'A mill', description: '', queueId: queue.id }
  const { id: ofRepairs } = await anna.call('addRequest', { body: add })
  expect(await sender(ofRepairs)).toBe('repairs@shop.example')
  expect(await sender()).toBe('support@shop.example')

  const { items: queues } = await admin.call('listQueues')
  const version = queues.find(({ id }) => id === 'q')?.version ?? 0
  await admin.call('editQueue', { params: { queueId: 'q' }, version, body: { memberIds: ['boris'] } })
  expect((await addresses())[0]).toBe('repairs@shop.example')
  expect(await sender()).toBe('repairs@shop.example')
})

test('begins once in an open request until it is written, and not in a closed one', async () => {
  const { anna } = scene
  const { id: requestId } = await anna.call('addRequest', { body: { customerId, title: 'A loan', description: '' } })
  const begin = () => anna.call('beginMail', { params: { customerId }, body: { requestId, subject: 'A loan' } })
  const [first, second] = [await begin(), await begin()]
  expect(second.id).toBe(first.id)
  expect(first.request.id).toBe(requestId)
  await anna.call('sendMail', { params: { activityId: first.id }, body: letter('key-of-offer-2') })
  const third = await begin()
  expect(third.id).not.toBe(first.id)
  await anna.call('closeRequest', { params: { requestId }, body: { outcome: 'solved' } })
  expect(await refusal(begin())).toBe('NOT_ALLOWED_NOW')
})

test('is refused to whom the request is none of his, and from a mailbox that does not send', async () => {
  const { anna, server } = scene
  const { id: requestId } = await anna.call('addRequest', { body: { customerId, title: 'Mine', description: '' } })
  const boris = await server.signIn('boris')
  const fiona = await server.signIn('fiona')
  const body = { requestId, subject: 'Yours?' }
  for (const desk of [boris, fiona])
    expect(await refusal(desk.call('beginMail', { params: { customerId }, body }))).toMatch(/NOT_FOUND|FORBIDDEN/u)
  const unknown = anna.call('beginMail', { params: { customerId }, body: { subject: 'Hello', channelId: 'none' } })
  expect(await refusal(unknown)).toBe('NOT_ALLOWED_NOW')
  const nobody = anna.call('beginMail', { params: { customerId: 'none' }, body: { subject: 'Hello' } })
  expect(await refusal(nobody)).toBe('NOT_FOUND')
})

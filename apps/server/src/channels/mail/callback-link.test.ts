import { hourMs, mailHoldMs } from '@care/domain'
import { eq } from '../../db/drizzle.ts'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { readMail } from './read/read-mail.ts'
import { openMailScene, type MailScene } from './testing/mail-scene.ts'

let scene: MailScene
beforeAll(async () => void (scene = await openMailScene()))
afterAll(() => scene.close())

const addCustomer = async (email: string, language: 'pl' | null = null): Promise<string> => {
  const { id } = await scene.admin.call('addCustomer', { body: { name: 'Ewa Lis', email } })
  const { store } = scene.server.services
  const { customers } = store.t
  await store.transact((tx) => tx.update(customers).set({ language }).where(eq(customers.id, id)))
  return id
}
const plan = (customerId: string, at: number) =>
  scene.anna.call('planCallback', {
    body: { customerId, phone: '+48 601 234 567', at, note: '', timeZone: 'Europe/Warsaw' },
  })
const linkOf = (raw: string): string => /\/callback#([0-9a-f]{64})/u.exec(raw.replaceAll('=\r\n', ''))?.[1] ?? ''
const open = async (token: string) => {
  const answer = await fetch(`${scene.server.url}/api/callback-link`, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({ token }),
  })
  return (await answer.json()) as { state?: string }
}

test('the link of a call back is mailed: automatic, in the customer’s language and zone, in no row', async () => {
  const { server, office, anna } = scene
  const customerId = await addCustomer('ewa@customers.example', 'pl')
  // 13:00 in Warsaw, in summer time.
  const { activityId } = await plan(customerId, server.clock.now() + 2 * hourMs)
  const [posted] = await scene.sendMore(1)
  expect(posted).toMatchObject({ from: '', to: ['ewa@customers.example'] })
  const mail = await readMail(Buffer.from(posted?.raw ?? ''))
  expect(mail).toMatchObject({ subject: 'Twoje oddzwonienie', automatic: 'auto-submitted' })
  expect(mail.text).toContain('Zadzwonimy do Ciebie')
  const hour = new Intl.DateTimeFormat('pl', { hour: '2-digit', minute: '2-digit', timeZone: 'Europe/Warsaw' })
  expect(mail.text).toContain(hour.format((await anna.call('getCallback', { params: { activityId } })).slot.from))
  const token = linkOf(mail.text)
  expect(await open(token)).toMatchObject({ state: 'planned' })

  const { store } = server.services
  const rows = [store.t.mails, store.t.messages, store.t.events, store.t.callbacks].map((table) =>
    store.read.select().from(table),
  )
  expect(JSON.stringify(await Promise.all(rows))).not.toContain(token)
  const notice = (await scene.stored()).find((row) => row.automatic === 'callback-link')
  const activity = await anna.call('getActivity', { params: { activityId: notice?.activityId ?? '' } })
  expect(activity).toMatchObject({ medium: 'email', state: 'ended' })
  expect((await anna.call('listTasks')).items.map((task) => task.activityId)).not.toContain(activity.id)

  // A link that an operator makes anew takes its place.
  await anna.call('linkCallback', { params: { activityId } })
  expect(await open(token)).not.toHaveProperty('state')
  // His answer is a mail of the same request, and a person's.
  const id = await scene.arrive({
    from: 'ewa@customers.example',
    headers: [`In-Reply-To: ${mail.messageId}`],
    text: 'Please later',
  })
  const answered = (await scene.threadOf(id)) ?? ''
  expect((await scene.requestOf(answered))?.id).toBe((await scene.requestOf(activityId))?.id)
  expect(office.posted).toHaveLength(1)
})

test('one for a request and day, and none without an address (rule 37)', async () => {
  const { server } = scene
  const customerId = await addCustomer('jan@customers.example')
  await plan(customerId, server.clock.now() + 2 * hourMs)
  await plan(customerId, server.clock.now() + 3 * hourMs)
  await plan(await addCustomer(''), server.clock.now() + 3 * hourMs)
  await scene.sendMore(1)
  server.clock.advance(mailHoldMs + 1)
  await server.sweep()
  expect((await scene.stored()).filter((row) => row.automatic === 'callback-link')).toHaveLength(2)
})

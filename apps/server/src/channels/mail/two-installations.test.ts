import { hourMs } from '@care/domain'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { type MailScene, openMailScene } from './testing/mail-scene.ts'

/** Two installations of the product, each the mail server of the other. */
let [shop, bank]: [MailScene, MailScene] = [] as never
beforeAll(async () => {
  shop = await openInstallation('support@shop.example')
  bank = await openInstallation('help@bank.example')
  await sendTo(shop, bank)
  await sendTo(bank, shop)
})
afterAll(async () => {
  await shop.close()
  await bank.close()
})

const openInstallation = (address: string): Promise<MailScene> =>
  openMailScene({ smtp: { host: '127.0.0.1', port: 0 } }, { receives: 'smtp', address })

async function sendTo({ admin, channelId }: MailScene, other: MailScene): Promise<void> {
  const { items } = await admin.call('listChannels')
  const version = items.find(({ id }) => id === channelId)?.version ?? 0
  const settings = { smtpPort: other.server.app.mailListener.port() ?? 0, smtpUser: '' }
  await admin.call('editChannel', { params: { channelId }, version, body: { settings } })
}

const planCallback = async ({ admin, anna, server }: MailScene, email: string): Promise<void> => {
  const { id: customerId } = await admin.call('addCustomer', { body: { name: 'The other one', email } })
  const at = server.clock.now() + 2 * hourMs
  await anna.call('planCallback', {
    body: { customerId, phone: '+48 601 234 567', at, note: '', timeZone: 'Europe/Warsaw' },
  })
}
/** Hours go by in both of them, with everything that is due and what comes of it. */
async function hoursGoBy(hours: number): Promise<void> {
  for (let hour = 0; hour < hours; hour += 1) {
    for (const { server } of [shop, bank]) {
      server.clock.advance(hourMs)
      await server.sweep()
      await server.settle()
    }
  }
}
const mailsOf = async (scene: MailScene) => {
  const rows = await scene.stored()
  return rows.map(({ direction, automatic, state }) => `${direction} ${automatic ?? 'by a person'} ${state}`).toSorted()
}
const bothHave = async (expected: { shop: string[]; bank: string[] }) => {
  await expect
    .poll(
      async () => {
        await hoursGoBy(1)
        return { shop: await mailsOf(shop), bank: await mailsOf(bank) }
      },
      { timeout: 15_000 },
    )
    .toEqual(expected)
}

test('automatic mails of two installations to each other end where they came (rules 36, 37)', async () => {
  await planCallback(shop, 'help@bank.example')
  await planCallback(bank, 'support@shop.example')
  const each = ['in auto-submitted received', 'out callback-link sent']
  await bothHave({ shop: each, bank: each })
  await hoursGoBy(30)
  expect([await mailsOf(shop), await mailsOf(bank)]).toEqual([each, each])

  // A person who answers is answered by nobody but a person.
  const came = (await bank.stored()).find(({ direction }) => direction === 'in')
  expect(came).toMatchObject({ fromAddress: 'support@shop.example' })
  const activityId = came?.activityId ?? ''
  await bank.anna.call('takeTask', { params: { activityId } })
  await bank.say(activityId, 'You have written to a machine.')
  const answered = {
    shop: ['in auto-submitted received', 'in by a person received', 'out callback-link sent'],
    bank: ['in auto-submitted received', 'out by a person sent', 'out callback-link sent'],
  }
  await bothHave(answered)
  await hoursGoBy(30)
  expect({ shop: await mailsOf(shop), bank: await mailsOf(bank) }).toEqual(answered)
})

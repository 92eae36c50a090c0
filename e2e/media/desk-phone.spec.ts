import { expectNothing, expectSound, setPlugged } from '../fixtures/sound.ts'
import type { Desk } from '../pages/desk.ts'
import { write } from '../pages/write.ts'
import { customersNumber } from './bed/fixtures.ts'
import { telephoneSings } from './bed/telephone.ts'
import { expectTone } from './bed/tones.ts'
import { expect, test } from './desk-phone-test.ts'

const within = { timeout: 20_000 }
const card = (desk: Desk) => desk.talk.region.getByRole('group', { name: 'Active call' })
const press = (desk: Desk, name: string | RegExp) => card(desk).getByRole('button', { name }).click()
const line = (desk: Desk, words: string | RegExp) => desk.tasks.region.getByRole('status').filter({ hasText: words })
const expectReady = (desk: Desk, user: string) => expect(line(desk, `Phone line ready, ${user}`)).toBeAttached(within)

test('a telephone calls the queue: who is offered it accepts in the desk, both are heard; held, keys, hung up', async ({
  phoneTeam: team,
  openSinging,
}) => {
  const { telephone } = team
  const anna = await openSinging(team, 'anna', 440)
  await expectReady(anna, 'anna')
  await telephone.dial('queue')
  await expect(anna.tasks.offer).toBeVisible(within)
  await anna.tasks.accept.click()
  await expect(card(anna).getByText('Connected')).toBeVisible(within)
  await expectSound(anna.page)
  await expectTone(anna.page, telephoneSings)

  await press(anna, /^Hold/)
  await expect(card(anna).getByText('On hold').first()).toBeVisible(within)
  await expectNothing(anna.page)
  await press(anna, /^Resume/)
  await expect(card(anna).getByText('Connected')).toBeVisible(within)
  await expectTone(anna.page, telephoneSings)

  await press(anna, 'Keypad')
  for (const key of ['4', '2', '#']) await press(anna, `Press ${key}`)
  const keys = (): (string | undefined)[] =>
    telephone.events().flatMap(({ type, param }) => (type === 'CALL_DTMF_START' ? [param] : []))
  await expect.poll(keys, within).toEqual(['4', '2', '#'])

  const { call } = await anna.api.call('getMyCall')
  await press(anna, /^Hang up/)
  await expect.poll(() => telephone.events().at(-1)?.type, within).toBe('CALL_CLOSED')
  await telephone.expectHeard(440)
  const now = await anna.api.call('getCall', { params: { callId: call?.id ?? '' } })
  expect(now.state).toBe('ended')
  expect(now.events.map(({ kind }) => kind)).toEqual(['rang', 'answered', 'held', 'resumed', 'ended'])
  expect((now.endedAt ?? 0) - (now.answeredAt ?? 0)).toBeGreaterThan(2_000)
})

test('an operator calls a number by click; a colleague takes the call over, then is asked first', async ({
  phoneTeam: team,
  openSinging,
  server,
}) => {
  test.setTimeout(150_000)
  const { telephone, admin } = team
  const { id: customerId } = await admin.call('addCustomer', { body: { name: 'Elena Kotova', phone: customersNumber } })
  const [anna, boris] = [await openSinging(team, 'anna', 440), await openSinging(team, 'boris', 700)]
  await expectReady(anna, 'anna')
  await expectReady(boris, 'boris')

  await anna.look()
  await dialFrom(anna, server.origin, customerId)
  await expect.poll(() => telephone.events().some(({ type }) => type === 'CALL_INCOMING'), within).toBe(true)
  await telephone.answer()
  await expect(card(anna).getByText('Connected')).toBeVisible(within)
  await expectTone(anna.page, telephoneSings)
  const { call } = await anna.api.call('getMyCall')

  await handOver(anna, team.boris.email, { isFirstAsked: false })
  await boris.look()
  await boris.tasks.accept.click()
  await expect(card(boris).getByText('Connected')).toBeVisible(within)
  await expectTone(boris.page, telephoneSings)
  expect((await boris.api.call('getMyCall')).call?.id).toBe(call?.id)
  await expect.poll(async () => (await anna.api.call('getMyCall')).call, within).toBeNull()

  await handOver(boris, team.anna.email)
  await anna.look()
  await anna.tasks.accept.click()
  await expectTone(anna.page, 700)
  await expectTone(boris.page, 440)
  await boris.look()
  await boris.talk.region.getByRole('button', { name: 'Hand over' }).click()
  await expect(card(anna).getByText('Connected')).toBeVisible(within)
  await expectTone(anna.page, telephoneSings)

  await telephone.hangUp()
  const details = () => anna.api.call('getCall', { params: { callId: call?.id ?? '' } })
  await expect.poll(async () => (await details()).state, within).toBe('ended')
  const { events, direction, operator } = await details()
  expect([direction, operator?.name]).toEqual(['out', 'Anna Kowalska'])
  expect(events.filter(({ kind }) => kind === 'transferred')).toHaveLength(2)
})

async function dialFrom(desk: Desk, origin: string, customerId: string): Promise<void> {
  await desk.page.goto(`${origin}/customers/${customerId}`)
  await expect(desk.page.getByRole('button', { name: /^Call / })).toBeVisible(within)
  await desk.page.getByRole('button', { name: /^Call / }).click()
}
/** `to`: the e-mail address of a colleague, whom one talks to first unless told otherwise, or the name of a queue. */
async function handOver(desk: Desk, to: string, { isFirstAsked = true } = {}): Promise<void> {
  await desk.look()
  await press(desk, /^Transfer/)
  const dialog = desk.page.getByRole('dialog', { name: 'Transfer' })
  await dialog.getByText(to).click()
  if (!isFirstAsked) await dialog.getByRole('checkbox', { name: /^Talk to the colleague first/ }).click()
  await write(dialog.getByLabel('Reason'), 'Knows pumps')
  await dialog.getByRole('button', { name: 'Transfer', exact: true }).click()
  await expect(dialog).toBeHidden()
}

test('one declines, so does the other: the caller waits; an offer runs out, the next is taken and given to a queue', async ({
  phoneTeam: team,
  openSinging,
  server,
}) => {
  test.setTimeout(150_000)
  const { telephone, admin } = team
  const anna = await openSinging(team, 'anna', 440)
  const boris = await openSinging(team, 'boris', 700)
  await expectReady(anna, 'anna')
  await expectReady(boris, 'boris')
  const ofAnna = { desk: anna, person: team.anna, hertz: 440 }
  const ofBoris = { desk: boris, person: team.boris, hertz: 700 }
  const isRung = ({ desk }: typeof ofAnna) => desk.tasks.offer.isVisible()
  /** Whom it rings at now, and his colleague, at whom it does not. */
  const ringing = async () => {
    await expect.poll(async () => (await isRung(ofAnna)) !== (await isRung(ofBoris)), within).toBe(true)
    return (await isRung(ofAnna)) ? ([ofAnna, ofBoris] as const) : ([ofBoris, ofAnna] as const)
  }

  await telephone.dial('queue')
  const [first, second] = await ringing()
  await first.desk.look()
  await first.desk.tasks.decline.click()
  await expect(second.desk.tasks.offer).toBeVisible(within)
  await expect(first.desk.tasks.offer).toBeHidden()
  await second.desk.look()
  await second.desk.tasks.decline.click()
  await expect(second.desk.tasks.offer).toBeHidden(within)
  // Nobody is left to ring for half a minute; he goes on waiting for that.
  await server.advance(31_000)
  const [third, fourth] = await ringing()
  await server.advance(31_000)
  await expect(fourth.desk.tasks.offer).toBeVisible(within)
  await expect(third.desk.tasks.offer).toBeHidden(within)
  for (const type of ['CALL_ESTABLISHED', 'CALL_CLOSED'])
    expect(telephone.events().map((event) => event.type)).not.toContain(type)
  await fourth.desk.look()
  await fourth.desk.tasks.accept.click()
  await expect(card(fourth.desk).getByText('Connected')).toBeVisible(within)
  await expectTone(fourth.desk.page, telephoneSings)

  const name = `Repairs ${team.queueId}`
  const { id: queueId } = await admin.call('addQueue', { body: { name, memberIds: [third.person.id] } })
  const { call } = await fourth.desk.api.call('getMyCall')
  await handOver(fourth.desk, name)
  await expect(third.desk.tasks.offer).toBeVisible(within)
  await third.desk.look()
  await third.desk.tasks.accept.click()
  await expect(card(third.desk).getByText('Connected')).toBeVisible(within)
  await expectTone(third.desk.page, telephoneSings)
  await expect.poll(async () => (await fourth.desk.api.call('getMyCall')).call, within).toBeNull()

  await telephone.hangUp()
  await telephone.expectHeard(third.hertz)
  const details = () => third.desk.api.call('getCall', { params: { callId: call?.id ?? '' } })
  await expect.poll(async () => (await details()).state, within).toBe('ended')
  const { operator, events } = await details()
  expect(operator?.id).toBe(third.person.id)
  expect(events.map(({ kind }) => kind)).toEqual(['rang', 'answered', 'returned', 'answered', 'ended'])
  const { queue } = await admin.call('getActivity', { params: { activityId: call?.id ?? '' } })
  expect(queue?.id).toBe(queueId)
})

test('a password that the exchange does not know is said in words; a call that nobody takes is called back', async ({
  phoneTeam: team,
  openSinging,
  server,
}) => {
  const { telephone } = team
  await team.giveLine('anna', 'not-hers')
  const anna = await openSinging(team, 'anna', 440)
  await expect(line(anna, 'The phone system does not accept the password')).toBeAttached(within)
  await telephone.dial('queue')
  await expect(anna.tasks.offer).toBeVisible(within)
  await telephone.hangUp()
  const mine = async () => (await anna.api.call('listTasks')).items.map(({ medium }) => medium)
  await expect.poll(mine, within).not.toContain('call')
  await expect.poll(mine, within).toContain('callback')
  await team.giveLine('anna')

  // With her own password she calls back; the customer is busy now.
  const { items } = await anna.api.call('listTasks')
  await dialFrom(anna, server.origin, items[0]?.customer.id ?? '')
  await expect.poll(() => telephone.events().some(({ type }) => type === 'CALL_INCOMING'), within).toBe(true)
  await telephone.hangUp()
  await expect(anna.page.getByText(/^(The line is busy|The call was declined|Nobody answered)$/)).toBeVisible(within)
  await expect.poll(async () => (await anna.api.call('getMyCall')).call, within).toBeNull()
})

test('another tab, a microphone that goes, an exchange that restarts, a page that is loaded anew: nothing is lost', async ({
  phoneTeam: team,
  openSinging,
  openDesk,
}) => {
  test.setTimeout(150_000)
  const { telephone, exchange } = team
  const anna = await openSinging(team, 'anna', 440)
  await expectReady(anna, 'anna')
  const second = await openDesk(team.anna, { besides: anna })
  await telephone.dial('queue')
  await expect(second.tasks.offer).toBeVisible(within)
  await second.tasks.accept.click()
  // The line is in the first tab: there it is answered, and the second one says so.
  await expect(card(second).getByText('You talk in another window of yours.')).toBeVisible(within)
  await anna.look()
  await anna.tasks.row('+48 600 100 200').click()
  await expect(card(anna).getByText('Connected')).toBeVisible(within)
  await expectTone(anna.page, telephoneSings)
  const { call } = await anna.api.call('getMyCall')
  const details = () => anna.api.call('getCall', { params: { callId: call?.id ?? '' } })

  await setPlugged(anna.page, false)
  await expect(card(anna).getByRole('alert').filter({ hasText: 'microphone' })).toBeVisible(within)
  await expectSound(anna.page)
  await setPlugged(anna.page, true)
  await expect(card(anna).getByRole('alert')).toBeHidden(within)
  const kinds = async () => (await details()).events.map(({ kind }) => kind)
  await expect.poll(kinds, within).toEqual(['rang', 'answered', 'micLost', 'micBack'])

  await exchange.kill()
  await expect(line(anna, 'Phone line lost, trying again')).toBeAttached(within)
  await expectSound(anna.page)
  await exchange.start()
  await expectReady(anna, 'anna')
  await expect(card(anna).getByText('Connected')).toBeVisible(within)
  await expectTone(anna.page, telephoneSings)

  await anna.page.reload()
  await expect.poll(() => telephone.events().at(-1)?.type, within).toBe('CALL_CLOSED')
  await expect.poll(async () => (await details()).state, within).toBe('ended')
})

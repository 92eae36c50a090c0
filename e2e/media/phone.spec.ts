import type { Page } from '@playwright/test'
import { expectNothing, expectSound, heardBy, setPlugged } from '../fixtures/sound.ts'
import { customersNumber } from './bed/fixtures.ts'
import { telephoneSings } from './bed/telephone.ts'
import { expectTone } from './bed/tones.ts'
import { expect, test } from './phone-test.ts'

const within = { timeout: 20_000 }

/** The name of its ICE session: another one after a restart (RFC 8839). */
const sessionOf = (page: Page): Promise<string | undefined> =>
  page.evaluate(() => {
    const [pc] = (window as unknown as { keptConnections: RTCPeerConnection[] }).keptConnections.slice(-1)
    return pc?.localDescription?.sdp.match(/a=ice-ufrag:(.+)/)?.[1]
  })

test('a call waits in the queue until the desk names who rings; both are heard, held, and keys arrive', async ({
  desk,
  telephone,
  openLine,
}) => {
  const anna = await openLine('anna')
  await anna.expectRegistration('registered')
  await telephone.dial('queue')
  await expect.poll(() => desk.asked().length, within).toBeGreaterThan(1)
  expect(desk.asked().at(-1)).toMatchObject({ asks: 'whoRings', from: telephone.number, did: 'queue' })
  expect((await anna.state()).calls).toEqual([])

  desk.answer('ring anna')
  const { id, number } = await anna.expectCall('ringing')
  expect(number).toBe(telephone.number)
  expect(id).toBe(desk.asked().at(-1)?.['call'])
  await anna.do('answer', id)
  await anna.expectCall('talking')
  await expectSound(anna.page)
  await expectTone(anna.page, telephoneSings)

  await anna.do('hold', id)
  await anna.expectCall('held')
  await expectNothing(anna.page)
  await anna.do('resume', id)
  await anna.expectCall('talking')
  await expectTone(anna.page, telephoneSings)

  await anna.do('sendDigits', id, '42#')
  const keys = (): (string | undefined)[] =>
    telephone.events().flatMap(({ type, param }) => (type === 'CALL_DTMF_START' ? [param] : []))
  await expect.poll(keys, within).toEqual(['4', '2', '#'])

  await telephone.hangUp()
  expect(await anna.expectCall('ended')).toMatchObject({ cause: 'hungUpThere', wasAnswered: true })
  await telephone.expectHeard(440)
  await expect.poll(() => desk.told(id).map(({ type }) => type), within).toEqual(['ringing', 'answered', 'ended'])
  expect(desk.told(id).at(-1)).toMatchObject({ direction: 'in', agent: 'anna', cause: 'hangup' })
})

test('an operator who does not answer in time or declines is passed over: the desk names the next one', async ({
  desk,
  telephone,
  openLine,
}) => {
  const [anna, boris] = [await openLine('anna'), await openLine('boris', { singing: 700 })]
  await anna.expectRegistration('registered')
  await boris.expectRegistration('registered')
  desk.answer('ring anna')
  await telephone.dial('queue')
  const { id } = await anna.expectCall('ringing')
  desk.answer('ring boris')
  // In time: the exchange gives up on her by itself.
  await boris.expectCall('ringing')
  expect(await anna.expectCall('ended')).toMatchObject({ cause: 'missed' })
  desk.answer('ring anna')
  await boris.do('hangUp', id)
  expect(await boris.expectCall('ended')).toMatchObject({ cause: 'declined' })
  await anna.expectCall('ringing')
  await anna.do('answer', id)
  await anna.expectCall('talking')
  await expectTone(anna.page, telephoneSings)
  await anna.do('hangUp', id)
  expect(await anna.expectCall('ended')).toMatchObject({ cause: 'hungUpHere' })
  await telephone.expectHeard(440)
  await expect.poll(() => desk.told(id).map(({ type }) => type), within).toContain('ended')
  expect(desk.told(id).filter(({ type }) => type === 'answered')).toHaveLength(1)
})

test('a caller who gives up while he waits and while it rings is told as missed', async ({
  desk,
  telephone,
  openLine,
}) => {
  await telephone.dial('queue')
  const before = desk.asked().length
  await expect.poll(() => desk.asked().length, within).toBeGreaterThan(before)
  const waiting = desk.asked().at(-1)?.['call'] ?? ''
  await telephone.hangUp()
  await expect.poll(() => desk.told(waiting), within).toMatchObject([{ type: 'ended', cause: 'cancelled' }])

  const anna = await openLine('anna')
  await anna.expectRegistration('registered')
  desk.answer('ring anna')
  await telephone.dial('queue')
  const { id } = await anna.expectCall('ringing')
  await telephone.hangUp()
  expect(await anna.expectCall('ended')).toMatchObject({ cause: 'missed', wasAnswered: false })
  await expect
    .poll(() => desk.told(id), within)
    .toMatchObject([{ type: 'ringing' }, { type: 'ended', cause: 'cancelled', from: customersNumber }])
  // Nobody is asked about a call that is over.
  const asked = desk.asked().length
  await anna.page.waitForTimeout(2_500)
  expect(desk.asked().length).toBe(asked)
})

test('the desk ends a call that nobody takes: the caller hears that nobody is here', async ({ desk, telephone }) => {
  desk.answer('end')
  await telephone.dial('queue')
  const last = (): string => `${telephone.events().at(-1)?.type} ${telephone.events().at(-1)?.param}`
  await expect.poll(last, within).toMatch(/^CALL_CLOSED.*480/)
  await expect
    .poll(() => desk.told(desk.asked().at(-1)?.['call']), within)
    .toMatchObject([{ type: 'ended', cause: 'nobody' }])
})

test('an operator calls a number, and both are heard; a busy one says so', async ({ desk, telephone, openLine }) => {
  const anna = await openLine('anna')
  await anna.expectRegistration('registered')
  await anna.do('call', customersNumber)
  const { id } = await anna.expectCall('calling')
  await expect.poll(() => telephone.events().some(({ type }) => type === 'CALL_INCOMING'), within).toBe(true)
  await telephone.answer()
  await anna.expectCall('talking')
  await expectSound(anna.page)
  await expectTone(anna.page, telephoneSings)
  await anna.do('hangUp', id)
  await telephone.expectHeard(440)
  await expect.poll(() => desk.told(id).map(({ type }) => type), within).toEqual(['ringing', 'answered', 'ended'])
  expect(desk.told(id)[0]).toMatchObject({ direction: 'out', agent: 'anna', to: customersNumber })

  await anna.do('call', customersNumber)
  await anna.expectCall('calling')
  await expect.poll(() => telephone.events().filter(({ type }) => type === 'CALL_INCOMING').length, within).toBe(2)
  await telephone.hangUp()
  const { cause } = await anna.expectCall('ended')
  expect(['busy', 'declined', 'noAnswer']).toContain(cause)
})

test('a wrong password is refused in words, and nothing is tried again by itself', async ({ openLine, exchange }) => {
  const anna = await openLine('anna', { password: 'not-hers' })
  await anna.expectRegistration('refused')
  expect((await anna.state()).refusal).toBe('password')
  await expect(anna.do('call', customersNumber)).rejects.toThrow('not registered')
  expect(exchange.log()).not.toContain('ERROR')
})

test('the exchange restarts in mid-call: the talk is heard on, the line is back, nothing is lost or told twice', async ({
  desk,
  exchange,
  telephone,
  openLine,
}) => {
  const anna = await openLine('anna')
  await anna.expectRegistration('registered')
  desk.answer('ring anna')
  await telephone.dial('queue')
  const { id } = await anna.expectCall('ringing')
  await anna.do('answer', id)
  await anna.expectCall('talking')
  await expectTone(anna.page, telephoneSings)
  await exchange.kill()
  await anna.expectRegistration('lost')
  await expectSound(anna.page)
  await exchange.start()
  await anna.expectRegistration('registered')
  await anna.expectCall('talking')
  await expectTone(anna.page, telephoneSings)
  // What comes from the telephone finds the operator’s new line.
  await telephone.hangUp()
  expect(await anna.expectCall('ended')).toMatchObject({ cause: 'hungUpThere' })
  await expect.poll(() => desk.told(id).map(({ type }) => type), within).toEqual(['ringing', 'answered', 'ended'])
  expect(desk.told(id).at(-1)).toMatchObject({ agent: 'anna', direction: 'in' })
})

test('a desk that does not answer for a while is told everything afterwards, once and in order', async ({
  desk,
  telephone,
  openLine,
}) => {
  const anna = await openLine('anna')
  await anna.expectRegistration('registered')
  desk.answer('ring anna')
  await telephone.dial('queue')
  const { id } = await anna.expectCall('ringing')
  desk.setDown(true)
  await anna.do('answer', id)
  await anna.expectCall('talking')
  await anna.do('hangUp', id)
  await anna.expectCall('ended')
  desk.setDown(false)
  await expect.poll(() => desk.told(id).map(({ type }) => type), within).toEqual(['ringing', 'answered', 'ended'])
})

test('a colleague is asked while the customer is held, then the call is handed over to him', async ({
  desk,
  telephone,
  openLine,
}) => {
  const [anna, boris] = [await openLine('anna'), await openLine('boris', { singing: 700 })]
  await anna.expectRegistration('registered')
  await boris.expectRegistration('registered')
  desk.answer('ring anna')
  await telephone.dial('queue')
  const { id } = await anna.expectCall('ringing')
  await anna.do('answer', id)
  await anna.expectCall('talking')
  await anna.do('call', 'boris')
  const { id: asking } = await boris.expectCall('ringing')
  await boris.do('answer', asking)
  await boris.expectCall('talking')
  await expectTone(boris.page, 440)
  const phases = async (): Promise<string[]> => (await anna.state()).calls.map(({ phase }) => phase)
  await expect.poll(phases, within).toEqual(['held', 'talking'])
  await anna.do('hangUp', asking)
  expect(await boris.expectCall('ended')).toMatchObject({ cause: 'hungUpThere', number: 'anna' })
  await anna.do('resume', id)
  await anna.expectCall('talking')
  await anna.do('transfer', id, 'boris')
  const second = await boris.expectCall('ringing')
  await boris.do('answer', second.id)
  await boris.expectCall('talking')
  await expectTone(boris.page, telephoneSings)
  await anna.expectCall('ended')
  expect((await heardBy(anna.page)).connected).toBe(0)
})

test('another network and another microphone in mid-call: the talk goes on', async ({ desk, telephone, openLine }) => {
  const anna = await openLine('anna')
  await anna.expectRegistration('registered')
  desk.answer('ring anna')
  await telephone.dial('queue')
  const { id } = await anna.expectCall('ringing')
  await anna.do('answer', id)
  await anna.expectCall('talking')
  await expectSound(anna.page)
  const before = await sessionOf(anna.page)
  await anna.do('networkChanged')
  await expect.poll(() => sessionOf(anna.page), within).not.toBe(before)
  await anna.expectCall('talking')
  await expectTone(anna.page, telephoneSings)
  expect((await heardBy(anna.page)).made).toBe(1)

  await setPlugged(anna.page, false)
  await expect.poll(async () => (await anna.call())?.problem, within).toBe('unplugged')
  await expectSound(anna.page)
  await setPlugged(anna.page, true)
  await expect.poll(async () => (await anna.call())?.problem, within).toBe(null)
  await expect.poll(async () => (await anna.call())?.mine, within).toBeGreaterThan(0.05)
  await anna.do('hangUp', id)
})

test('an operator in Firefox and a telephone hear each other', async ({ desk, telephone, openLine }) => {
  const anna = await openLine('anna', { singing: 'firefox' })
  await anna.expectRegistration('registered')
  desk.answer('ring anna')
  await telephone.dial('queue')
  const { id } = await anna.expectCall('ringing')
  await anna.do('answer', id)
  await anna.expectCall('talking')
  await expectSound(anna.page)
  // The telephone hears it a moment later, and says what it has heard only when the call is over.
  await anna.page.waitForTimeout(2_000)
  await anna.do('hangUp', id)
  // What Firefox's own microphone hears.
  await telephone.expectHeard(1_000)
})

import { expectNothing, expectSilence, expectSound } from '../fixtures/sound.ts'
import { telephoneSings } from './bed/telephone.ts'
import { expectTone } from './bed/tones.ts'
import { expect, test } from './phone-test.ts'

const within = { timeout: 20_000 }

test('a call waits in the queue until the desk names who rings; both are heard, held, and keys arrive', async ({
  desk,
  telephone,
  openLine,
}) => {
  const anna = await openLine('anna')
  await anna.expectRegistration('registered')
  await telephone.dial('queue')
  await expect.poll(() => desk.asked().length, within).toBeGreaterThan(1)
  expect(desk.asked().at(-1)).toMatchObject({ from: telephone.number, to: 'queue' })
  expect((await anna.state()).calls).toEqual([])

  desk.answer('ring anna')
  const { id, number } = await anna.expectCall('ringing')
  expect(number).toBe(telephone.number)
  expect(id).toBe(desk.asked().at(-1)?.['callid'])
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
  await expect
    .poll(() => desk.told(id).map(({ type }) => type), within)
    .toEqual(['call.ringing', 'call.answered', 'call.ended'])
  expect(desk.told(id).at(-1)).toMatchObject({ direction: 'in', operator: 'anna', cause: 'hangup' })
})

import { expectNothing, expectSound } from '../fixtures/sound.ts'
import type { Desk } from '../pages/desk.ts'
import { telephoneSings } from './bed/telephone.ts'
import { expectTone } from './bed/tones.ts'
import { customersNumber, expect, test } from './desk-phone-test.ts'

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

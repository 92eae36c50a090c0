import { agree, bytesOf, card, endAndListen, expectGrowth, press, recordingTeam, talk } from '../fixtures/recording.ts'
import { expect, test } from './test.ts'

test('what an operator in Firefox records has both sides, leaves out a pause, and goes on after a reload', async ({
  makeTeam,
  server,
  openDesk,
  openWidget,
  browsers,
  pulse,
}) => {
  test.setTimeout(150_000)
  const team = await recordingTeam(makeTeam)
  const browser = await browsers.firefox(pulse)
  const { anna, widget, callId } = await talk({ openDesk, openWidget }, team, { browser })
  await agree(anna, widget, callId)
  await press(anna, 'Pause rec.')
  await expect(widget.frame.getByText('The recording is paused')).toBeVisible()
  // The rest of the segment comes; then nothing does.
  await anna.page.waitForTimeout(1_500)
  const paused = await bytesOf(anna, callId)
  await anna.page.waitForTimeout(3_000)
  expect(await bytesOf(anna, callId)).toBe(paused)
  await press(anna, 'Record on')
  await expectGrowth(anna, callId)
  await anna.page.reload()
  await expect(card(anna).getByText('Connected')).toBeVisible({ timeout: 20_000 })
  await expectGrowth(anna, callId)
  const heard = await endAndListen(anna, server, callId)
  expect(heard.channels).toBe(2)
  expect(heard.seconds).toBeGreaterThan(4)
  expect(heard.theirs).toBeGreaterThan(0.01)
  expect(heard.mine).toBeGreaterThan(0.01)
})

import { expectAccessible } from '../fixtures/axe.ts'
import {
  agree,
  bytesOf,
  card,
  consent,
  endAndListen,
  expectGrowth,
  heardIn,
  press,
  recordingTeam,
  talk,
  within,
} from '../fixtures/recording.ts'
import { expectSound, keepConnections } from '../fixtures/sound.ts'
import { expect, test } from '../fixtures/test.ts'
import { write } from '../pages/write.ts'

const isDeaf = (browserName: string): boolean => browserName === 'firefox' && process.env['PULSE_SERVER'] === undefined

test('a customer agrees: the call is recorded, paused, goes on after a reload, and is heard afterwards', async ({
  makeTeam,
  server,
  openDesk,
  openWidget,
  browserName,
}) => {
  test.skip(isDeaf(browserName), 'its AudioContext waits for an audio server')
  test.setTimeout(150_000)
  const team = await recordingTeam(makeTeam)
  const { anna, widget, callId } = await talk({ openDesk, openWidget }, team)
  await expect(card(anna).getByText('The customer is asked about the recording')).toBeVisible()
  await expect(consent(widget)).toBeVisible()
  await expectAccessible(widget.page, 'the question whether a call may be recorded')
  expect(await bytesOf(anna, callId)).toBe(0)

  await widget.look()
  await consent(widget).getByRole('button', { name: 'Agree' }).click()
  await expect(widget.frame.getByText('This call is recorded')).toBeVisible()
  await expect(card(anna).getByText(/^Recording \d/)).toBeVisible()
  await anna.look()
  await expectGrowth(anna, callId)
  await expectAccessible(anna.page, 'a call that is recorded')

  await press(anna, 'Pause rec.')
  await expect(widget.frame.getByText('The recording is paused')).toBeVisible()
  await expect(card(anna).getByText(/^Recording paused/)).toBeVisible()
  // The rest of the segment comes; then nothing does.
  await anna.page.waitForTimeout(1_500)
  const paused = await bytesOf(anna, callId)
  await anna.page.waitForTimeout(3_000)
  expect(await bytesOf(anna, callId)).toBe(paused)
  await press(anna, 'Record on')
  await expect(widget.frame.getByText('This call is recorded')).toBeVisible()
  await expectGrowth(anna, callId)

  await anna.page.reload()
  await expect(card(anna).getByText('Connected')).toBeVisible(within)
  await expectGrowth(anna, callId)

  await press(anna, /^Hang up/)
  const part = anna.talk.region.getByRole('region', { name: 'Recording of the call' })
  await expect(part).toBeVisible()
  await anna.page.waitForTimeout(2_000)
  await server.advance(130_000)
  await expect(part.getByRole('button', { name: 'Play' })).toBeVisible(within)
  await expect(part.getByText('1 pause left out')).toBeVisible()
  const heard = await heardIn(anna, callId)
  expect(heard.channels).toBe(2)
  expect(heard.seconds).toBeGreaterThan(4)
  expect(heard.theirs).toBeGreaterThan(0.01)
  expect(heard.mine).toBeGreaterThan(0.01)

  await part.getByRole('button', { name: 'Play' }).click()
  const position = part.getByRole('slider', { name: 'Position' })
  await expect.poll(async () => Number(await position.inputValue()), within).toBeGreaterThan(0.5)
  // Winding on works: the file says how long it is and where its parts are.
  await part.getByRole('button', { name: 'Pause' }).click()
  await position.focus()
  await anna.page.keyboard.press('End')
  await anna.page.keyboard.press('PageDown')
  const place = Number(await position.inputValue())
  const playerAt = () => part.locator('audio').evaluate((audio: HTMLAudioElement) => audio.currentTime)
  await expect.poll(playerAt, within).toBeGreaterThan(place - 0.5)
  expect(place).toBeGreaterThan(heard.seconds / 2)
  await expectAccessible(anna.page, 'a recording at the desk')

  const vera = await openDesk(team.vera, { presence: null })
  const { customer } = await anna.api.call('getCall', { params: { callId } })
  await vera.page.goto(`${server.origin}/customers/${customer.id}`)
  await vera.page.getByRole('treeitem', { name: /^Call/ }).click()
  const viewer = vera.page.getByRole('dialog', { name: /^Activity/ })
  await expect(viewer.getByText(/^Incoming call, \d/)).toBeVisible()
  await expect(viewer.getByRole('button', { name: 'Play' })).toBeVisible()
  await expectAccessible(vera.page, 'a recording in the journey')
  await vera.page.goto(`${server.origin}/settings/audit`)
  const audit = vera.page.getByRole('region', { name: 'Audit' })
  await expect(audit.getByText('Anna Kowalska listened to a recording').first()).toBeVisible()
  await expectAccessible(vera.page, 'the audit')
  const { items } = await team.admin.call('listAudit')
  expect(items).toContainEqual(
    expect.objectContaining({ subjectId: callId, operator: { id: team.anna.id, name: team.anna.name } }),
  )
})

const spokenMs = 6_000
/** Shorter than a lost operator is waited for. */
const cutMs = 4_000

test('a recording goes on with the colleague to whom the call is handed', async ({
  makeTeam,
  server,
  openDesk,
  openWidget,
  browserName,
}) => {
  test.skip(isDeaf(browserName), 'its AudioContext waits for an audio server')
  const team = await recordingTeam(makeTeam)
  const { anna, widget, callId } = await talk({ openDesk, openWidget }, team)
  await agree(anna, widget, callId)
  await anna.page.waitForTimeout(spokenMs)
  const boris = await openDesk(team.boris, { prepare: keepConnections, presence: 'busy' })
  boris.page.on('dialog', (dialog) => void dialog.accept())
  await anna.look()
  await press(anna, /^Transfer/)
  const dialog = anna.page.getByRole('dialog', { name: 'Transfer' })
  await dialog.getByText(team.boris.email).click()
  await dialog.getByRole('checkbox', { name: /^Talk to the colleague first/ }).click()
  await write(dialog.getByLabel('Reason'), 'He knows pumps')
  await dialog.getByRole('button', { name: 'Transfer', exact: true }).click()
  await boris.look()
  await boris.tasks.accept.click()
  await expectSound(boris.page)
  await expect(card(boris).getByText(/^Recording \d/)).toBeVisible()
  await expect(widget.frame.getByText('This call is recorded')).toBeVisible()
  // Nobody is asked twice.
  await expect(consent(widget)).toBeHidden()
  await expectGrowth(boris, callId)
  await boris.page.waitForTimeout(spokenMs)
  const heard = await endAndListen(boris, server, callId)
  expect(heard.channels).toBe(2)
  expect(heard.seconds).toBeGreaterThan((2 * spokenMs) / 1_000)
  expect(heard.theirs).toBeGreaterThan(0.01)
  expect(heard.mine).toBeGreaterThan(0.01)
})

test('what is recorded while the operator has no connection is sent when it is back', async ({
  makeTeam,
  server,
  openDesk,
  openWidget,
  openLine,
  browserName,
}) => {
  test.skip(isDeaf(browserName), 'its AudioContext waits for an audio server')
  const team = await recordingTeam(makeTeam)
  const line = await openLine()
  const { anna, widget, callId } = await talk({ openDesk, openWidget }, team, { line })
  await agree(anna, widget, callId)
  const since = Date.now()
  // Asked past the line.
  const told = () => bytesOf(anna, callId)
  line.cut()
  await anna.page.waitForTimeout(1_000)
  const before = await told()
  // The two talk on: their sound goes another way.
  await expectSound(anna.page)
  await anna.page.waitForTimeout(cutMs)
  expect(await told()).toBe(before)
  line.mend()
  await expect.poll(told, within).toBeGreaterThan(before)
  const talkedMs = Date.now() - since
  const heard = await endAndListen(anna, server, callId)
  // A part that is missing would end it there.
  expect(heard.seconds).toBeGreaterThan(talkedMs / 1_000)
})

test('a customer refuses: the talk goes on, and there is no recording', async ({
  makeTeam,
  server,
  openDesk,
  openWidget,
}) => {
  const team = await recordingTeam(makeTeam)
  const { anna, widget, callId } = await talk({ openDesk, openWidget }, team)
  await widget.look()
  await consent(widget).getByRole('button', { name: 'Call without recording' }).click()
  await expect(consent(widget)).toBeHidden()
  await expect(card(anna).getByText('Not recorded: the customer did not agree')).toBeVisible()
  await expect(card(anna).getByRole('button', { name: 'Pause rec.' })).toBeHidden()
  await expectSound(anna.page)
  await anna.look()
  await press(anna, /^Hang up/)
  await server.advance(130_000)
  const { recording } = await anna.api.call('getCall', { params: { callId } })
  expect(recording).toMatchObject({ state: 'refused', bytes: 0, canListen: false })
})

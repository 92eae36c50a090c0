import type { Page } from '@playwright/test'
import { expectAccessible } from '../fixtures/axe.ts'
import { rawCaller } from '../fixtures/raw-caller.ts'
import {
  expectNothing,
  expectSilence,
  expectSound,
  frameOf,
  heardBy,
  keepConnections,
  setPlugged,
} from '../fixtures/sound.ts'
import { expect, test, type Tools } from '../fixtures/test.ts'
import type { Person } from '../fixtures/team.ts'
import type { Desk } from '../pages/desk.ts'
import type { Widget } from '../pages/widget.ts'
import { write } from '../pages/write.ts'

const site = { offersCalls: true }
const card = (desk: Desk) => desk.talk.region.getByRole('group', { name: 'Active call' })
const press = (desk: Desk, name: string | RegExp) => card(desk).getByRole('button', { name }).click()

/** The customer's page with his widget open. */
async function openShop({ openWidget }: Pick<Tools, 'openWidget'>, team: Tools['team']) {
  const widget = await openWidget(team)
  await keepConnections(widget.page)
  await widget.page.reload()
  await widget.open()
  return widget
}

/** Presses the button, reads what the browser is going to ask, and calls. */
async function callFrom(widget: Widget): Promise<void> {
  await widget.frame.getByRole('button', { name: 'Call us in the browser' }).click()
  await widget.frame.getByRole('button', { name: 'Call now' }).click()
}

async function accept(desk: Desk): Promise<void> {
  await desk.look()
  await desk.tasks.accept.click()
  await expect(card(desk)).toBeVisible()
}

/** Anna and a customer talk and hear each other. */
async function talk(tools: Pick<Tools, 'openDesk' | 'openWidget'>, team: Tools['team']) {
  const anna = await tools.openDesk(team.anna, { prepare: keepConnections })
  const widget = await openShop(tools, team)
  await callFrom(widget)
  await accept(anna)
  const frame = await frameOf(widget.page)
  await expect(card(anna).getByText('Connected')).toBeVisible({ timeout: 20_000 })
  await expectSound(anna.page)
  await expectSound(frame)
  return { anna, widget, frame }
}
const status = (widget: Widget, text: string) => expect(widget.frame.getByText(text)).toBeVisible({ timeout: 20_000 })

test('a customer calls from the shop: both hear each other, mute and hold are heard and seen, one hangs up', async ({
  makeTeam,
  openDesk,
  openWidget,
}) => {
  const team = await makeTeam({ site, wrapUpSeconds: 60 })
  const { anna, widget, frame } = await talk({ openDesk, openWidget }, team)
  await status(widget, 'Connected')
  await expect(card(anna).getByText('Good quality')).toBeVisible()
  await expectAccessible(anna.page, 'a call at the desk')
  await expectAccessible(widget.page, 'a call in the widget')

  await press(anna, /^Mute/)
  await expectSilence(frame)
  await status(widget, 'The other side is muted')
  await press(anna, /^Unmute/)
  await expectSound(frame)

  await press(anna, /^Hold/)
  await status(widget, 'On hold. Stay on the line')
  await Promise.all([expectNothing(frame), expectNothing(anna.page)])
  await press(anna, /^Resume/)
  await status(widget, 'Connected')
  await expectSound(frame)
  await expectSound(anna.page)

  await press(anna, /^Hang up/)
  await status(widget, 'The operator hung up.')
  const events = anna.talk.region.getByRole('region', { name: 'Call events' })
  for (const text of ['You: answered after', 'You: on hold', 'You: microphone muted', 'You: call ended'])
    await expect(events.getByText(text)).toBeVisible()
  await expect(anna.talk.region.getByRole('region', { name: 'Wrap-up' })).toBeVisible()
  expect((await heardBy(anna.page)).connected).toBe(0)
})

test('the customer hangs up, and by keys the operator mutes, holds and hangs up at the second press', async ({
  makeTeam,
  openDesk,
  openWidget,
}) => {
  const team = await makeTeam({ site })
  const { anna, widget, frame } = await talk({ openDesk, openWidget }, team)
  await anna.look()
  await anna.page.keyboard.press('m')
  await expect(card(anna).getByRole('button', { name: /^Unmute/ })).toBeVisible()
  await anna.page.keyboard.press('m')
  await anna.page.keyboard.press('h')
  await status(widget, 'On hold. Stay on the line')
  await expect(card(anna).getByRole('button', { name: /^Resume/ })).toBeVisible()
  await anna.page.keyboard.press('h')
  await status(widget, 'Connected')
  await expectSound(frame)
  await widget.look()
  await widget.frame.getByRole('button', { name: 'Hang up' }).click()
  await status(widget, 'You hung up.')
  await expect(anna.talk.region.getByText('Call ended').first()).toBeVisible()
  await widget.frame.getByRole('button', { name: 'Done' }).click()
  await callFrom(widget)
  await accept(anna)
  await expectSound(frame)
  await anna.page.keyboard.press('Shift+H')
  await expect(anna.page.getByText('Press once more to hang up')).toBeVisible()
  await anna.page.keyboard.press('Shift+H')
  await status(widget, 'The operator hung up.')
})

test('a reload of the operator’s page comes back into the call', async ({ makeTeam, openDesk, openWidget }) => {
  const team = await makeTeam({ site })
  const { anna, frame } = await talk({ openDesk, openWidget }, team)
  anna.page.on('dialog', (dialog) => void dialog.accept())
  await anna.page.reload()
  await expect(card(anna).getByText('Connected')).toBeVisible({ timeout: 20_000 })
  await expectSound(anna.page)
  await expectSound(frame)
})

test('a reload of the customer’s page comes back too', async ({ makeTeam, openDesk, openWidget }) => {
  const team = await makeTeam({ site })
  const { anna, widget } = await talk({ openDesk, openWidget }, team)
  await widget.page.reload()
  const frame = await frameOf(widget.page)
  await expectSound(frame)
  await expectSound(anna.page)
})

test('a second tab shows that the call is elsewhere and takes it over', async ({ makeTeam, openDesk, openWidget }) => {
  const team = await makeTeam({ site })
  const { anna, frame } = await talk({ openDesk, openWidget }, team)
  const second = await openDesk(team.anna, { besides: anna, presence: null })
  const bar = second.page.getByRole('region', { name: 'Active call' })
  await expect(bar.getByText('This call is in another window')).toBeVisible()
  await bar.getByRole('button', { name: 'Continue here' }).click()
  await expectSound(second.page)
  await expectSound(frame)
  await expect(card(anna).getByText('This call is in another window')).toBeVisible()
  expect((await heardBy(anna.page)).connected).toBe(0)
})

async function handOver(anna: Desk, { email }: Person, isWarm: boolean): Promise<void> {
  await press(anna, /^Transfer/)
  const dialog = anna.page.getByRole('dialog', { name: 'Transfer' })
  await dialog.getByText(email).click()
  if (!isWarm) await dialog.getByRole('checkbox', { name: /^Talk to the colleague first/ }).click()
  await write(dialog.getByLabel('Reason'), 'He knows pumps')
  await dialog.getByRole('button', { name: 'Transfer', exact: true }).click()
  await expect(dialog).toBeHidden()
}

test('a blind transfer: the second operator and the customer hear each other', async ({
  makeTeam,
  openDesk,
  openWidget,
}) => {
  const team = await makeTeam({ site })
  const { anna, widget, frame } = await talk({ openDesk, openWidget }, team)
  const boris = await openDesk(team.boris, { prepare: keepConnections, presence: 'busy' })
  await anna.look()
  await handOver(anna, team.boris, false)
  await accept(boris)
  await expectSound(boris.page)
  await expectSound(frame)
  await expect(widget.frame.getByText('Boris Petrov')).toBeVisible()
  await expect.poll(async () => (await heardBy(anna.page)).connected).toBe(0)
})

test('a warm transfer: the colleagues talk while the customer is held, then he has the call', async ({
  makeTeam,
  openDesk,
  openWidget,
}) => {
  const team = await makeTeam({ site })
  const { anna, widget, frame } = await talk({ openDesk, openWidget }, team)
  const boris = await openDesk(team.boris, { prepare: keepConnections, presence: 'busy' })
  await anna.look()
  await handOver(anna, team.boris, true)
  await boris.look()
  await expect(boris.tasks.offer.getByText('Anna Kowalska asks you first')).toBeVisible()
  await accept(boris)
  await expectSound(boris.page)
  await status(widget, 'On hold. Stay on the line')
  await expectNothing(frame)
  await anna.look()
  await expect(card(anna).getByText('You talk to Boris Petrov')).toBeVisible()
  await card(anna).getByRole('button', { name: 'Hand over' }).click()
  await expectSound(boris.page)
  await expectSound(frame)
  await status(widget, 'Connected')
  await expect(widget.frame.getByText('Boris Petrov')).toBeVisible()
})

/** What getUserMedia answers in this browser from now on. */
const withoutMicrophone = (name: string) => async (page: Page) => {
  await keepConnections(page)
  await page.context().addInitScript((error) => {
    navigator.mediaDevices.getUserMedia = () => Promise.reject(new DOMException('no', error))
  }, name)
}

test('a refused microphone and one that is missing are told in words, and no call is made', async ({
  makeTeam,
  openDesk,
  openWidget,
}) => {
  const team = await makeTeam({ site })
  await openDesk(team.anna)
  for (const [error, words] of [
    ['NotAllowedError', 'The microphone is blocked'],
    ['NotFoundError', 'No microphone found'],
  ] as const) {
    const widget = await openWidget(team)
    await withoutMicrophone(error)(widget.page)
    await widget.page.reload()
    await widget.open()
    await callFrom(widget)
    await expect(widget.frame.getByRole('heading', { name: words })).toBeVisible()
  }
  expect((await team.admin.call('listQueueItems')).items.filter(({ queue }) => queue?.id === team.queueId)).toEqual([])
})

test('a microphone that is unplugged in mid-call is said, the call goes on, and another one is taken', async ({
  makeTeam,
  openDesk,
  openWidget,
}) => {
  const team = await makeTeam({ site })
  const { anna, frame } = await talk({ openDesk, openWidget }, team)
  await setPlugged(anna.page, false)
  await expect(card(anna).getByText('Your microphone is gone')).toBeVisible()
  await expectSilence(frame)
  await expectSound(anna.page)
  await setPlugged(anna.page, true)
  await expectSound(frame)
  await expect(card(anna).getByText('Your microphone is gone')).toBeHidden()
})

test('the operator looks at another task: the talk goes on, and a bar leads back', async ({
  makeTeam,
  openDesk,
  openWidget,
}) => {
  const team = await makeTeam({ site })
  const { anna, frame } = await talk({ openDesk, openWidget }, team)
  await anna.page.goto(`${new URL(anna.page.url()).origin}/requests`, { waitUntil: 'commit' }).catch(() => undefined)
  const bar = anna.page.getByRole('region', { name: 'Active call' })
  await expect(bar.getByText('Connected')).toBeVisible({ timeout: 20_000 })
  await expectSound(frame)
  // It stands below what is looked at: no last row is under it.
  const [barBox, screen] = await Promise.all([bar.boundingBox(), anna.page.getByRole('main').boundingBox()])
  expect(barBox?.y ?? 0).toBeGreaterThanOrEqual((screen?.y ?? Infinity) + (screen?.height ?? 0))
  await bar.getByRole('button', { name: 'Show' }).click()
  await expect(card(anna)).toBeVisible()
})

test('a lost line of the customer that comes back goes on without a new connection', async ({
  makeTeam,
  openDesk,
  openLine,
  openWidget,
}) => {
  const team = await makeTeam({ site })
  const anna = await openDesk(team.anna, { prepare: keepConnections })
  const line = await openLine()
  const widget = await openWidget(team, { line })
  await keepConnections(widget.page)
  await widget.page.reload()
  await widget.open()
  await callFrom(widget)
  await accept(anna)
  const frame = await frameOf(widget.page)
  await expectSound(frame)
  line.cut()
  await expect(widget.frame.getByText('No connection. We keep the call for ten seconds.')).toBeVisible()
  await expectSound(frame)
  line.mend()
  await expect(widget.frame.getByText('No connection. We keep the call for ten seconds.')).toBeHidden({
    timeout: 9_000,
  })
  await expectSound(frame)
  await expectSound(anna.page)
  expect((await heardBy(frame)).made).toBe(1)
})

/** The name of its ICE session: another one after a restart (RFC 8839). */
const sessionOf = (page: Page): Promise<string | undefined> =>
  page.evaluate(() => {
    const [pc] = (window as unknown as { keptConnections: RTCPeerConnection[] }).keptConnections.slice(-1)
    return pc?.localDescription?.sdp.match(/a=ice-ufrag:(.+)/)?.[1]
  })

test('another network at the operator’s: the connection is made anew within the call, and the talk goes on', async ({
  makeTeam,
  openDesk,
  openWidget,
}) => {
  const team = await makeTeam({ site })
  const { anna, frame } = await talk({ openDesk, openWidget }, team)
  const before = await sessionOf(anna.page)
  await anna.page.evaluate(() => dispatchEvent(new Event('online')))
  await expect.poll(() => sessionOf(anna.page)).not.toBe(before)
  await expectSound(anna.page)
  await expectSound(frame)
  expect((await heardBy(frame)).made).toBe(1)
})

test('a customer who does not come back in ten seconds: the call is over, and said so to both', async ({
  makeTeam,
  server,
  openDesk,
  openLine,
  openWidget,
}) => {
  const team = await makeTeam({ site })
  const anna = await openDesk(team.anna)
  const line = await openLine()
  const widget = await openWidget(team, { line })
  await widget.open()
  await callFrom(widget)
  await accept(anna)
  await status(widget, 'Connected')
  line.cut()
  const events = anna.talk.region.getByRole('region', { name: 'Call events' })
  await expect(events.getByText('connection lost')).toBeVisible()
  await server.advance(10_500)
  await expect(events.getByText('call ended')).toBeVisible()
  line.mend()
  await status(widget, 'The connection was lost.')
})

test('garbage that looks like a description breaks nothing: it is written down, and the next call is heard', async ({
  makeTeam,
  server,
  openDesk,
  openWidget,
}) => {
  const team = await makeTeam({ site })
  const anna = await openDesk(team.anna, { prepare: keepConnections })
  const mallory = await rawCaller(server.origin, team.siteKey)
  await accept(anna)
  await expect.poll(() => mallory.isAnswered()).toBe(true)
  const sdp = ['v=0', 'm=audio x y z', 'a=fingerprint:nothing', 'a=ice-ufrag:', 'rubbish', ''].join('\r\n')
  await mallory.send({ kind: 'description', type: 'offer', sdp })
  const events = anna.talk.region.getByRole('region', { name: 'Call events' })
  await expect(events.getByText('You: the other browser was not understood')).toBeVisible()
  await expect(card(anna)).toBeVisible()
  await mallory.hangUp()
  await expect(events.getByText('call ended')).toBeVisible()
  const widget = await openShop({ openWidget }, team)
  await callFrom(widget)
  await accept(anna)
  await expectSound(anna.page)
  await expectSound(await frameOf(widget.page))
})

import type { Page } from '@playwright/test'
import { expectSound, frameOf, heardBy, keepConnections } from '../fixtures/sound.ts'
import type { Team } from '../fixtures/team.ts'
import type { Desk } from '../pages/desk.ts'
import type { Widget } from '../pages/widget.ts'
import { onlyByRelay, type Relay, wayOf } from './bed/relay-only.ts'
import { expectTone } from './bed/tones.ts'
import { expect, test } from './test.ts'

const site = { offersCalls: true }
const card = (desk: Desk) => desk.talk.region.getByRole('group', { name: 'Active call' })
const operatorSings = 700
const customerSings = 440

const by = (relay: Relay) => async (page: Page) => {
  await onlyByRelay(page, relay)
  await keepConnections(page)
}

type Tools = Parameters<Parameters<typeof test>[2]>[0]

/** Anna and a customer, each behind a network of their own, in a call; nothing is said yet of how it goes. */
async function call(tools: Pick<Tools, 'openDesk' | 'openWidget' | 'browsers'>, team: Team, relay: Relay) {
  const { openDesk, openWidget, browsers } = tools
  const [annas, customers] = [await browsers.hearing(operatorSings), await browsers.hearing(customerSings)]
  const anna = await openDesk(team.anna, { browser: annas, prepare: by(relay) })
  const widget = await openWidget(team, { browser: customers })
  await by(relay)(widget.page)
  await widget.page.reload()
  await widget.open()
  await callFrom(widget)
  await anna.look()
  await anna.tasks.accept.click()
  await expect(card(anna)).toBeVisible()
  return { anna, widget, frame: await frameOf(widget.page) }
}
async function callFrom(widget: Widget): Promise<void> {
  await widget.frame.getByRole('button', { name: 'Call us in the browser' }).click()
  await widget.frame.getByRole('button', { name: 'Call now' }).click()
}

for (const transport of ['udp', 'tcp'] as const)
  test(`two who reach each other only by a relay over ${transport} hear each other’s voice`, async ({
    makeTeam,
    openDesk,
    openWidget,
    browsers,
  }) => {
    const team = await makeTeam({ site })
    const { anna, frame } = await call({ openDesk, openWidget, browsers }, team, { transport })
    await expectSound(anna.page)
    await expectSound(frame)
    await expectTone(anna.page, customerSings)
    await expectTone(frame, operatorSings)
    await expect.poll(() => wayOf(anna.page), { timeout: 20_000 }).toEqual({ kind: 'relay', relay: transport })
  })

test('a relay that does not know the credential: both are told that no sound gets through, and may hang up', async ({
  makeTeam,
  openDesk,
  openWidget,
  browsers,
}) => {
  const team = await makeTeam({ site })
  const wrong = { transport: 'udp', credential: 'a-wrong-one' } as const
  const { anna, widget } = await call({ openDesk, openWidget, browsers }, team, wrong)
  await expect(card(anna).getByText('No sound gets through.')).toBeVisible({ timeout: 30_000 })
  await expect(widget.frame.getByText('No sound gets through.')).toBeVisible()
  expect((await heardBy(anna.page)).received).toBe(0)
  await widget.frame.getByRole('button', { name: 'Hang up' }).click()
  await expect(widget.frame.getByText('You hung up.')).toBeVisible()
})

test('a line that loses and delays packets is said to be poor, and is good again when it is', async ({
  makeTeam,
  openDesk,
  openWidget,
  browsers,
  badLine,
}) => {
  const team = await makeTeam({ site })
  const { anna, widget, frame } = await call({ openDesk, openWidget, browsers }, team, { transport: 'udp' })
  await expectSound(anna.page)
  await expect(card(anna).getByText('Good quality')).toBeVisible()
  badLine.worsen({ lossPercent: 15, delayMs: 100 })
  await expect(card(anna).getByText('Poor quality').first()).toBeVisible({ timeout: 20_000 })
  await expect(widget.frame.getByText('The connection is poor')).toBeVisible({ timeout: 20_000 })
  // Poor, and yet both are heard.
  await expectSound(anna.page)
  await expectSound(frame)
  expect(badLine.count().lost).toBeGreaterThan(50)
  badLine.mend()
  await expect(card(anna).getByText('Good quality')).toBeVisible({ timeout: 20_000 })
  await expect(widget.frame.getByText('The connection is poor')).toBeHidden()
  await expectTone(frame, operatorSings)
})

test('a network that is gone for some seconds: the talk goes on within its grace, on the same connection', async ({
  makeTeam,
  openDesk,
  openWidget,
  browsers,
  badLine,
}) => {
  const team = await makeTeam({ site })
  const { anna, widget, frame } = await call({ openDesk, openWidget, browsers }, team, { transport: 'udp' })
  await expectSound(anna.page)
  await expectSound(frame)
  badLine.cut()
  await expect(card(anna).getByText('Reconnecting')).toBeVisible({ timeout: 15_000 })
  await expect(widget.frame.getByText('Reconnecting')).toBeVisible({ timeout: 15_000 })
  badLine.mend()
  const mendedAt = Date.now()
  await expect(card(anna).getByText('Connected')).toBeVisible({ timeout: 15_000 })
  await expectSound(anna.page)
  await expectSound(frame)
  expect(Date.now() - mendedAt).toBeLessThan(10_000)
  await expectTone(anna.page, customerSings)
  expect((await heardBy(frame)).made).toBe(1)
  await expect(anna.talk.region.getByText('connection is back').first()).toBeVisible()
})

test('the operator in Chromium and the customer in Firefox hear each other', async ({
  makeTeam,
  openDesk,
  openWidget,
  browsers,
  pulse,
}) => {
  const team = await makeTeam({ site })
  const annas = await browsers.hearing(operatorSings)
  const anna = await openDesk(team.anna, { browser: annas, prepare: keepConnections })
  const widget = await openWidget(team, { browser: await browsers.firefox(pulse) })
  await keepConnections(widget.page)
  await widget.page.reload()
  await widget.open()
  await callFrom(widget)
  await anna.look()
  await anna.tasks.accept.click()
  const frame = await frameOf(widget.page)
  await expectSound(anna.page)
  await expectSound(frame)
  // What Firefox's own microphone hears.
  await expectTone(anna.page, 1_000)
})

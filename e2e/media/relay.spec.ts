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
const operatorSings = 1_000
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
    expect(await wayOf(anna.page)).toEqual({ kind: 'relay', relay: transport })
  })

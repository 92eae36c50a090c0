import { createHmac } from 'node:crypto'
import type { Server } from '../fixtures/server.ts'
import type { Team } from '../fixtures/team.ts'
import { expect, test } from '../fixtures/test.ts'
import { widgetPage } from '../pages/widget.ts'

const hour = 3_600
const encoded = (value: unknown): string => Buffer.from(JSON.stringify(value)).toString('base64url')

/** What a shop's own server does: a JWT by hand, as the manual shows it. */
function signer(server: Server, { kid, secret }: { kid: string; secret: string }) {
  return (claims: Record<string, unknown>, ahead = hour): string => {
    const exp = Math.floor(server.now() / 1_000) + ahead
    const signed = `${encoded({ alg: 'HS256', typ: 'JWT', kid })}.${encoded({ exp, ...claims })}`
    return `${signed}.${createHmac('sha256', secret).update(signed).digest('base64url')}`
  }
}
async function keyOf(server: Server, { admin, siteId }: Team) {
  const { key, secret } = await admin.call('addSiteKey', { params: { siteId } })
  return signer(server, { kid: key.id, secret })
}

test('a signed-in customer is known on every device; the next one in the same browser sees nothing of it', async ({
  makeTeam,
  openDesk,
  server,
  shop,
  newPage,
}) => {
  const team = await makeTeam({ site: { hasPreChat: false } })
  const sign = await keyOf(server, team)
  // Somebody is there, so that the widget offers the chat.
  await openDesk(team.anna)
  const page = await newPage()
  const goTo = (identity?: string, at = page) =>
    at.goto(shop.url({ server: server.origin, siteKey: team.siteKey, ...(identity === undefined ? {} : { identity }) }))
  const widget = widgetPage(page)
  const tail = team.siteKey.slice(0, 6)

  // Somebody unknown begins to talk, then signs in: the talk is his.
  await goTo()
  await widget.open()
  await widget.say('A secret of Anna')
  await goTo(sign({ sub: `anna-${tail}`, name: 'Anna Signed', email: `anna.${tail}@example.com` }))
  await expect(widget.log.getByText('A secret of Anna')).toBeVisible()
  // The talk stands there before it is his.
  const query = { search: `anna.${tail}@example.com` }
  const named = async () => (await team.admin.call('listCustomers', { query })).items.map(({ name }) => name)
  await expect.poll(named).toEqual(['Anna Signed'])

  // On another device he finds it again.
  const other = await newPage()
  await goTo(sign({ sub: `anna-${tail}` }), other)
  const phone = widgetPage(other)
  await phone.open()
  await expect(phone.log.getByText('A secret of Anna')).toBeVisible()

  // The talk is over: it stands among those of before, to read.
  await phone.frame.getByRole('button', { name: 'Leave the line' }).click()
  await phone.frame.getByRole('button', { name: 'New chat' }).click()
  await phone.frame.getByRole('button', { name: 'Earlier talks' }).click()
  await phone.frame.getByRole('button', { name: /^A secret of Anna/ }).click()
  await expect(phone.log.getByText('A secret of Anna')).toBeVisible()
  await expect(phone.frame.getByRole('textbox')).toHaveCount(0)

  // Another customer signs in in the first browser.
  await goTo(sign({ sub: `boris-${tail}`, name: 'Boris Signed' }))
  await expect(widget.dialog).toBeVisible()
  await expect(widget.field).toBeVisible()
  await expect(widget.frame.getByText('A secret of Anna')).toHaveCount(0)

  // Anna again, then nobody.
  await goTo(sign({ sub: `anna-${tail}` }))
  await expect(widget.log.getByText('A secret of Anna')).toBeVisible()
  await page.evaluate(() => (window as never as { CareWidget: { reset(): void } }).CareWidget.reset())
  await expect(widget.frame.getByText('A secret of Anna')).toHaveCount(0)
  await expect(widget.field).toBeVisible()

  expect(await named()).toEqual(['Anna Signed'])
})

test('a token that is over makes him unknown, the page is told why, and a fresh one makes him known', async ({
  makeTeam,
  openDesk,
  server,
  shop,
  newPage,
}) => {
  const team = await makeTeam({ site: { hasPreChat: false } })
  const sign = await keyOf(server, team)
  // Somebody is there, so that the widget offers the chat.
  await openDesk(team.anna)
  const page = await newPage()
  await page.addInitScript(() => {
    const told: unknown[] = []
    Object.assign(window, { told })
    addEventListener('care-widget:identity', (event) => told.push((event as CustomEvent).detail))
  })
  const told = () => page.evaluate(() => (window as never as { told: unknown[] }).told)
  const sub = `late-${team.siteKey}`
  await page.goto(shop.url({ server: server.origin, siteKey: team.siteKey, identity: sign({ sub }, -hour) }))
  const widget = widgetPage(page)
  await widget.open()
  await expect.poll(told).toEqual([{ isKnown: false, refusal: 'IDENTITY_EXPIRED' }])
  await widget.say('Said by somebody unknown')
  await page.evaluate(
    (token) =>
      (window as never as { CareWidget: { identify(by: { token: string }): void } }).CareWidget.identify({ token }),
    sign({ sub }),
  )
  await expect.poll(told).toContainEqual({ isKnown: true, refusal: null })
  await expect(widget.log.getByText('Said by somebody unknown')).toBeVisible()
})

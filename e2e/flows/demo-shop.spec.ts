import { cookieOf, signInByApi } from '../fixtures/api.ts'
import { startServer } from '../fixtures/server.ts'
import { password } from '../fixtures/team.ts'
import { expect, test } from '../fixtures/test.ts'
import { deskPage } from '../pages/desk.ts'
import { widgetPage } from '../pages/widget.ts'
import { write } from '../pages/write.ts'

test('the demo shop: its language, a mail and its answer, a call, a customer who calls, a call back', async ({
  newPage,
}) => {
  const server = await startServer({ WITH_DEMO_DATA: '1' })
  try {
    const anna = await signInByApi(server.origin, 'anna@example.com', password)
    await anna.call('setPresence', { body: { chosen: 'busy' } })
    const at = await newPage()
    await at.context().addCookies([cookieOf(server.origin, anna.session)])
    await at.goto(server.origin)
    const desk = deskPage(at, anna)
    await expect(desk.tasks.region).toBeVisible()

    // In the browser's language, on a phone; another one is chosen and kept.
    const shop = await newPage({ locale: 'pl-PL', colorScheme: 'dark', viewport: { width: 390, height: 844 } })
    await shop.goto(`${server.origin}/demo`)
    await expect(shop.getByRole('heading', { name: 'Porozmawiaj z nami' })).toBeVisible()
    await expect(shop.getByRole('button', { name: /^Otwórz czat/ }).first()).toBeVisible()
    expect(await shop.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(390)
    await shop.getByRole('combobox', { name: 'Język' }).selectOption('English')
    await expect(shop.getByRole('button', { name: /^Open chat/ }).first()).toBeVisible()
    await expect(shop.getByRole('heading', { name: 'Talk to us' })).toBeVisible()

    await write(shop.getByRole('textbox', { name: 'Subject' }), 'My grinder stopped')
    await write(shop.getByRole('textbox', { name: 'Text', exact: true }), 'It hums and does not turn.')
    await shop.getByRole('button', { name: 'Send', exact: true }).click()
    await expect(shop.getByText(/^Sent\. It waits in the desktop/)).toBeVisible()
    const query = { filter: '{}', sort: JSON.stringify({ by: 'number', isDescending: true }), limit: 1 }
    const latest = async () => (await anna.call('listRequests', { query })).items[0]
    await expect.poll(async () => (await latest())?.title).toBe('My grinder stopped')
    await at.goto(`${server.origin}/r/${(await latest())?.number}`)
    await expect(desk.talk.message('It hums and does not turn.')).toBeVisible()
    await at.getByRole('button', { name: 'Take', exact: true }).click()
    const letter = desk.talk.reply.getByRole('textbox', { name: 'Mail' })
    await letter.click()
    await at.keyboard.type('Which one is it?')
    await letter.press('Control+Shift+Enter')
    await expect(desk.talk.log.getByRole('article').nth(1)).toContainText(/Goes out in/)
    // The time in which it could be taken back.
    await server.advance(11_000)
    const came = shop.frameLocator('iframe[title="Re: My grinder stopped"]')
    await expect(came.getByText('Which one is it?')).toBeVisible({ timeout: 20_000 })

    const widget = widgetPage(shop)
    await shop.getByRole('button', { name: 'Call us' }).click()
    await expect(widget.frame.getByRole('heading', { name: 'Call us' })).toBeVisible()
    await widget.frame.getByRole('button', { name: /^Minimise/ }).click()
    await shop.getByRole('button', { name: 'Ask for a call back' }).click()
    await write(widget.frame.getByLabel('Phone number'), '+48 601 234 567')
    await widget.frame.getByRole('button', { name: 'Ask for the call' }).click()
    await expect(widget.frame.getByRole('link', { name: 'Your call back' })).toBeVisible()
    await widget.frame.getByRole('button', { name: /^Minimise/ }).click()

    const opened = shop.context().waitForEvent('page')
    await shop.getByRole('link', { name: 'Let a demo customer call' }).click()
    const caller = await opened
    await expect(caller.getByRole('heading', { name: / calls Brewhaus$/ })).toBeVisible()
    await expect(caller.getByRole('button', { name: 'Call now' })).toBeEnabled()
  } finally {
    await server.remove()
  }
})

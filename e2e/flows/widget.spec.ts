import { openShop } from '../fixtures/shop.ts'
import { expect, test } from '../fixtures/test.ts'
import { waitingCustomer } from '../fixtures/visitors.ts'
import { widgetPage } from '../pages/widget.ts'
import { write } from '../pages/write.ts'

const jonas = { name: 'Jonas Weber', email: 'jonas@example.com', question: 'Does it fit under a shelf?' }

test('a site without the form begins with the first words', async ({ makeTeam, openDesk, openWidget }) => {
  const team = await makeTeam({ site: { hasPreChat: false } })
  const desk = await openDesk(team.anna)
  const widget = await openWidget(team)
  await widget.open()
  await expect(widget.frame.getByLabel('Email')).toBeHidden()
  await widget.say('Just a question')
  await expect(desk.tasks.offer).toContainText('Unknown customer')
  await desk.accept('Unknown customer')
  await expect(desk.talk.message('Just a question')).toBeVisible()
})

test('when nobody is there a message is left, and an operator finds it later', async ({
  team,
  openDesk,
  openWidget,
}) => {
  const widget = await openWidget(team)
  await widget.open()
  const form = widget.frame
  await form.getByLabel('Email').pressSequentially('jonas@example.com')
  await form.getByLabel('Message').pressSequentially('Call me back please')
  await form.getByRole('button', { name: 'Send message' }).click()
  await expect(form.getByRole('heading', { name: 'Your message is with us' })).toBeVisible()
  await expect(form.getByText('We answer to jonas@example.com.')).toBeVisible()

  const desk = await openDesk(team.anna, { presence: 'busy' })
  await desk.tasks.queue.click()
  await desk.tasks.take('jonas@example.com').click()
  await expect(desk.talk.message('Call me back please')).toBeVisible()
  await expect(desk.activity.getByText('Form', { exact: true })).toBeVisible()
  // Somebody is there now: the open widget offers the chat by itself.
  await expect(
    form
      .getByRole('button', { name: 'New chat' })
      .or(form.getByRole('button', { name: 'Start chat' }))
      .first(),
  ).toBeVisible()
})

test('the place in the queue is live, and details can be added while waiting', async ({
  team,
  server,
  openDesk,
  openWidget,
}) => {
  const desk = await openDesk(team.anna, { presence: 'busy' })
  await waitingCustomer(server.origin, team.siteKey, 'Elena Petrova')
  await waitingCustomer(server.origin, team.siteKey, 'Maya Ilieva')
  const widget = await openWidget(team)
  await widget.begin(jonas)
  await expect(widget.frame.getByText('Your place in the line: 3.')).toBeAttached()
  await desk.tasks.queue.click()
  await desk.tasks.take('Elena Petrova').click()
  await expect(widget.frame.getByText('Your place in the line: 2.')).toBeAttached()
  // A pointer that rests where a row has just gone clicks nothing: the hand comes anew.
  const rowIsGone = async (name: string): Promise<void> => {
    await expect(desk.tasks.take(name)).toBeHidden()
    await desk.page.mouse.move(0, 0)
  }
  await rowIsGone('Elena Petrova')
  await desk.tasks.take('Maya Ilieva').click()
  await expect(widget.frame.getByText('Your place in the line: 1.')).toBeAttached()
  await widget.say('It is 40 cm high')
  await rowIsGone('Maya Ilieva')
  await desk.tasks.take('Jonas Weber').click()
  await expect(widget.frame.getByText('Anna Kowalska from Brewhaus')).toBeVisible()
  await expect.poll(() => desk.talk.texts()).toEqual([jonas.question, 'It is 40 cm high'])
})

test('a second tab is the same talk', async ({ team, openDesk, openWidget }) => {
  const desk = await openDesk(team.anna)
  const first = await openWidget(team)
  await first.begin(jonas)
  await desk.accept('Jonas Weber')
  const second = await openWidget(team, { besides: first })
  await expect(second.dialog).toBeVisible()
  await expect(second.message(jonas.question)).toBeVisible()
  await second.say('From the other tab')
  await expect(first.message('From the other tab')).toBeVisible()
  await desk.talk.say('Seen in both')
  for (const tab of [first, second]) await expect(tab.message('Seen in both')).toBeVisible()
  await expect(desk.talk.message('From the other tab')).toHaveCount(1)
})

test('the customer ends the talk after a question, rates it, and can begin anew', async ({
  team,
  openDesk,
  openWidget,
}) => {
  const desk = await openDesk(team.anna)
  const widget = await openWidget(team)
  await widget.begin(jonas)
  await desk.accept('Jonas Weber')
  await widget.look()
  await widget.frame.getByRole('button', { name: 'End chat' }).click()
  const question = widget.frame.getByRole('group', { name: 'End this chat?' })
  await question.getByRole('button', { name: 'Keep talking' }).click()
  await expect(widget.field).toBeVisible()
  await widget.frame.getByRole('button', { name: 'End chat' }).click()
  await question.getByRole('button', { name: 'End chat' }).click()
  await expect(desk.talk.region.getByText('This talk has ended')).toBeVisible()

  await expect(widget.frame.getByRole('radiogroup', { name: 'How did Anna Kowalska do?' })).toBeVisible()
  // Without a face nothing is sent.
  await widget.frame.getByRole('button', { name: 'Send rating' }).click()
  await expect(widget.frame.getByRole('alert')).toHaveText('Fill this in')
  await widget.frame.getByRole('radio', { name: 'Good', exact: true }).check({ force: true })
  await write(widget.frame.getByLabel('Anything else? (optional)'), 'Quick and kind')
  await widget.frame.getByRole('button', { name: 'Send rating' }).click()
  await expect(widget.frame.getByText('Thank you for your rating')).toBeVisible()
  await expect(desk.request.getByText('Rated 4 of 5')).toBeVisible()

  await widget.frame.getByRole('button', { name: 'New chat' }).click()
  await write(widget.frame.getByLabel('Your question'), 'And in white?')
  await widget.frame.getByRole('button', { name: 'Start chat' }).click()
  await expect(widget.message('And in white?')).toBeVisible()
  await desk.accept('Jonas Weber')
  await expect(desk.talk.message('And in white?')).toBeVisible()
  await desk.talk.say('In white too')
  await expect(widget.message('In white too')).toBeVisible()
})

test('a page that is not on the site’s list cannot show the widget', async ({ team, server, newPage }) => {
  const foreign = await openShop()
  try {
    const page = await newPage()
    await page.goto(foreign.url({ server: server.origin, siteKey: team.siteKey }))
    const widget = widgetPage(page)
    await widget.launcher.click()
    await expect(page.locator('iframe[data-care-widget]')).toBeVisible()
    // The browser shows its own refusal or ours, never the chat.
    await expect(widget.frame.getByRole('textbox')).toHaveCount(0)
    await expect(widget.dialog).toHaveCount(0)
    const answer = await page.evaluate(
      ([address, siteKey]) =>
        fetch(`${address}/api/widget/session`, {
          method: 'POST',
          headers: { 'content-type': 'application/json' },
          body: JSON.stringify({ siteKey }),
        }).then(
          ({ status }) => `answered ${status}`,
          () => 'blocked',
        ),
      [server.origin, team.siteKey] as const,
    )
    expect(answer).toBe('blocked')
  } finally {
    await foreign.close()
  }
})

test('at 360 px the chat takes the whole screen and nothing is wider than it', async ({
  team,
  openDesk,
  openWidget,
}) => {
  const desk = await openDesk(team.anna)
  const widget = await openWidget(team, { viewport: { width: 360, height: 640 } })
  await widget.begin(jonas)
  await desk.accept('Jonas Weber')
  await widget.say('An unbroken-word-'.repeat(8))
  const box = await widget.dialog.boundingBox()
  expect(box).toMatchObject({ x: 0, width: 360 })
  expect(
    await widget.dialog.evaluate((dialog) => dialog.ownerDocument.documentElement.scrollWidth),
  ).toBeLessThanOrEqual(360)
  await expect(widget.dialog).toHaveAttribute('aria-modal', 'true')
  await widget.field.press('Escape')
  await expect(widget.dialog).toBeHidden()
  await expect(widget.launcher).toBeFocused()
})

test('the host page does not move when the widget comes and opens', async ({
  team,
  server,
  shop,
  openDesk,
  newPage,
  browserName,
}) => {
  await openDesk(team.anna)
  const page = await newPage()
  await page.addInitScript(() => {
    const shifts: number[] = []
    Object.assign(window, { shifts })
    if (!PerformanceObserver.supportedEntryTypes.includes('layout-shift')) return
    new PerformanceObserver((list) => {
      for (const entry of list.getEntries()) shifts.push((entry as PerformanceEntry & { value: number }).value)
    }).observe({ type: 'layout-shift', buffered: true })
  })
  const places = (): Promise<string[]> =>
    page
      .locator('h1, p')
      .evaluateAll((elements) => elements.map((element) => JSON.stringify(element.getBoundingClientRect())))
  // The page as it is without the script.
  await page.route('**/widget.js', (route) => route.abort())
  await page.goto(shop.url({ server: server.origin, siteKey: team.siteKey }))
  const before = await places()
  await page.unroute('**/widget.js')
  await page.reload()
  const widget = widgetPage(page)
  await widget.open()
  await expect(widget.frame.getByLabel('Your question')).toBeVisible()
  expect(await places()).toEqual(before)
  expect(await page.evaluate(() => (window as unknown as { shifts: number[] }).shifts)).toEqual([])
  // Only Chromium measures shifts; the boxes above are compared everywhere.
  expect(await page.evaluate(() => PerformanceObserver.supportedEntryTypes.includes('layout-shift'))).toBe(
    browserName === 'chromium',
  )
})

test('everything in the widget is reached by keyboard', async ({ team, openDesk, openWidget }) => {
  const desk = await openDesk(team.anna)
  const widget = await openWidget(team)
  await widget.look()
  const { keyboard } = widget.page
  await widget.launcher.focus()
  await keyboard.press('Enter')
  await expect(widget.frame.getByLabel('Name')).toBeFocused()
  await keyboard.type('Jonas Weber')
  await keyboard.press('Tab')
  await keyboard.type('jonas@example.com')
  await keyboard.press('Tab')
  await keyboard.type('By keys only')
  await keyboard.press('Tab')
  await expect(widget.frame.getByRole('button', { name: 'Start chat' })).toBeFocused()
  await keyboard.press('Enter')
  await expect(widget.message('By keys only')).toBeVisible()
  await desk.accept('Jonas Weber')
  await widget.look()
  await widget.field.focus()
  await keyboard.type('first line')
  await keyboard.press('Shift+Enter')
  await keyboard.type('second line')
  await keyboard.press('Enter')
  await expect.poll(() => widget.texts()).toContain('first line\nsecond line')
  await keyboard.press('Escape')
  await expect(widget.launcher).toBeFocused()
})

import type { Locator } from '@playwright/test'
import { cookieOf } from '../fixtures/api.ts'
import { expectAccessible } from '../fixtures/axe.ts'
import { tryNow } from '../pages/try-now.ts'
import { expect, test } from '../fixtures/test.ts'
import { waitingCustomer } from '../fixtures/visitors.ts'
import { hold } from '../pages/hold.ts'
import { write } from '../pages/write.ts'

const jonas = { name: 'Jonas Weber', email: 'jonas@example.com', question: 'Is it quiet?' }

for (const scheme of ['light', 'dark'] as const) {
  test(`sign-in, set-up and the desk in ${scheme}`, async ({ team, server, openDesk, newPage }) => {
    const out = await newPage({ colorScheme: scheme })
    await out.goto(server.origin)
    await expect(out.getByRole('form', { name: 'Sign in' })).toBeVisible()
    await expectAccessible(out, 'sign-in')
    await out.goto(`${server.origin}/setup?token=0123456789012345678901`)
    await expect(out.getByRole('form')).toBeVisible()
    await expectAccessible(out, 'set-up')

    const desk = await openDesk(team.anna, { colorScheme: scheme })
    await expect(desk.tasks.region.getByText('No tasks yet')).toBeVisible()
    await expectAccessible(desk.page, 'empty desk')
    await waitingCustomer(server.origin, team.siteKey, 'Jonas Weber', 'Is it quiet?')
    await expect(desk.tasks.offer).toBeVisible()
    await expectAccessible(desk.page, 'offer')
    await desk.accept('Jonas Weber')
    await desk.talk.say('As a cat')
    await desk.talk.addComment('He has asked before')
    await desk.edit(desk.customer, 'Company', 'Weber KG')
    await expectAccessible(desk.page, 'desk with a talk')
    await desk.page.getByRole('button', { name: 'Settings' }).click()
    await expect(desk.page.getByRole('menu')).toBeVisible()
    await expectAccessible(desk.page, 'menu')
    await desk.page.keyboard.press('Escape')
    await expect(desk.page.getByRole('menu')).toBeHidden()
    for (const [key, name] of [
      ['e', 'Close with outcome'],
      ['c', 'Add request'],
      ['?', 'Keyboard shortcuts'],
    ] as const) {
      await desk.talk.log.focus()
      await desk.page.keyboard.press(key)
      const dialog = desk.page.getByRole('dialog', { name })
      await expect(dialog).toBeVisible()
      await expectAccessible(desk.page, name)
      await desk.page.keyboard.press('Escape')
      await expect(dialog).toBeHidden()
    }
    await desk.close('Solved')
    await expect(desk.request.getByText('Closed as Solved')).toBeVisible()
    await expectAccessible(desk.page, 'closed request')
  })
}

test('the desk in Russian, narrow, and the queue', async ({ team, server, openDesk }) => {
  const chat = await waitingCustomer(server.origin, team.siteKey, 'Иван Петров', 'Добрый день')
  const desk = await openDesk(team.anna, { presence: 'busy', locale: 'ru-RU', viewport: { width: 1280, height: 800 } })
  const tasks = desk.page.getByRole('region', { name: 'Задачи в работе' })
  await tasks.getByRole('tab', { name: /^Очередь/ }).click()
  await expect(tasks.getByRole('button', { name: /^Взять: / })).toBeVisible()
  await expectAccessible(desk.page, 'queue in Russian')
  await tasks.getByRole('button', { name: /^Взять: / }).click()
  await expect(desk.page.getByRole('log')).toContainText('Добрый день')
  await expectAccessible(desk.page, 'talk in Russian')
  await chat.call('leaveChat')
  await desk.page.setViewportSize({ width: 1024, height: 768 })
  await expectAccessible(desk.page, 'talk in Russian at 1024')
})

test('the widget in each of its states', async ({ makeTeam, openDesk, openWidget }) => {
  const team = await makeTeam()
  const away = await openWidget(team)
  await away.open()
  await expect(away.frame.getByRole('heading', { name: 'Leave a message' })).toBeVisible()
  await expectAccessible(away.page, 'out of hours')

  const desk = await openDesk(team.anna, { presence: 'busy' })
  const widget = await openWidget(team)
  await expectAccessible(widget.page, 'closed')
  await widget.open()
  await expect(widget.frame.getByRole('button', { name: 'Start chat' })).toBeVisible()
  await expectAccessible(widget.page, 'form')
  await widget.frame.getByRole('button', { name: 'Start chat' }).click()
  await expect(widget.frame.getByText('Fill this in').first()).toBeVisible()
  await expectAccessible(widget.page, 'form with problems')
  await widget.launcher
    .or(widget.page.getByRole('button', { name: /^Minimise chat/ }))
    .first()
    .click()
  await widget.begin(jonas)
  await expectAccessible(widget.page, 'waiting')
  await desk.tasks.queue.click()
  await desk.tasks.take('Jonas Weber').click()
  await desk.talk.say('Hello')
  await expect(widget.message('Hello')).toBeVisible()
  await expectAccessible(widget.page, 'talk')
  await desk.close('Solved')
  await expect(widget.frame.getByRole('radiogroup')).toBeVisible()
  await expectAccessible(widget.page, 'rating')
  await widget.frame.getByRole('radio', { name: 'Very good' }).check({ force: true })
  await widget.frame.getByRole('button', { name: 'Send rating' }).click()
  await expect(widget.frame.getByText('Thank you for your rating')).toBeVisible()
  await expectAccessible(widget.page, 'thanks')
})

test('the widget at 360 px: its question, what was not sent, and a lost connection', async ({
  team,
  openDesk,
  openWidget,
  openLine,
}) => {
  const desk = await openDesk(team.anna)
  const line = await openLine()
  const widget = await openWidget(team, { line, viewport: { width: 360, height: 640 } })
  await widget.begin(jonas)
  await desk.accept('Jonas Weber')
  await expect(widget.frame.getByText('Anna Kowalska from Brewhaus')).toBeVisible()
  await expectAccessible(widget.page, 'talk at 360 px')
  await widget.look()
  await widget.frame.getByRole('button', { name: 'End chat' }).click()
  const question = widget.frame.getByRole('group', { name: 'End this chat?' })
  await expect(question).toBeVisible()
  await expectAccessible(widget.page, 'end question')
  await question.getByRole('button', { name: 'Keep talking' }).click()
  line.cut()
  await expect(widget.frame.getByText('Reconnecting. Your messages are kept.')).toBeVisible()
  await widget.say('Written in a tunnel')
  await expectAccessible(widget.page, 'reconnecting')
  line.mend()
  await tryNow(widget.frame)
  await expect(desk.talk.message('Written in a tunnel')).toBeVisible()

  // With the socket gone it goes by HTTP, where a proxy before the server has a limit of its own.
  const refusal = { code: 'TOO_LARGE', message: 'too large', details: null, requestId: 'proxy' }
  await widget.page.route('**/api/widget/chat/messages', (route) =>
    route.request().method() === 'POST' ? route.fulfill({ status: 413, json: refusal }) : route.abort(),
  )
  line.cut()
  await expect(widget.frame.getByText('Reconnecting. Your messages are kept.')).toBeVisible()
  await widget.say('Refused')
  await expect(widget.frame.getByText(/^Not sent/)).toBeVisible()
  await expectAccessible(widget.page, 'not sent')
})

test('the demo shop, on a phone in the dark', async ({ server, newPage }) => {
  const page = await newPage({ colorScheme: 'dark', viewport: { width: 360, height: 740 } })
  await page.goto(`${server.origin}/demo`)
  await expect(page.getByRole('heading', { level: 1 })).toBeVisible()
  await expect(page.getByRole('button', { name: 'Open chat' })).toBeVisible()
  await expectAccessible(page, 'demo shop')
})

/** Menus and dialogs, with what the page below them hides. */
const layers = '.MuiModal-root, dialog[open]'

test('menus, dialogs and pickers of the desk', async ({ team, server, openDesk }) => {
  const desk = await openDesk(team.anna, { colorScheme: 'dark' })
  const { page } = desk
  const jonas = await waitingCustomer(server.origin, team.siteKey, 'Jonas Weber', 'My cup is broken')
  await desk.accept('Jonas Weber')
  await desk.close('Solved')
  await jonas.call('startChat', { body: { clientMessageId: `again-${Date.now()}`, text: 'And a spoon?' } })
  await desk.accept('Jonas Weber')
  await expect(desk.talk.message('And a spoon?')).toBeVisible()
  const closeLayer = async (layer: Locator): Promise<void> => {
    await page.keyboard.press('Escape')
    await expect(layer).toBeHidden()
  }
  const check = async (opener: Locator, layer: Locator, what: string): Promise<void> => {
    await opener.click()
    await expect(layer).toBeVisible()
    await expectAccessible(page, what, layers)
    await closeLayer(layer)
  }
  await desk.request.getByRole('button', { name: 'History' }).click()
  await expect(desk.request.getByText('Accepted', { exact: true }).first()).toBeVisible()
  await expectAccessible(page, 'history')
  await check(desk.tasks.presence, page.getByRole('menu', { name: 'Presence' }), 'presence menu')
  await check(
    desk.journey.getByRole('button', { name: 'Filter' }),
    page.getByRole('menu', { name: 'Filter' }),
    'journey filter',
  )
  const actions = desk.activity.getByRole('button', { name: 'Activity actions' })
  await actions.click()
  await page.getByRole('menuitem', { name: 'Move activity' }).click()
  const move = page.getByRole('menu', { name: 'Move activity to' })
  await expect(move.getByText('No other open request')).toBeVisible()
  await expectAccessible(page, 'move menu', layers)
  await closeLayer(move)
  await actions.click()
  await page.getByRole('menuitem', { name: 'Return to queue' }).click()
  const giveBack = page.getByRole('dialog', { name: 'Return to queue' })
  await expect(giveBack).toBeVisible()
  await expectAccessible(page, 'return dialog', layers)
  await closeLayer(giveBack)
  await check(
    desk.talk.reply.getByRole('button', { name: 'Insert emoji' }),
    page.getByRole('dialog', { name: 'Insert emoji' }),
    'emoji',
  )
  const old = desk.journey.getByRole('treeitem', { level: 2 }).filter({ hasNotText: 'Now' })
  await check(old, page.getByRole('dialog', { name: /^Activity: / }), 'activity viewer')

  await page.getByRole('button', { name: 'Settings' }).click()
  await page.getByRole('menuitem', { name: 'Sign out' }).click()
  const signOut = page.getByRole('dialog', { name: 'Sign out' })
  await expect(signOut).toBeVisible()
  await expectAccessible(page, 'sign-out', layers)
  await closeLayer(signOut)

  for (const width of [1280, 1024]) {
    await page.setViewportSize({ width, height: 800 })
    await expectAccessible(page, `desk at ${width} in dark`)
  }
  await desk.talk.region.getByRole('button', { name: 'Show details' }).click()
  await expect(page.getByRole('complementary', { name: 'Context' })).toBeInViewport()
  await expectAccessible(page, 'drawer at 1024')
  await page.setViewportSize({ width: 1440, height: 900 })

  const { items } = await desk.api.call('listSessions')
  await desk.api.call('revokeSession', { params: { sessionId: items.find(({ isCurrent }) => isCurrent)?.id ?? '' } })
  await expect(page.getByRole('dialog', { name: 'Your session has ended' })).toBeVisible()
  await expectAccessible(page, 'session ended', layers)
})

test('what goes wrong on the desk: missed offers, a conflict, a lost connection', async ({
  team,
  server,
  openDesk,
  openLine,
}) => {
  const line = await openLine()
  const desk = await openDesk(team.anna, { line })
  const { activityId } = await waitingCustomer(server.origin, team.siteKey, 'Jonas Weber')
  await expect(desk.tasks.offer).toBeVisible()
  // Nobody else is there, so it rings at her twice.
  for (let missed = 0; missed < 2; missed += 1) await server.advance(31_000)
  await expect(desk.tasks.region.getByText('You are away: offers were missed')).toBeVisible()
  await expectAccessible(desk.page, 'missed offers')

  await desk.tasks.queue.click()
  await desk.tasks.take('Jonas Weber').click()
  await desk.customer.getByRole('button', { name: 'Phone: Not set' }).click()
  await write(desk.customer.getByRole('textbox', { name: 'Phone' }), '+49 30 111111')
  const { customer } = await desk.api.call('getActivity', { params: { activityId } })
  const held = await hold(desk.page, '**/api/customers/*')
  await desk.customer.getByRole('textbox', { name: 'Phone' }).press('Enter')
  const { version } = await team.admin.call('getCustomer', { params: { customerId: customer.id } })
  await team.admin.call('editCustomer', {
    params: { customerId: customer.id },
    version,
    body: { phone: '+49 30 222222' },
  })
  held()
  await expect(desk.customer.getByRole('alert').filter({ hasText: 'changed Phone' })).toBeVisible()
  await expectAccessible(desk.page, 'conflict')

  line.cut()
  await expect(desk.talk.region.getByText(/Reconnecting, try \d+/)).toBeVisible()
  await desk.talk.say('Written in the dark')
  await expectAccessible(desk.page, 'reconnecting')
})

test('the reference of the API, and the settings of sites', async ({ team, server, newPage }) => {
  const page = await newPage()
  await page.goto(`${server.origin}/api/docs`)
  await expect(page.getByRole('heading', { level: 1 })).toBeVisible()
  await expectAccessible(page, 'API reference')
  await page.context().addCookies([cookieOf(server.origin, team.admin.session)])
  await page.goto(`${server.origin}/settings/sites`)
  const sites = page.getByRole('region', { name: 'Sites' })
  await sites
    .getByRole('button', { name: /^Edit / })
    .first()
    .click()
  const dialog = page.getByRole('dialog', { name: /^Edit / })
  await write(dialog.getByRole('textbox', { name: 'Colour', exact: true }), '#ffcc00')
  await expect(dialog.getByText(/the widget darkens it to #/)).toBeVisible()
  await expectAccessible(page, 'site', layers)
  await page.keyboard.press('Escape')
  await expect(dialog).toBeHidden()
  await expectAccessible(page, 'sites')
})

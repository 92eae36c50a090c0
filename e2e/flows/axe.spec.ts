import { expectAccessible } from '../fixtures/axe.ts'
import { expect, test } from '../fixtures/test.ts'
import { waitingCustomer } from '../fixtures/visitors.ts'

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
})

test('the demo shop', async ({ server, newPage }) => {
  const page = await newPage()
  await page.goto(`${server.origin}/demo`)
  await expect(page.getByRole('heading', { level: 1 })).toBeVisible()
  await expect(page.getByRole('button', { name: 'Open chat' })).toBeVisible()
  await expectAccessible(page, 'demo shop')
})

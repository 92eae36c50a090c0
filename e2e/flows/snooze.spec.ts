import { waitingCustomer } from '../fixtures/visitors.ts'
import { expect, test } from '../fixtures/test.ts'

const hour = 3_600_000

test('a request is put aside, sleeps in its list, and comes back on top at its time; undo and waking by hand', async ({
  team,
  server,
  openDesk,
}) => {
  const desk = await openDesk(team.anna)
  await waitingCustomer(server.origin, team.siteKey, 'Jonas Weber')
  await desk.accept('Jonas Weber')
  const snoozed = desk.tasks.region.getByRole('button', { name: /^Snoozed/ })
  const snooze = async (choice: string): Promise<void> => {
    await desk.talk.region.getByRole('heading', { level: 1 }).click()
    await desk.page.keyboard.press('s')
    await desk.page.getByRole('menuitem', { name: choice }).click()
    await expect(snoozed).toBeVisible()
  }

  await snooze('In an hour')
  await expect(desk.talk.region.getByText(/^Snoozed until/)).toBeVisible()
  await desk.page.keyboard.press('z')
  await expect(desk.tasks.row('Jonas Weber')).toBeVisible()
  await expect(snoozed).toBeHidden()

  await snooze('In an hour')
  await expect(desk.tasks.row('Jonas Weber')).toBeHidden()
  await snoozed.click()
  await expect(desk.tasks.region.getByRole('list', { name: 'Snoozed' })).toContainText('Jonas Weber')
  await server.advance(hour + 1_000)
  await expect(desk.page.getByText(/^Back from snooze:/)).toBeVisible()
  await expect(desk.tasks.row('Jonas Weber')).toContainText('Back')
  await expect(desk.request.getByText(/without updates/)).toBeVisible()

  await snooze('Tomorrow morning')
  await desk.talk.region.getByRole('button', { name: 'Wake now' }).click()
  await expect(snoozed).toBeHidden()
  await expect(desk.tasks.row('Jonas Weber')).toBeVisible()
})

test('the customer’s answer wakes it, unless it is to sleep on', async ({ team, openDesk, openWidget }) => {
  const desk = await openDesk(team.anna)
  const widget = await openWidget(team)
  await widget.begin({ name: 'Elena Petrova', email: 'elena@example.com', question: 'Where is it?' })
  await desk.accept('Elena Petrova')
  const pick = async (sleepsOn: boolean): Promise<void> => {
    await desk.page.bringToFront()
    await desk.talk.region.getByRole('button', { name: 'Snooze' }).click()
    await desk.page.getByRole('menuitem', { name: 'Date and time…' }).click()
    const dialog = desk.page.getByRole('dialog', { name: 'Snooze until' })
    if (sleepsOn) await dialog.getByRole('checkbox').uncheck()
    await dialog.getByRole('button', { name: 'Snooze', exact: true }).click()
    await expect(dialog).toBeHidden()
    await expect(desk.tasks.row('Elena Petrova')).toBeHidden()
  }
  await pick(false)
  await widget.look()
  await widget.say('Any news?')
  await desk.page.bringToFront()
  await expect(desk.page.getByText(/^The customer answered:/)).toBeVisible()
  await expect(desk.tasks.row('Elena Petrova')).toContainText('Any news?')

  await pick(true)
  await widget.look()
  await widget.say('Hello?')
  await desk.page.bringToFront()
  await expect(desk.talk.message('Hello?')).toBeVisible()
  await expect(desk.tasks.row('Elena Petrova')).toBeHidden()
})

import { waitingCustomer } from '../fixtures/visitors.ts'
import { expect, test } from '../fixtures/test.ts'

const elena = { name: 'Elena Petrova', email: 'elena@example.com', question: 'My cup is broken' }

test('closing is taken back whole: the talk goes on for both, and “close and next” returns to it', async ({
  team,
  server,
  openDesk,
  openWidget,
}) => {
  const desk = await openDesk(team.anna)
  await waitingCustomer(server.origin, team.siteKey, 'Jonas Weber')
  await desk.accept('Jonas Weber')
  const widget = await openWidget(team)
  await widget.begin(elena)
  await desk.accept('Elena Petrova')
  await desk.talk.say('Let me look')

  await desk.talk.region.getByRole('button', { name: 'Close with outcome' }).click()
  const dialog = desk.page.getByRole('dialog', { name: 'Close with outcome' })
  await dialog.getByText('Solved', { exact: true }).click()
  await dialog.getByRole('button', { name: 'Close and next' }).click()
  await expect(dialog).toBeHidden()
  // The next task is open, the closed one gone; the customer is asked for a rating.
  await expect(desk.tasks.row('Elena Petrova')).toBeHidden()
  await expect(desk.tasks.row('Jonas Weber')).toHaveAttribute('aria-current', 'true')
  await widget.look()
  await expect(widget.frame.getByRole('radiogroup', { name: /How did Anna/ })).toBeVisible()

  await desk.page.bringToFront()
  await desk.page.getByRole('button', { name: /^Undo/ }).click()
  await expect(desk.tasks.row('Elena Petrova')).toHaveAttribute('aria-current', 'true')
  await desk.talk.say('Still here')
  await widget.look()
  await expect(widget.frame.getByText('Still here')).toBeVisible()
  await expect(widget.frame.getByRole('radiogroup', { name: /How did Anna/ })).toBeHidden()
})

test('a task given back and an activity moved to a new request come back by the key z', async ({
  team,
  server,
  openDesk,
}) => {
  const desk = await openDesk(team.anna)
  await waitingCustomer(server.origin, team.siteKey, 'Jonas Weber', 'My cup is broken')
  await desk.accept('Jonas Weber')
  const menu = async (item: string): Promise<void> => {
    await desk.page
      .getByRole('region', { name: 'Activity details' })
      .getByRole('button', { name: 'Activity actions' })
      .click()
    await desk.page.getByRole('menuitem', { name: item }).click()
  }

  const number = await desk.talk.region.getByRole('button', { name: /^REQ-\d+$/ }).textContent()
  await menu('Move activity')
  await desk.page.getByRole('menuitem', { name: 'New request' }).click()
  await expect(desk.page.getByText(/^Moved to REQ-/)).toBeVisible()
  await desk.page.getByRole('button', { name: /^Undo/ }).click()
  await expect(desk.talk.region.getByRole('button', { name: /^REQ-\d+$/ })).toHaveText(number ?? '')

  await menu('Return to queue')
  await desk.page.getByRole('dialog').getByRole('button', { name: 'Return to queue' }).click()
  await expect(desk.page.getByText('Back in the queue')).toBeVisible()
  await expect(desk.page.getByRole('dialog')).toBeHidden()
  const transfer = desk.talk.region.getByRole('button', { name: 'Transfer' })
  await expect(transfer).toBeHidden()
  await desk.talk.region.getByRole('heading', { level: 1 }).click()
  await desk.page.keyboard.press('z')
  await expect(desk.tasks.row('Jonas Weber')).toBeVisible()
  await expect(transfer).toBeVisible()
  await desk.talk.say('Here again')
})

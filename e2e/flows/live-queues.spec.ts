import type { Locator, Page } from '@playwright/test'
import type { Team } from '../fixtures/team.ts'
import { expect, test } from '../fixtures/test.ts'
import { waitingCustomer } from '../fixtures/visitors.ts'
import { hold } from '../pages/hold.ts'
import { go } from '../pages/go.ts'

/** Every team has a queue of its own on the one server: by its name the screen shows only that. */
async function nameQueue(team: Team, maxWaitSeconds = 300): Promise<string> {
  const name = `Returns ${team.queueId.slice(-6)}`
  const params = { queueId: team.queueId }
  await team.admin.call('editQueue', { params, version: 1, body: { name, maxWaitSeconds } })
  return name
}
const regionOf = (page: Page, name: string) => page.getByRole('region', { name, exact: true })
const rowOf = (page: Page, queue: string) => regionOf(page, 'Queues').getByRole('row').filter({ hasText: queue })
const waitingOf = (page: Page) => regionOf(page, 'Waiting requests')
const assign = (page: Page, customer: string) => page.getByRole('button', { name: `Assign ${customer}` })
const operator = (page: Page, name: string) =>
  regionOf(page, 'Operators').getByRole('listitem').filter({ hasText: name })

/** By the events of a drag: a mouse that is moved by a program begins none in every browser. */
async function drag(what: Locator, to: Locator): Promise<void> {
  const dataTransfer = await what.page().evaluateHandle(() => new DataTransfer())
  await what.dispatchEvent('dragstart', { dataTransfer })
  await expect(to).toHaveAttribute('data-target', 'true')
  await to.dispatchEvent('dragover', { dataTransfer })
  await to.dispatchEvent('drop', { dataTransfer })
}

test('a supervisor gives waiting work by menu, by key and by dragging; undo; who was faster is told', async ({
  team,
  server,
  openDesk,
}) => {
  const queue = await nameQueue(team)
  const anna = await openDesk(team.anna, { presence: 'busy' })
  const boris = await openDesk(team.boris, { presence: 'busy' })
  const vera = await openDesk(team.vera, { presence: 'busy' })
  const { page } = vera
  await go(page, 'q')
  await expect(page.getByRole('heading', { name: 'Live queues', level: 1 })).toBeVisible()
  await page.getByRole('button', { name: queue, exact: true }).click()
  await expect(waitingOf(page).getByText('No one waits')).toBeVisible()

  await waitingCustomer(server.origin, team.siteKey, 'Jonas Weber')
  await expect(rowOf(page, queue).getByRole('cell').first()).toHaveText('1')
  await assign(page, 'Jonas Weber').click()
  await page
    .getByRole('menuitem', { name: /^Anna Kowalska/ })
    .first()
    .click()
  // What is pointed at does not go.
  await page.getByRole('button', { name: 'Undo' }).hover()
  await expect(anna.tasks.row('Jonas Weber')).toBeVisible()
  await expect(waitingOf(page).getByText('No one waits')).toBeVisible()
  await page.getByRole('button', { name: 'Undo' }).click()
  await expect(assign(page, 'Jonas Weber')).toBeVisible()
  await expect(anna.tasks.row('Jonas Weber')).toBeHidden()

  // By the keyboard alone: priority first.
  await assign(page, 'Jonas Weber').focus()
  await page.keyboard.press('Enter')
  await page.getByRole('menuitemradio', { name: 'Urgent' }).focus()
  await page.keyboard.press('Enter')
  await expect(waitingOf(page).getByText(/^Urgent/)).toBeVisible()

  // In the same moment somebody takes it himself.
  await waitingCustomer(server.origin, team.siteKey, 'Ravi Kumar')
  const takenMeanwhile = await hold(page, '**/api/activities/*/assign')
  await assign(page, 'Ravi Kumar').click()
  await page
    .getByRole('menuitem', { name: /^Boris Petrov/ })
    .first()
    .click()
  await anna.tasks.queue.click()
  await anna.tasks.take('Ravi Kumar').click()
  await expect(anna.talk.message('Hello')).toBeVisible()
  takenMeanwhile()
  await expect(page.getByText('Anna Kowalska has it already')).toBeVisible()

  // Boris is available by Vera's hand, and gets the next one dragged to him while it rings.
  await page.getByRole('button', { name: 'Presence of Boris Petrov' }).click()
  await page.getByRole('menuitemradio', { name: 'Available' }).click()
  await expect(boris.page.getByText('Vera Ivanova changed your presence: Available')).toBeVisible()
  await expect(operator(page, 'Boris Petrov').getByText('Available')).toBeVisible()
  await waitingCustomer(server.origin, team.siteKey, 'Emma Larsen')
  await expect(assign(page, 'Emma Larsen')).toBeVisible()
  await drag(assign(page, 'Emma Larsen').locator('xpath=ancestor::li'), operator(page, 'Boris Petrov'))
  await expect(page.getByText('Emma Larsen given to Boris Petrov')).toBeVisible()
  await expect(boris.tasks.row('Emma Larsen')).toBeVisible()
})

import { waitingCustomer } from '../fixtures/visitors.ts'
import { expect, test } from '../fixtures/test.ts'
import { signInByApi } from '../fixtures/api.ts'
import { password } from '../fixtures/team.ts'

test('a dispatcher gives work out from the list: assign, take back, priority, queue, each undone; an operator may not', async ({
  team,
  server,
  openDesk,
}) => {
  const billing = await team.admin.call('addQueue', {
    body: { name: `Billing ${team.siteKey.slice(0, 6)}`, memberIds: [] },
  })
  const tail = team.siteKey.slice(0, 8).toLowerCase()
  const namesake = await team.admin.call('addOperator', {
    body: { name: 'Boris Petrov', email: `other.${tail}@example.com`, password, role: 'operator', capacity: {} },
  })
  const email = `dora.${tail}@example.com`
  const { id } = await team.admin.call('addOperator', {
    body: { name: 'Dora Lis', email, password, role: 'dispatcher', capacity: {} },
  })
  // Unlike anybody's of another test: a dispatcher sees the whole house.
  const jonasName = `Jonas ${tail}`
  const elenaName = `Elena ${tail}`
  const boris = await openDesk(team.boris, { presence: 'busy' })
  const jonas = await waitingCustomer(server.origin, team.siteKey, jonasName)
  await waitingCustomer(server.origin, team.siteKey, elenaName)
  const dora = await openDesk({ id, name: 'Dora Lis', email }, { presence: null })
  const { page, tasks } = dora
  await tasks.queue.click()
  const list = (name: string) => tasks.region.getByRole('list', { name })
  const waiting = list('Queue')
  const item = (name: string) => tasks.region.getByRole('listitem').filter({ hasText: name })
  const openMenu = async (name: string): Promise<void> => {
    await item(name)
      .getByRole('button', { name: `More: ${name}` })
      .click()
    await expect(page.getByRole('menu')).toBeVisible()
  }

  // By keyboard: from the row, priority; the urgent one stands first.
  await expect(waiting).toContainText(elenaName)
  await tasks.row(elenaName).focus()
  await page.keyboard.press('p')
  await page.getByRole('menuitemradio', { name: 'Urgent' }).press('Enter')
  await expect(page.getByText(`${elenaName}: priority Urgent`)).toBeVisible()
  await expect(item(elenaName)).toContainText('Urgent')
  await page.keyboard.press('z')
  await expect(item(elenaName)).not.toContainText('Urgent')

  await openMenu(elenaName)
  await page.getByRole('menuitemradio', { name: billing.name }).click()
  await expect(item(elenaName)).toContainText(billing.name)
  await page.keyboard.press('z')
  await expect(item(elenaName)).toContainText('Orders')

  // To somebody who is not there it is refused with a reason; two of one name are told apart.
  const assign = page.getByRole('dialog', { name: /^Assign/ })
  const give = async (to: string): Promise<void> => {
    await openMenu(jonasName)
    await page.getByRole('menuitem', { name: 'Assign…' }).click()
    await expect(assign).toContainText(`other.${tail}@example.com`)
    await assign.locator(`label:has(input[value="${to}"])`).click()
    await assign.getByRole('button', { name: 'Assign', exact: true }).click()
  }
  await openMenu(jonasName)
  await page.getByRole('menuitem', { name: 'Assign…' }).click()
  await expect(assign.locator(`input[value="${namesake.id}"]`)).toBeDisabled()
  await page.keyboard.press('Escape')
  await give(team.boris.id)
  await expect(assign).toBeHidden()
  await expect(list('In progress with colleagues')).toContainText('Boris Petrov')
  await expect(boris.tasks.row(jonasName)).toBeVisible()
  await page.keyboard.press('z')
  await expect(waiting).toContainText(jonasName)
  await expect(boris.tasks.row(jonasName)).toBeHidden()

  await give(team.boris.id)
  await boris.look()
  // He is told by whom, until he opens it.
  const bell = boris.page.getByRole('button', { name: 'Notifications, 1 unread' })
  await bell.click()
  await expect(boris.page.getByRole('dialog', { name: 'Notifications' })).toContainText('Dora Lis gave you a request')
  await boris.page.keyboard.press('Escape')
  await boris.tasks.row(jonasName).click()
  await expect(bell).toBeHidden()
  await boris.talk.say('Boris here')
  await dora.look()
  await openMenu(jonasName)
  await page.getByRole('menuitem', { name: 'Take back' }).click()
  await expect(waiting).toContainText(jonasName)

  const anna = await signInByApi(server.origin, team.anna.email, password)
  const refused = anna.call('assignTask', {
    params: { activityId: jonas.activityId },
    body: { operatorId: team.anna.id },
  })
  await expect(refused).rejects.toMatchObject({ code: 'FORBIDDEN' })
})

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
  const boris = await openDesk(team.boris, { presence: 'busy' })
  const jonas = await waitingCustomer(server.origin, team.siteKey, 'Jonas Weber')
  await waitingCustomer(server.origin, team.siteKey, 'Elena Petrova')
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
  await expect(waiting).toContainText('Elena Petrova')
  await tasks.row('Elena Petrova').focus()
  await page.keyboard.press('p')
  await page.getByRole('menuitemradio', { name: 'Urgent' }).press('Enter')
  await expect(page.getByText('Elena Petrova: priority Urgent')).toBeVisible()
  await expect(item('Elena Petrova')).toContainText('Urgent')
  await page.keyboard.press('z')
  await expect(item('Elena Petrova')).not.toContainText('Urgent')

  await openMenu('Elena Petrova')
  await page.getByRole('menuitemradio', { name: billing.name }).click()
  await expect(item('Elena Petrova')).toContainText(billing.name)
  await page.keyboard.press('z')
  await expect(item('Elena Petrova')).toContainText('Orders')

  // To somebody who is not there it is refused with a reason; two of one name are told apart.
  const assign = page.getByRole('dialog', { name: /^Assign/ })
  const give = async (to: string): Promise<void> => {
    await openMenu('Jonas Weber')
    await page.getByRole('menuitem', { name: 'Assign…' }).click()
    await expect(assign).toContainText(`other.${tail}@example.com`)
    await assign.locator(`label:has(input[value="${to}"])`).click()
    await assign.getByRole('button', { name: 'Assign', exact: true }).click()
  }
  await openMenu('Jonas Weber')
  await page.getByRole('menuitem', { name: 'Assign…' }).click()
  await expect(assign.locator(`input[value="${namesake.id}"]`)).toBeDisabled()
  await page.keyboard.press('Escape')
  await give(team.boris.id)
  await expect(assign).toBeHidden()
  await expect(list('In progress with colleagues')).toContainText('Boris Petrov')
  await expect(boris.tasks.row('Jonas Weber')).toBeVisible()
  await page.keyboard.press('z')
  await expect(waiting).toContainText('Jonas Weber')
  await expect(boris.tasks.row('Jonas Weber')).toBeHidden()

  await give(team.boris.id)
  await boris.look()
  await expect(boris.page.getByText('Dora Lis gave you a task')).toBeVisible()
  await boris.tasks.row('Jonas Weber').click()
  await boris.talk.say('Boris here')
  await dora.look()
  await openMenu('Jonas Weber')
  await page.getByRole('menuitem', { name: 'Take back' }).click()
  await expect(waiting).toContainText('Jonas Weber')

  const anna = await signInByApi(server.origin, team.anna.email, password)
  const refused = anna.call('assignTask', {
    params: { activityId: jonas.activityId },
    body: { operatorId: team.anna.id },
  })
  await expect(refused).rejects.toMatchObject({ code: 'FORBIDDEN' })
})

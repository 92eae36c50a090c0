import { expect, test } from '../fixtures/test.ts'
import { waitingCustomer } from '../fixtures/visitors.ts'
import type { Desk } from '../pages/desk.ts'
import { signInPage } from '../pages/sign-in.ts'
import { write } from '../pages/write.ts'

const dialogOf = (desk: Desk) => desk.page.getByRole('dialog', { name: 'Sign out' })

async function choose(desk: Desk, name: string, fate: string, to?: string): Promise<void> {
  await dialogOf(desk)
    .getByRole('combobox', { name: `What becomes of ${name}` })
    .click()
  await desk.page.getByRole('option', { name: fate }).click()
  if (to === undefined) return
  const picker = desk.page.getByRole('dialog', { name: 'Transfer to' })
  await picker.locator(`label:has(input[value="${to}"])`).click()
  await picker.getByRole('button', { name: 'Choose' }).click()
  await expect(picker).toBeHidden()
}

test('signing out with three talks: one back, one to a queue, one to a colleague who has just gone', async ({
  team,
  server,
  openDesk,
}) => {
  const anna = await openDesk(team.anna)
  for (const name of ['Jonas Weber', 'Elena Petrova', 'Ivan Kolev']) {
    await waitingCustomer(server.origin, team.siteKey, name)
    await anna.accept(name)
  }
  await anna.talk.field.pressSequentially('Not yet sent')
  const { id: billing } = await team.admin.call('addQueue', {
    body: { name: `Billing ${team.siteKey.slice(0, 6)}`, memberIds: [team.vera.id] },
  })
  const boris = await openDesk(team.boris)
  await expect(boris.tasks.presence).toHaveAccessibleName(/Available/)

  await anna.look()
  await anna.page.getByRole('button', { name: 'Settings' }).click()
  await anna.page.getByRole('menuitem', { name: 'Sign out' }).click()
  const dialog = dialogOf(anna)
  await expect(dialog.getByText('You have 3 open tasks. Say what becomes of each.')).toBeVisible()
  const ivan = dialog.getByRole('listitem', { name: 'Ivan Kolev' })
  await expect(ivan).toContainText('A draft is not sent')
  await choose(anna, 'Elena Petrova', 'Transfer', billing)
  await choose(anna, 'Ivan Kolev', 'Transfer', team.boris.id)
  await write(dialog.getByRole('textbox', { name: 'Reason' }), 'End of my day')
  await boris.api.call('leaveDesk', { body: { tasks: [] } })
  await dialog.getByRole('button', { name: /^Sign out/ }).click()
  await expect(ivan.getByRole('alert')).toContainText('Boris Petrov is not there any more')
  // Nothing is half done: she has all three still.
  expect((await anna.api.call('listTasks')).items).toHaveLength(3)

  await choose(anna, 'Ivan Kolev', 'Return to queue')
  await dialog.getByRole('button', { name: /^Sign out/ }).click()
  await expect(signInPage(anna.page).form).toBeVisible()
  const { items } = await team.admin.call('listQueueItems', { query: { limit: 100 } })
  const waits = items.flatMap(({ customer, queue }) => (queue ? [`${customer.name} ${queue.id}`] : []))
  expect(waits).toEqual(
    expect.arrayContaining([`Jonas Weber ${team.queueId}`, `Ivan Kolev ${team.queueId}`, `Elena Petrova ${billing}`]),
  )
})

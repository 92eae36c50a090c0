import type { Desk } from '../pages/desk.ts'
import { waitingCustomer } from '../fixtures/visitors.ts'
import { write } from '../pages/write.ts'
import { expect, test } from '../fixtures/test.ts'

/** Names are not unique in a house: the one is meant who has this id. */
async function handOver(desk: Desk, id: string, reason: string): Promise<void> {
  await desk.page.bringToFront()
  // Not while somebody is still asked.
  await expect(desk.talk.region.getByRole('button', { name: 'Transfer' })).toBeVisible()
  await desk.talk.region.getByRole('heading', { level: 1 }).click()
  await desk.page.keyboard.press('t')
  const dialog = desk.page.getByRole('dialog', { name: 'Transfer' })
  await dialog.locator(`label:has(input[value="${id}"])`).click()
  await write(dialog.getByRole('textbox', { name: 'Reason' }), reason)
  await dialog.getByRole('button', { name: 'Transfer', exact: true }).click()
  await expect(dialog).toBeHidden()
}

test('a task is handed to a colleague: he reads why first, declines, is asked again and takes it over', async ({
  team,
  openDesk,
  openWidget,
}) => {
  const anna = await openDesk(team.anna)
  const widget = await openWidget(team)
  await widget.begin({ name: 'Jonas Weber', email: 'jonas@example.com', question: 'My pump is broken' })
  await anna.accept('Jonas Weber')
  const boris = await openDesk(team.boris)
  await expect(boris.tasks.presence).toHaveAccessibleName(/Available/)

  await handOver(anna, team.boris.id, 'You know pumps')
  await expect(anna.talk.region.getByText('Boris Petrov is asked to take this over')).toBeVisible()
  // She goes on with it until he has answered.
  await anna.talk.say('A colleague will look at it')
  await boris.page.bringToFront()
  await expect(boris.tasks.offer).toContainText('From Anna Kowalska: You know pumps')
  await boris.tasks.decline.click()
  await expect(boris.tasks.offer).toBeHidden()
  await anna.page.bringToFront()
  await expect(anna.page.getByText('Boris Petrov declined; it is still yours')).toBeVisible()
  await expect(anna.tasks.row('Jonas Weber')).toBeVisible()

  await handOver(anna, team.boris.id, 'Please, I am at lunch')
  await boris.accept('Jonas Weber')
  await expect(boris.talk.message('A colleague will look at it')).toBeVisible()
  await expect(boris.page.getByRole('region', { name: 'Comments' })).toContainText('Please, I am at lunch')
  await boris.talk.say('Boris here')
  await expect(anna.tasks.row('Jonas Weber')).toBeHidden()
  await widget.look()
  await expect(widget.frame.getByText('Boris here')).toBeVisible()
})

test('asked colleagues who do not answer leave it with the sender; asking is undone; a queue gets it at once', async ({
  team,
  server,
  openDesk,
}) => {
  const anna = await openDesk(team.anna)
  await waitingCustomer(server.origin, team.siteKey, 'Jonas Weber')
  await anna.accept('Jonas Weber')
  const boris = await openDesk(team.boris)
  await expect(boris.tasks.presence).toHaveAccessibleName(/Available/)

  await handOver(anna, team.boris.id, 'You know pumps')
  await expect(boris.tasks.offer).toContainText('Jonas Weber')
  await anna.page.keyboard.press('z')
  await expect(boris.tasks.offer).toBeHidden()

  await handOver(anna, team.boris.id, 'You know pumps')
  await expect(boris.tasks.offer).toContainText('Jonas Weber')
  await server.advance(31_000)
  await expect(boris.tasks.offer).toBeHidden()
  await expect(anna.page.getByText('Boris Petrov did not answer; it is still yours')).toBeVisible()
  await expect(boris.tasks.presence).toHaveAccessibleName(/Available/)

  const { id, name } = await team.admin.call('addQueue', {
    body: { name: `Billing ${team.siteKey.slice(0, 6)}`, memberIds: [team.boris.id] },
  })
  await handOver(anna, id, 'A matter of billing')
  await expect(anna.tasks.row('Jonas Weber')).toBeHidden()
  await expect(boris.tasks.offer).toContainText(name)
  await boris.accept('Jonas Weber')
  await expect(boris.page.getByRole('region', { name: 'Comments' })).toContainText('A matter of billing')
})

import { waitingCustomer } from '../fixtures/visitors.ts'
import { expect, test } from '../fixtures/test.ts'

test('a supervisor sees what a colleague has in progress, reads it, and takes it back for another', async ({
  team,
  server,
  openDesk,
}) => {
  const anna = await openDesk(team.anna)
  await expect(anna.tasks.presence).toHaveAccessibleName(/Available/)
  // Unlike anybody's of another test: a supervisor sees the whole house.
  const name = `Jonas ${team.siteKey.slice(0, 6)}`
  await waitingCustomer(server.origin, team.siteKey, name, 'My cup is broken')
  await anna.accept(name)

  const vera = await openDesk(team.vera, { presence: 'busy' })
  await vera.tasks.queue.click()
  const list = vera.tasks.region.getByRole('list', { name: 'In progress with colleagues' })
  const row = list.getByRole('listitem').filter({ hasText: name })
  await expect(row).toContainText('Anna Kowalska')
  await row
    .getByRole('button', { name: new RegExp(name) })
    .first()
    .click()
  await expect(vera.talk.message('My cup is broken')).toBeVisible()

  const boris = await openDesk(team.boris)
  await expect(boris.tasks.presence).toHaveAccessibleName(/Available/)
  await list.getByRole('button', { name: `Take back: ${name}` }).click()
  await expect(row).toBeHidden()
  // Who had it is not rung for it at once; the colleague is.
  await expect(boris.tasks.offer).toContainText(name)
  await expect(anna.tasks.row(name)).toBeHidden()
})

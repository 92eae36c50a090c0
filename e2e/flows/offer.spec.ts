import { waitingCustomer } from '../fixtures/visitors.ts'
import { expect, test } from '../fixtures/test.ts'

const rungOut = 31_000

test('a declined offer moves on to the next operator', async ({ team, server, openDesk }) => {
  const anna = await openDesk(team.anna)
  await expect(anna.tasks.presence).toHaveAccessibleName(/Anna Kowalska, Available/)
  const boris = await openDesk(team.boris)
  await expect(boris.tasks.presence).toHaveAccessibleName(/Boris Petrov, Available/)
  await waitingCustomer(server.origin, team.siteKey, 'Jonas Weber', 'My cup is broken')

  // Anna has been idle longest.
  await expect(anna.tasks.offer).toContainText('Jonas Weber')
  await expect(anna.tasks.offer).toContainText('My cup is broken')
  await expect(anna.page).toHaveTitle(/Offer: Jonas Weber/)
  await expect(boris.tasks.offer).toBeHidden()

  await anna.tasks.decline.click()
  await expect(anna.tasks.offer).toBeHidden()
  await expect(boris.tasks.offer).toContainText('Jonas Weber')
  await boris.accept('Jonas Weber')
  await expect(boris.talk.message('My cup is broken')).toBeVisible()
  await expect(anna.tasks.offer).toBeHidden()
})

test('an offer that nobody answers moves on; two missed in a row set the operator away', async ({
  team,
  server,
  openDesk,
}) => {
  const anna = await openDesk(team.anna)
  await expect(anna.tasks.presence).toHaveAccessibleName(/Available/)
  const boris = await openDesk(team.boris)
  await expect(boris.tasks.presence).toHaveAccessibleName(/Available/)
  await waitingCustomer(server.origin, team.siteKey, 'Jonas Weber')

  await expect(anna.tasks.offer).toBeVisible()
  await server.advance(rungOut)
  await expect(anna.tasks.offer).toBeHidden()
  await expect(boris.tasks.offer).toContainText('Jonas Weber')
  await boris.accept('Jonas Weber')

  // Boris is busy now, so the next one rings at Anna, who misses it too.
  await waitingCustomer(server.origin, team.siteKey, 'Elena Petrova')
  await expect(anna.tasks.offer).toContainText('Elena Petrova')
  await server.advance(rungOut)
  await expect(anna.tasks.region.getByText('You are away: offers were missed')).toBeVisible()
  await expect(anna.tasks.presence).toHaveAccessibleName(/Missed offers/)
  await expect(boris.tasks.offer).toContainText('Elena Petrova')

  // One click brings her back, and work finds her again.
  await anna.tasks.region.getByRole('button', { name: 'Become available' }).first().click()
  await expect(anna.tasks.presence).toHaveAccessibleName(/Anna Kowalska, Available/)
  await boris.tasks.decline.click()
  await expect(anna.tasks.offer).toContainText('Elena Petrova')
})

test('an offer goes on ringing over a reload, and can be looked at before it is accepted', async ({
  team,
  server,
  openDesk,
}) => {
  const anna = await openDesk(team.anna)
  await waitingCustomer(server.origin, team.siteKey, 'Jonas Weber', 'Do you repair grinders?')
  await expect(anna.tasks.offer).toBeVisible()
  await anna.tasks.offer.getByRole('button', { name: 'Jonas Weber' }).click()
  await expect(anna.talk.message('Do you repair grinders?')).toBeVisible()
  await expect(anna.talk.region.getByText('Accept the offer to reply')).toBeVisible()
  await expect(anna.tasks.offer).toBeVisible()

  await anna.page.reload()
  await expect(anna.tasks.offer).toContainText('Jonas Weber')
  await anna.accept('Jonas Weber')
  await expect(anna.talk.field).toBeEditable()
})

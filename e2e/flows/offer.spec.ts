import { newKey } from '@care/client'
import { countAlarms, goAway, notesOf, tonesOf } from '../fixtures/alarms.ts'
import { waitingCustomer } from '../fixtures/visitors.ts'
import { expect, test } from '../fixtures/test.ts'
import { go } from '../pages/go.ts'

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

test('an offer and a message are heard and seen on every screen, not on the desk alone', async ({
  team,
  server,
  openDesk,
}) => {
  const anna = await openDesk(team.anna, { prepare: countAlarms, path: '/requests' })
  const { page } = anna
  await expect(page.getByRole('heading', { level: 1, name: 'All requests' })).toBeVisible()
  const jonas = await waitingCustomer(server.origin, team.siteKey, 'Jonas Weber', 'My cup is broken')
  const offer = page.getByRole('group', { name: 'Offered task' })
  await expect(offer).toContainText('Jonas Weber')
  await expect(page).toHaveTitle(/Offer: Jonas Weber/)
  await expect.poll(() => tonesOf(page)).toBeGreaterThan(0)
  await offer.getByRole('button', { name: /^Accept/ }).click()
  await expect(anna.talk.message('My cup is broken')).toBeVisible()
  await expect(anna.tasks.row('Jonas Weber')).toBeVisible()
  await expect(anna.tasks.row('Jonas Weber')).not.toContainText('unread')
  await expect(page).toHaveTitle(/^My desk/)

  await anna.talk.region.getByRole('heading', { level: 1 }).click()
  await go(page, 'c')
  await expect(page).toHaveURL(/\/customers/)
  await goAway(page, true)
  await jonas.call('sendWidgetMessage', { body: { clientMessageId: newKey(), text: 'Hello?' } })
  await expect(page).toHaveTitle(/^\(1\) My desk/)
  await expect.poll(() => notesOf(page)).toEqual(['Jonas Weber: Hello?'])
})

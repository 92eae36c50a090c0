import type { Server } from '../fixtures/server.ts'
import { waitingCustomer } from '../fixtures/visitors.ts'
import { hold } from '../pages/hold.ts'
import { write } from '../pages/write.ts'
import { expect, test, type Tools } from '../fixtures/test.ts'
import type { Desk } from '../pages/desk.ts'

async function bothOnOneCustomer({
  team,
  server,
  openDesk,
}: Pick<Tools, 'team' | 'openDesk'> & { server: Server }): Promise<{ anna: Desk; boris: Desk }> {
  const { activityId } = await waitingCustomer(server.origin, team.siteKey, 'Jonas Weber')
  const anna = await openDesk(team.anna, { presence: 'busy' })
  await anna.api.call('takeTask', { params: { activityId } })
  await anna.page.goto(`${server.origin}/a/${activityId}`)
  const boris = await openDesk(team.boris, { presence: 'busy', path: `/a/${activityId}` })
  for (const desk of [anna, boris])
    await expect(desk.customer.getByRole('button', { name: 'Phone: Not set' })).toBeVisible()
  return { anna, boris }
}

/** Boris has saved and his call is on the way; Anna, who cannot know, has typed. The returned function lets his arrive. */
async function bothEditPhone(anna: Desk, boris: Desk): Promise<() => Promise<void>> {
  const release = await hold(boris.page, '**/api/customers/*')
  await boris.edit(boris.customer, 'Phone', '+49 30 222222')
  await anna.look()
  await anna.customer.getByRole('button', { name: 'Phone: Not set' }).click()
  await write(anna.customer.getByRole('textbox', { name: 'Phone' }), '+49 30 111111')
  return async () => {
    release()
    await expect
      .poll(() =>
        boris.api.call('listCustomers', { query: { search: '+4930222222' } }).then(({ items }) => items.length),
      )
      .toBeGreaterThan(0)
  }
}

test('a value that a colleague changed meanwhile can be loaded', async ({ team, server, openDesk }) => {
  const { anna, boris } = await bothOnOneCustomer({ team, server, openDesk })
  const arrive = await bothEditPhone(anna, boris)
  await arrive()
  await anna.customer.getByRole('textbox', { name: 'Phone' }).press('Enter')
  const banner = anna.customer.getByRole('alert').filter({ hasText: 'Boris Petrov changed Phone' })
  await expect(banner).toContainText('+49 30 222222')
  await expect(banner).toContainText('Your value: +49 30 111111, not saved')
  await banner.getByRole('button', { name: /^Load/ }).click()
  await expect(banner).toBeHidden()
  await expect(anna.customer.getByRole('button', { name: /Phone: \+49 30 222222/ })).toBeVisible()
})

test('one’s own value is kept only knowingly, and the colleague sees it', async ({ team, server, openDesk }) => {
  const { anna, boris } = await bothOnOneCustomer({ team, server, openDesk })
  const arrive = await bothEditPhone(anna, boris)
  await arrive()
  await anna.customer.getByRole('textbox', { name: 'Phone' }).press('Enter')
  await anna.customer.getByRole('button', { name: 'Keep mine' }).click()
  await expect(anna.customer.getByRole('button', { name: /Phone: \+49 30 111111/ })).toBeVisible()
  await expect(boris.customer.getByRole('button', { name: /Phone: \+49 30 111111/ })).toBeVisible()
})

test('changes of different fields do not disturb each other', async ({ team, server, openDesk }) => {
  const { anna, boris } = await bothOnOneCustomer({ team, server, openDesk })
  await boris.edit(boris.customer, 'Company', 'Weber KG')
  await anna.look()
  await anna.customer.getByRole('button', { name: 'Phone: Not set' }).click()
  await write(anna.customer.getByRole('textbox', { name: 'Phone' }), '+49 30 111111')
  await anna.customer.getByRole('textbox', { name: 'Phone' }).press('Enter')
  for (const desk of [anna, boris]) {
    await expect(desk.customer.getByRole('button', { name: /Phone: \+49 30 111111/ })).toBeVisible()
    await expect(desk.customer.getByRole('button', { name: 'Company: Weber KG' })).toBeVisible()
  }
})

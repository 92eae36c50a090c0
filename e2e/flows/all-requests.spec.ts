import { expectAccessible } from '../fixtures/axe.ts'
import { expect, test } from '../fixtures/test.ts'
import { write } from '../pages/write.ts'
import { go } from '../pages/go.ts'

test('a dispatcher narrows all requests, sorts, opens one and comes back to the same place', async ({
  team,
  openDesk,
}) => {
  const mark = team.siteId.slice(-6)
  const customer = await team.admin.call('addCustomer', { body: { name: `Elena ${mark}`, isVip: true } })
  for (let n = 1; n <= 60; n++)
    await team.admin.call('addRequest', {
      body: {
        customerId: customer.id,
        title: `Kettle ${n} ${mark}`,
        queueId: team.queueId,
        priority: n % 10 === 0 ? 'urgent' : 'normal',
      },
    })
  const { page } = await openDesk(team.vera, { presence: 'busy' })
  await go(page, 'r')
  await expect(page).toHaveURL(/\/requests$/)
  const list = page.getByRole('region', { name: 'All requests' })
  await list.getByRole('button', { name: 'Add filter' }).click()
  await page.getByRole('menuitem', { name: 'Customer' }).click()
  await write(page.getByRole('dialog', { name: 'Customer' }).getByRole('searchbox'), `Elena ${mark}`)
  await page.getByRole('checkbox', { name: `Elena ${mark}` }).click()
  await expect(list.getByText('60 requests')).toBeVisible()
  await expect(list.getByRole('button', { name: `Customer: Elena ${mark}` })).toBeVisible()
  await expectAccessible(page, 'all requests')

  await list.getByRole('button', { name: 'Priority', exact: true }).click()
  await expect(list.getByRole('row', { name: new RegExp(`Kettle 60 ${mark}`) })).toBeVisible()
  await expect(list.getByRole('row').nth(1)).toContainText('Urgent')
  await list.getByRole('button', { name: 'No.' }).click()
  // Keys count from the rows of this order.
  await expect(list.getByRole('row').nth(2)).toContainText(`Kettle 59 ${mark}`)
  await page.keyboard.press('j')
  for (let n = 0; n < 4; n++) await page.keyboard.press('PageDown')
  const row = list.getByRole('row', { name: new RegExp(`Kettle 20 ${mark}`) })
  await expect(row).toBeFocused()
  await page.keyboard.press('Enter')
  await expect(page.getByRole('heading', { level: 1, name: `Kettle 20 ${mark}` })).toBeVisible()
  await page.getByRole('link', { name: 'Back to the list' }).click()
  await expect(row).toBeVisible()
  await expect(list.getByRole('button', { name: `Customer: Elena ${mark}` })).toBeVisible()
})

test('an operator sees only his own; what a colleague changes is changed in its place and marked', async ({
  team,
  openDesk,
}) => {
  const mark = team.siteId.slice(-6)
  const add = (title: string, queueId?: string) =>
    team.admin.call('addRequest', {
      body: { newCustomer: { name: 'Jonas' }, title: `${title} ${mark}`, ...(queueId ? { queueId } : {}) },
    })
  const shared = await add('Shared', team.queueId)
  await add('Foreign')
  const { page } = await openDesk(team.anna, { presence: 'busy', path: '/requests' })
  const list = page.getByRole('region', { name: 'All requests' })
  const row = list.getByRole('row', { name: new RegExp(`Shared ${mark}`) })
  await expect(row).toBeVisible()
  await expect(list.getByRole('row', { name: new RegExp(`Foreign ${mark}`) })).toHaveCount(0)
  await row.getByRole('checkbox').click()
  await expect(list.getByRole('toolbar', { name: 'Bulk actions' })).toContainText('1 selected')

  // The row asks for its news once it has rested on the screen.
  await expect(async () => {
    const { version } = await team.admin.call('getRequest', { params: { requestId: shared.id } })
    const priority = version % 2 === 0 ? 'high' : 'urgent'
    await team.admin.call('editRequest', { params: { requestId: shared.id }, version, body: { priority } })
    await expect(row).toHaveAttribute('data-changed', 'true', { timeout: 1_000 })
  }).toPass()
  await expect(row).toContainText(/High|Urgent/)
  await list.getByRole('button', { name: /The list has changed/ }).click()
  await expect(row).not.toHaveAttribute('data-changed')
})

test('columns are chosen and ordered, and stay for the person on another computer', async ({ team, openDesk }) => {
  const first = await openDesk(team.anna, { presence: 'busy', path: '/requests' })
  await first.page.getByRole('button', { name: 'Columns' }).click()
  await first.page.getByRole('checkbox', { name: 'Company' }).click()
  await first.page.getByRole('checkbox', { name: 'Queue' }).click()
  const up = first.page.getByRole('button', { name: 'Move Company up' })
  // Whether it is the first one yet is drawn a moment after the click.
  await expect(async () => {
    while (await up.isEnabled()) await up.click({ timeout: 1_000 })
  }).toPass()
  await first.page.keyboard.press('Escape')
  await team.admin.call('addRequest', { body: { newCustomer: { name: 'Ada' }, title: 'One', queueId: team.queueId } })
  const second = await openDesk(team.anna, { presence: null, path: '/requests' })
  const titles = second.page.getByRole('grid', { name: 'All requests' })
  // The first is that of the boxes.
  await expect(titles.getByRole('columnheader').nth(1)).toHaveText('Company')
  await expect(titles.getByRole('columnheader', { name: 'Queue' })).toHaveCount(0)
})

import { expectAccessible } from '../fixtures/axe.ts'
import { expect, test } from '../fixtures/test.ts'

test('two records of one person are merged side by side, undone from the toast, and again from the line', async ({
  team,
  server,
  openDesk,
}) => {
  const mark = team.siteId.slice(-6)
  const add = (body: { name: string; email?: string; phone?: string; companyName?: string }) =>
    team.admin.call('addCustomer', { body })
  const companyName = `Firma ${mark}`
  const stays = await add({ name: `Elena ${mark}`, email: `elena.${mark}@example.com`, companyName })
  const goes = await add({ name: `Elena  ${mark}`, phone: '+48 601 234 567', companyName })
  for (const title of ['One', 'Two']) await team.admin.call('addRequest', { body: { customerId: stays.id, title } })
  await team.admin.call('addRequest', { body: { customerId: goes.id, title: 'Three' } })

  const { page } = await openDesk(team.anna, { presence: 'busy', path: `/customers/${stays.id}` })
  const panel = page.getByRole('complementary', { name: 'Customer' })
  await expect(panel.getByText(/May be Elena/)).toBeVisible()
  await panel.getByRole('button', { name: 'Merge', exact: true }).click()
  const dialog = page.getByRole('dialog', { name: 'Merge customers' })
  await expect(dialog.getByRole('radio', { name: 'Phone: +48 601 234 567' })).toBeChecked()
  await expectAccessible(page, 'merge')
  await dialog.getByRole('button', { name: /^Merge/ }).click()
  await expect(panel.getByRole('button', { name: 'Phone: +48 601 234 567' })).toBeVisible()
  await expect(page.getByRole('row', { name: new RegExp(mark) })).toHaveCount(1)
  const total = () =>
    team.admin.call('getCustomer', { params: { customerId: stays.id } }).then(({ requests }) => requests.total)
  await expect.poll(total).toBe(3)

  await page.getByRole('button', { name: /^Undo/ }).last().click()
  await expect(panel.getByRole('button', { name: 'Phone: Not set' })).toBeVisible()
  await expect.poll(total).toBe(2)

  await panel.getByRole('button', { name: 'Merge', exact: true }).click()
  await dialog.getByRole('button', { name: /^Merge/ }).click()
  await expect(panel.getByText(/^Merged with Elena/)).toBeVisible()
  // An old link leads to the one who stays.
  await page.goto(`${server.origin}/customers/${goes.id}`)
  await expect(panel.getByRole('button', { name: `Email: elena.${mark}@example.com` })).toBeVisible()
  await panel.getByRole('button', { name: 'Undo the merge' }).click()
  await expect.poll(total).toBe(2)
})

import { expectAccessible } from '../fixtures/axe.ts'
import { expect, test } from '../fixtures/test.ts'
import { write } from '../pages/write.ts'

test('a view is saved and shared, a colleague opens it by its address; changed, taken over, deleted and brought back', async ({
  team,
  openDesk,
}) => {
  const mark = team.siteId.slice(-6)
  for (const priority of ['urgent', 'normal'] as const)
    await team.admin.call('addRequest', {
      body: { newCustomer: { name: 'Ada' }, title: `View ${priority} ${mark}`, queueId: team.queueId, priority },
    })
  const { page } = await openDesk(team.vera, { presence: 'busy', path: '/requests' })
  const list = page.getByRole('region', { name: 'All requests' })
  await list.getByRole('button', { name: 'Add filter' }).click()
  await page.getByRole('menuitem', { name: 'Priority' }).click()
  await page.getByRole('checkbox', { name: 'Urgent' }).click()
  await page.keyboard.press('Escape')
  await list.getByRole('button', { name: 'View', exact: true }).click()
  await page.getByRole('menuitem', { name: 'Save as a view…' }).click()
  const dialog = page.getByRole('dialog', { name: 'Save view' })
  await write(dialog.getByRole('textbox', { name: 'Name' }), `Hot ${mark}`)
  await dialog.getByLabel('Share with everybody').check()
  await expectAccessible(page, 'save view')
  await dialog.getByRole('button', { name: /Save/ }).click()
  const views = list.getByRole('navigation', { name: 'Views' })
  const tab = views.getByRole('button', { name: new RegExp(`Hot ${mark}`) })
  await expect(tab).toHaveAttribute('aria-current', 'true')
  // Counted after the page.
  await expect(tab).toContainText(/\d/)

  // A colleague opens it by the address that was sent to him; it is not his to change.
  const { items } = await team.admin.call('listViews')
  const view = items.find(({ name }) => name === `Hot ${mark}`)
  const anna = await openDesk(team.anna, { presence: 'busy', path: `/requests?view=${view?.id ?? ''}` })
  const hers = anna.page
    .getByRole('navigation', { name: 'Views' })
    .getByRole('button', { name: new RegExp(`Hot ${mark}`) })
  await expect(hers).toHaveAttribute('aria-current', 'true')
  await expect(anna.page.getByRole('row', { name: new RegExp(`View urgent ${mark}`) })).toBeVisible()
  await expect(anna.page.getByRole('row', { name: new RegExp(`View normal ${mark}`) })).toHaveCount(0)
  await anna.page.getByRole('button', { name: 'View', exact: true }).click()
  await expect(anna.page.getByRole('menuitem', { name: 'Delete' })).toHaveAttribute('aria-disabled', 'true')
  await anna.page.keyboard.press('Escape')

  // Another name is on her screen at once.
  await list.getByRole('button', { name: 'View', exact: true }).click()
  await page.getByRole('menuitem', { name: 'Rename…' }).click()
  await write(page.getByRole('dialog', { name: 'Rename…' }).getByRole('textbox', { name: 'Name' }), `Hotter ${mark}`)
  await page.getByRole('dialog', { name: 'Rename…' }).getByRole('button', { name: /Save/ }).click()
  await expect(anna.page.getByRole('button', { name: new RegExp(`Hotter ${mark}`) })).toBeVisible()

  // Deleted, and brought back by the toast.
  await list.getByRole('button', { name: 'View', exact: true }).click()
  await page.getByRole('menuitem', { name: 'Delete' }).click()
  await expect(views.getByRole('button', { name: new RegExp(`Hotter ${mark}`) })).toHaveCount(0)
  await page.getByRole('button', { name: /Undo/ }).click()
  await expect(views.getByRole('button', { name: new RegExp(`Hotter ${mark}`) })).toHaveAttribute(
    'aria-current',
    'true',
  )
})

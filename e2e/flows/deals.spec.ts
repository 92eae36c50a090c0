import { expectAccessible } from '../fixtures/axe.ts'
import { expect, test } from '../fixtures/test.ts'
import { write } from '../pages/write.ts'
import { go } from '../pages/go.ts'

test('a deal is made, moved to another stage and taken back, won; sums follow on the screens of owner and supervisor', async ({
  team,
  openDesk,
}) => {
  const customer = await team.admin.call('addCustomer', { body: { name: 'Jonas Weber' } })
  const desk = await openDesk(team.anna, { presence: 'busy' })
  const { page } = desk
  await go(page, 'e')
  await page.getByRole('button', { name: 'Add deal' }).last().click()
  const dialog = page.getByRole('dialog', { name: 'Add deal' })
  await write(dialog.getByRole('combobox').first(), 'Jonas Weber')
  await dialog
    .getByRole('option', { name: /Jonas Weber/ })
    .first()
    .click()
  await write(dialog.getByLabel('Title'), 'Three machines')
  await write(dialog.getByLabel('Amount'), 'five')
  await dialog.getByRole('button', { name: 'Save' }).click()
  await expect(dialog.getByText('An amount such as 1200 or 1200.50')).toBeVisible()
  await write(dialog.getByLabel('Amount'), '1 200,50')
  await page.keyboard.press('Control+Enter')
  await expect(dialog).toBeHidden()

  const row = page.getByRole('grid', { name: 'Deals' }).getByRole('row', { name: 'Three machines' })
  await expect(row).toContainText('€1,200.50')
  const totals = page.getByRole('group', { name: 'Totals' })
  await expect(totals.getByRole('button', { name: /^In progress/ })).toContainText('€1,200.50')
  await expectAccessible(page, 'deals')

  await row.getByRole('button', { name: 'Stage of Three machines: New' }).click()
  await page.getByRole('menuitemradio', { name: 'Won' }).click()
  await expect(row).toBeHidden()
  await expect(totals.getByRole('button', { name: /^Won/ })).toContainText('€1,200.50')
  await page.keyboard.press('z')
  await expect(row.getByRole('button', { name: /: New$/ })).toBeVisible()

  // A supervisor changes it; whoever has the old one open is told, and may keep his own.
  await row.focus()
  await page.keyboard.press('Enter')
  const edit = page.getByRole('dialog', { name: 'Edit deal' })
  await write(edit.getByLabel('Amount'), '1300')
  const vera = await openDesk(team.vera, { presence: null, path: `/customers/${customer.id}` })
  await vera.look()
  const section = vera.page.getByRole('region', { name: 'To-dos and deals' })
  await section.getByRole('button', { name: 'Three machines', exact: true }).click()
  await write(vera.page.getByRole('dialog').getByLabel('Note'), 'Wants a discount')
  await vera.page.keyboard.press('Control+Enter')
  await expect(vera.page.getByRole('dialog')).toBeHidden()
  await desk.look()
  await edit.getByRole('button', { name: 'Save' }).click()
  await expect(edit.getByRole('alert')).toContainText('Vera Ivanova')
  await edit.getByRole('button', { name: 'Keep mine' }).click()
  await expect(edit).toBeHidden()
  await expect(row).toContainText('€1,300.00')
  await expect(section).toContainText('€1,300.00')

  // Merged into another, the customer takes it along.
  const other = await team.admin.call('addCustomer', { body: { name: 'J. Weber' } })
  const { version: sourceVersion } = await team.admin.call('getCustomer', { params: { customerId: customer.id } })
  await team.admin.call('mergeCustomers', {
    params: { customerId: other.id },
    version: other.version,
    body: { sourceId: customer.id, sourceVersion },
  })
  await page.reload()
  await expect(row).toContainText('J. Weber')
})

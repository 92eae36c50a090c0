import { expectAccessible } from '../fixtures/axe.ts'
import { password } from '../fixtures/team.ts'
import { expect, test } from '../fixtures/test.ts'
import { unfold, write } from '../pages/write.ts'

test('an administrator defines fields, an operator fills them beside groups and a company with its domain', async ({
  team,
  server,
  openDesk,
  newPage,
}) => {
  const mark = team.siteId.slice(-6)
  const boss = await newPage()
  await boss.goto(server.origin)
  await write(boss.getByLabel('Email'), 'admin@example.com')
  await write(boss.getByRole('textbox', { name: 'Password' }), password)
  await boss.getByRole('button', { name: /^Sign in/ }).click()
  await boss.getByRole('button', { name: 'Settings' }).click()
  await boss.getByRole('menuitem', { name: 'Customer fields' }).click()
  await expect(boss.getByRole('heading', { name: 'Customer fields' })).toBeVisible()
  await boss.getByRole('button', { name: 'Add field' }).click()
  const dialog = boss.getByRole('dialog', { name: 'Add field' })
  await write(dialog.getByRole('textbox', { name: 'Name' }), `Tier ${mark}`)
  await unfold(dialog.getByRole('combobox', { name: 'Kind' }))
  await boss.getByRole('option', { name: 'Choice', exact: true }).click()
  await write(dialog.getByRole('textbox', { name: 'Options' }), 'Gold\nSilver')
  await expectAccessible(boss, 'new field')
  await dialog.getByRole('button', { name: /^Add field/ }).click()
  await expect(boss.getByText(`Tier ${mark}`)).toBeVisible()
  await expectAccessible(boss, 'customer fields')

  const body = { name: `Ewa ${mark}`, companyName: `Kawa ${mark}` }
  const { id, company } = await team.admin.call('addCustomer', { body })
  const { page } = await openDesk(team.anna, { presence: 'busy', path: `/customers/${id}` })
  const panel = page.getByRole('complementary', { name: 'Customer' })
  await panel.getByRole('button', { name: `Tier ${mark}: Not set` }).click()
  await page.getByRole('menuitem', { name: 'Gold' }).click()
  await expect(panel.getByRole('button', { name: `Tier ${mark}: Gold` })).toBeVisible()
  await panel.getByRole('button', { name: 'Add group' }).click()
  await write(panel.getByRole('combobox', { name: 'Add group' }), `Clubs ${mark}`)
  await panel.getByRole('combobox', { name: 'Add group' }).press('Enter')
  await expect
    .poll(() => team.admin.call('getCustomer', { params: { customerId: id } }).then(({ groups }) => groups))
    .toEqual([`Clubs ${mark}`])
  await expectAccessible(page, 'own fields')

  await page.goto(`${server.origin}/customers/company/${company?.id}`)
  const card = page.getByRole('complementary', { name: 'Company' })
  await card.getByRole('button', { name: 'Add domain' }).click()
  await write(card.getByRole('combobox', { name: 'Add domain' }), `@${mark}.example`)
  await card.getByRole('combobox', { name: 'Add domain' }).press('Enter')
  await expect(card.getByText(`${mark}.example`)).toBeVisible()
  await expect(card.getByRole('button', { name: `Ewa ${mark}` })).toBeVisible()
  await expectAccessible(page, 'company')

  // Who writes from that domain is offered the company, with one click.
  const other = await team.admin.call('addCustomer', { body: { name: `Jan ${mark}`, email: `jan@${mark}.example` } })
  await page.goto(`${server.origin}/customers/${other.id}`)
  await panel.getByRole('button', { name: `Set Kawa ${mark}` }).click()
  await expect(panel.getByRole('button', { name: `Company: Kawa ${mark}` })).toBeVisible()
  await expect(panel.getByRole('button', { name: `Set Kawa ${mark}` })).toBeHidden()
})

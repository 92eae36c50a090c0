import { expectAccessible } from '../fixtures/axe.ts'
import { expect, test } from '../fixtures/test.ts'
import { write } from '../pages/write.ts'
import { go } from '../pages/go.ts'

for (const scheme of ['light', 'dark'] as const) {
  test(`the address book is reached by g c, searched, and accessible in ${scheme}`, async ({ team, openDesk }) => {
    const mark = team.siteId.slice(-6)
    const add = (body: object) => team.admin.call('addCustomer', { body: body as { name: string } })
    await add({ name: `Łukasz Żółty ${mark}`, phone: '601 234 567', language: 'pl', isVip: true })
    await add({ name: `Jonas Weber ${mark}`, email: `jonas.${mark}@example.com`, companyName: 'Weber KG' })
    const { page } = await openDesk(team.anna, { presence: 'busy', colorScheme: scheme })
    await go(page, 'c')
    await expect(page).toHaveURL(/\/customers$/)
    const book = page.getByRole('region', { name: 'Customers' })
    await expect(book.getByRole('row', { name: new RegExp(`Jonas Weber ${mark}`) })).toBeVisible()
    await expectAccessible(page, 'address book')

    await page.keyboard.press('/')
    await page.keyboard.type(`zolty ${mark} +48 (601) 234-567`)
    const lukasz = book.getByRole('row', { name: new RegExp(`Łukasz Żółty ${mark}`) })
    await expect(lukasz).toContainText('VIP')
    await expect(book.getByRole('row', { name: /Jonas/ })).toHaveCount(0)
    await page.keyboard.press('ArrowDown')
    await expect(lukasz).toBeFocused()
    await page.keyboard.press('Enter')
    const panel = page.getByRole('complementary', { name: 'Customer' })
    await expect(panel.getByRole('button', { name: 'Phone: 601 234 567' })).toBeVisible()
    await expectAccessible(page, 'open customer')
    await page.keyboard.press('Escape')
    await expect(panel).toBeHidden()
    await go(page, 'd')
    await expect(page.getByRole('region', { name: 'Tasks in progress' })).toBeVisible()
  })
}

test('a customer is added, his phone refused until it is one, and what is changed stands in the table', async ({
  team,
  openDesk,
}) => {
  const mark = team.siteId.slice(-6)
  const { page } = await openDesk(team.anna, { presence: 'busy', path: '/customers' })
  await page.getByRole('button', { name: 'New customer' }).first().click()
  const dialog = page.getByRole('dialog', { name: 'New customer' })
  await write(dialog.getByLabel('Name'), `Ada ${mark}`)
  await write(dialog.getByLabel('Phone'), '+48 12')
  await dialog.getByLabel('Phone').press('Tab')
  await expect(dialog.getByText(/This is not a phone number/)).toBeVisible()
  await write(dialog.getByLabel('Phone'), '+48 601 234 568')
  await dialog.getByRole('button', { name: /Add customer/ }).click()
  const panel = page.getByRole('complementary', { name: 'Customer' })
  await expect(panel.getByRole('button', { name: 'Phone: +48 601 234 568' })).toBeVisible()

  await panel.getByRole('button', { name: /^Phone: / }).click()
  await write(panel.getByRole('textbox', { name: 'Phone' }), '+999 123 456')
  await panel.getByRole('textbox', { name: 'Phone' }).press('Enter')
  await expect(panel.getByRole('alert').filter({ hasText: 'This is not a phone number' })).toBeVisible()
  await panel.getByRole('button', { name: /^Phone: / }).click()
  await write(panel.getByRole('textbox', { name: 'Phone' }), '+48 601 234 569')
  await panel.getByRole('textbox', { name: 'Phone' }).press('Enter')
  const row = page.getByRole('row', { name: new RegExp(`Ada ${mark}`) })
  await expect(row).toContainText('+48 601 234 569')
  await panel.getByRole('button', { name: 'VIP' }).click()
  await expect(row).toContainText('VIP')
})

import { expectAccessible } from '../fixtures/axe.ts'
import { expect, test } from '../fixtures/test.ts'
import { write } from '../pages/write.ts'

test('many requests are changed at once: counted first, each with its result, and taken back', async ({
  team,
  openDesk,
}) => {
  const mark = team.siteId.slice(-6)
  const customer = await team.admin.call('addCustomer', { body: { name: `Bulk ${mark}` } })
  const ids: string[] = []
  for (let n = 1; n <= 55; n++) {
    const body = { customerId: customer.id, title: `Lamp ${n} ${mark}`, queueId: team.queueId }
    ids.push((await team.admin.call('addRequest', { body })).id)
  }
  const closed = { params: { requestId: ids[0] ?? '' }, body: { outcome: 'solved' } }
  await team.admin.call('closeRequest', closed)
  const { page } = await openDesk(team.vera, { presence: 'busy', path: '/requests' })
  const list = page.getByRole('region', { name: 'All requests' })
  // Closed ones too: one of them will fail.
  await list.getByRole('button', { name: 'Clear', exact: true }).click()
  await list.getByRole('button', { name: 'Add filter' }).click()
  await page.getByRole('menuitem', { name: 'Customer' }).click()
  await write(page.getByRole('dialog', { name: 'Customer' }).getByRole('searchbox'), `Bulk ${mark}`)
  await page.getByRole('checkbox', { name: `Bulk ${mark}` }).click()
  await expect(list.getByText('55 requests')).toBeVisible()

  // A selection: tags, with the number asked first.
  await list
    .getByRole('row', { name: new RegExp(`Lamp 55 ${mark}`) })
    .getByRole('checkbox')
    .click()
  await list
    .getByRole('row', { name: new RegExp(`Lamp 54 ${mark}`) })
    .getByRole('checkbox')
    .click()
  const bar = list.getByRole('toolbar', { name: 'Bulk actions' })
  await bar.getByRole('button', { name: 'Tags' }).click()
  const tags = page.getByRole('dialog', { name: 'Tags' })
  await expect(tags.getByRole('combobox', { name: 'Add a tag', exact: true })).toBeFocused()
  await page.keyboard.type(`sale-${mark}`)
  await page.keyboard.press('Enter')
  await expectAccessible(page, 'bulk dialog')
  await tags.getByRole('button', { name: /Change 2 requests/ }).click()
  const strip = list.getByRole('region', { name: 'Bulk action' })
  await expect(strip).toContainText('2 requests changed')

  // All that match: one of them is closed.
  await list
    .getByRole('row', { name: new RegExp(`Lamp 55 ${mark}`) })
    .getByRole('checkbox')
    .click()
  await bar.getByRole('button', { name: 'Select all 55 that match' }).click()
  await bar.getByRole('button', { name: 'Priority' }).click()
  await page.getByRole('menuitem', { name: 'Urgent' }).click()
  await expect(page.getByRole('dialog')).toContainText('This changes 55 requests.')
  await page.getByRole('button', { name: /Change 55 requests/ }).click()
  await expect(strip).toContainText('54 requests changed')
  await expect(strip).toContainText('1 could not be changed')
  await expect(list.getByRole('row', { name: new RegExp(`Lamp 55 ${mark}`) })).toContainText('Urgent')
  await strip.getByRole('button', { name: 'Result' }).click()
  const result = page.getByRole('dialog', { name: 'Result' })
  await expect(result.getByRole('listitem')).toHaveText(new RegExp(`Lamp 1 ${mark}.*It is closed`))
  await expectAccessible(page, 'bulk result')
  await result.getByRole('button', { name: 'Select those that failed' }).click()
  await expect(bar).toContainText('1 selected')
  await page.keyboard.press('Escape')

  // A colleague goes on with one of them: the undo leaves that one alone.
  await team.admin.call('setPriority', { params: { requestId: ids[54] ?? '' }, body: { priority: 'high' } })
  await strip.getByRole('button', { name: 'Undo' }).click()
  await expect(strip).toContainText('53 requests put back')
  await expect(strip).toContainText('1 was left alone: changed since')
  expect((await team.admin.call('getRequest', { params: { requestId: ids[53] ?? '' } })).priority).toBe('normal')
  expect((await team.admin.call('getRequest', { params: { requestId: ids[54] ?? '' } })).priority).toBe('high')
})

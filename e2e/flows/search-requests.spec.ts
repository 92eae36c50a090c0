import { expectAccessible } from '../fixtures/axe.ts'
import { expect, test } from '../fixtures/test.ts'
import { waitingCustomer } from '../fixtures/visitors.ts'
import { write } from '../pages/write.ts'

test('words are found in whatever was said, in any spelling, with filters; a result opens where it was said', async ({
  team,
  server,
  openDesk,
}) => {
  const mark = team.siteId.slice(-6).toLowerCase()
  const add = (title: string, more: { description?: string; priority?: 'urgent' } = {}) =>
    team.admin.call('addRequest', {
      body: { newCustomer: { name: `Ewa ${mark}` }, title: `${title} ${mark}`, queueId: team.queueId, ...more },
    })
  await add('Kettle', { description: `Zażółć gęślą jaźń, proszę o zwrot` })
  const urgent = await add('Lamp', { description: 'Żółte łóżko, pilne', priority: 'urgent' })
  const { call } = await waitingCustomer(server.origin, team.siteKey, `Elena ${mark}`)
  const wanted = `Всё ещё жду заказ ${mark}`
  await call('sendWidgetMessage', { body: { clientMessageId: 'wanted-line-1', text: wanted } })
  for (let n = 0; n < 8; n++)
    await call('sendWidgetMessage', { body: { clientMessageId: `later-line-${n}`, text: `And another line ${n}` } })

  const { page, talk } = await openDesk(team.vera, { presence: 'busy', path: '/requests' })
  const list = page.getByRole('region', { name: 'All requests' })
  const field = list.getByRole('searchbox', { name: 'Search in all requests' })
  const row = (title: RegExp) => list.getByRole('row', { name: title })
  const search = async (words: string): Promise<void> => {
    await page.keyboard.press('/')
    await expect(field).toBeFocused()
    await write(field, words)
    await page.keyboard.press('ArrowDown')
  }
  await list.getByRole('heading', { name: 'All requests' }).click()

  // Polish without its letters, narrowed by a filter.
  await search(`zolt ${mark}`)
  await expect(list.getByText('1 request', { exact: true })).toBeVisible()
  await expect(row(/Lamp/).locator('mark', { hasText: 'Żółt' })).toBeVisible()
  await search(`zolte ewa ${mark}`)
  await expect(row(/Lamp/)).toContainText('Description:')
  await list.getByRole('button', { name: 'Add filter' }).click()
  await page.getByRole('menuitem', { name: 'Priority' }).click()
  await page.getByRole('checkbox', { name: 'Low' }).click()
  await page.keyboard.press('Escape')
  await expect(list.getByText(/Nothing found for/)).toBeVisible()
  await list.getByRole('button', { name: 'Search without filters' }).click()
  await expect(row(/Lamp/)).toBeVisible()
  await expectAccessible(page, 'search in all requests')

  // Russian, е for ё, in capitals; also after a reload. The talk opens at what was found.
  await search(`ЕЩЕ ${mark}`)
  const found = row(/Elena/)
  await expect(found.locator('mark', { hasText: 'ещё' })).toBeVisible()
  await page.reload()
  await expect(field).toHaveValue(`ЕЩЕ ${mark}`)
  await expect(found.locator('mark', { hasText: 'ещё' })).toBeVisible()
  await found.click()
  await expect(talk.region.getByRole('searchbox')).toHaveValue(`ЕЩЕ ${mark}`)
  await expect(talk.message(wanted)).toBeInViewport()
  await page.getByRole('link', { name: 'Back to the list' }).click()
  await expect(field).toHaveValue(`ЕЩЕ ${mark}`)

  // A number leads straight to its request; Escape empties the field.
  await field.click()
  await page.keyboard.press('Escape')
  await expect(field).toHaveValue('')
  await expect(page).not.toHaveURL(/q=/)
  await write(field, `#${urgent.number}`)
  await page.keyboard.press('Enter')
  await expect(page.getByRole('heading', { level: 1, name: `Lamp ${mark}` })).toBeVisible()
})

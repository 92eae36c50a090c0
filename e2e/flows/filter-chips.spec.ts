import type { Page } from '@playwright/test'
import { expect, test } from '../fixtures/test.ts'
import { waitingCustomer } from '../fixtures/visitors.ts'
import { pick, write } from '../pages/write.ts'
import { signInByApi } from '../fixtures/api.ts'
import { password, type Team } from '../fixtures/team.ts'

const hour = 3_600_000

/** Two requests that have no value of any field in common; the first one has a value of each. */
async function twoRequests(origin: string, team: Team, mark: string, now: number): Promise<string> {
  const { admin } = team
  const name = `Queue ${mark}`
  await admin.call('editQueue', { params: { queueId: team.queueId }, version: 1, body: { name } })
  const location = await admin.call('addLocation', { body: { name: `Shop ${mark}` } })
  const type = await admin.call('addRequestType', { body: { name: `Repair ${mark}` } })
  await admin.call('addRequest', { body: { newCustomer: { name: 'Bob' }, title: `Other ${mark}` } })
  const { activityId } = await waitingCustomer(origin, team.siteKey, `Ada ${mark}`, `One ${mark}`)
  const vera = await signInByApi(origin, team.vera.email, password)
  const { request, customer } = await vera.call('getActivity', { params: { activityId } })
  const of = await vera.call('getCustomer', { params: { customerId: customer.id } })
  const body = { companyName: `Firm ${mark}`, isVip: true }
  await vera.call('editCustomer', { params: { customerId: customer.id }, version: of.version, body })
  const params = { requestId: request.id }
  const { version } = await vera.call('getRequest', { params })
  const patch = { typeId: type.id, priority: 'urgent' as const, tags: [`tag-${mark}`], dueAt: now - hour }
  await vera.call('editRequest', { params, version, body: { ...patch, locationId: location.id } })
  await vera.call('assignRequest', { params, body: { operatorId: team.vera.id } })
  await vera.call('moveStage', { params, body: { stage: 'waiting' } })
  return request.id
}

const listOf = (page: Page) => page.getByRole('region', { name: 'All requests' })

async function addField(page: Page, field: string): Promise<void> {
  await listOf(page).getByRole('button', { name: 'Add filter' }).click()
  await page.getByRole('menuitem', { name: field, exact: true }).click()
}

/** The field narrows to the one, its chip says to what, and taken out both are there again. */
async function expectNarrowed(page: Page, mark: string, field: string, chip: string): Promise<void> {
  const list = listOf(page)
  const other = list.getByRole('row', { name: new RegExp(`Other ${mark}`) })
  await expect(other).toHaveCount(0)
  await expect(list.getByRole('row', { name: new RegExp(`One ${mark}`) })).toBeVisible()
  await expect(list.getByRole('button', { name: `${field}: ${chip}`, exact: true })).toBeVisible()
  await list.getByRole('button', { name: `Remove filter: ${field}` }).click()
  await expect(other).toBeVisible()
}

/** Of the last days, and from day to day: of long ago there is nothing. */
async function expectDates(page: Page, mark: string, field: string): Promise<void> {
  const list = listOf(page)
  const one = list.getByRole('row', { name: new RegExp(`One ${mark}`) })
  await addField(page, field)
  await page.getByRole('button', { name: 'Last 7 days' }).click()
  await expect(one).toBeVisible()
  await list.getByRole('button', { name: `${field}: Last 7 days`, exact: true }).click()
  const days = page.getByRole('dialog', { name: field, exact: true })
  await pick(days.getByLabel('From'), '2020-01-01')
  await pick(days.getByLabel('To'), '2020-01-02')
  await days.getByRole('button', { name: 'Apply' }).click()
  await expect(list.getByText('Nothing fits these filters')).toBeVisible()
  await list.getByRole('button', { name: `Remove filter: ${field}` }).click()
  await expect(one).toBeVisible()
}

test('every field of the filter narrows the list, by its chip', async ({ team, server, openDesk }) => {
  test.slow()
  const mark = team.siteId.slice(-6)
  const requestId = await twoRequests(server.origin, team, mark, server.now())
  const { page } = await openDesk(team.vera, { presence: 'busy', path: '/requests' })
  const list = listOf(page)
  await list.getByRole('button', { name: 'Clear', exact: true }).click()
  const one = list.getByRole('row', { name: new RegExp(`One ${mark}`) })
  await expect(one).toBeVisible()

  const chosen: [field: string, value: string][] = [
    ['Stage group', 'Waiting'],
    ['Stage', 'Waiting'],
    ['Assignee', 'Me'],
    ['Queue', `Queue ${mark}`],
    ['Priority', 'Urgent'],
    ['Type', `Repair ${mark}`],
    ['Medium', 'Chat'],
    ['Location', `Shop ${mark}`],
  ]
  for (const [field, value] of chosen) {
    await addField(page, field)
    const values = page.getByRole('dialog', { name: field, exact: true })
    await values.getByRole('checkbox', { name: value, exact: true }).click()
    await page.keyboard.press('Escape')
    await expectNarrowed(page, mark, field, value)
  }
  for (const [field, value] of [
    ['Tag', `tag-${mark}`],
    ['Customer', `Ada ${mark}`],
    ['Company', `Firm ${mark}`],
  ] as const) {
    await addField(page, field)
    const values = page.getByRole('dialog', { name: field, exact: true })
    await write(values.getByRole('searchbox'), value)
    await values.getByRole('checkbox', { name: value, exact: true }).click()
    if (await values.isVisible()) await page.keyboard.press('Escape')
    await expectNarrowed(page, mark, field, value)
  }
  await addField(page, 'Due')
  await page.getByRole('radio', { name: 'Overdue' }).click()
  await expectNarrowed(page, mark, 'Due', 'Overdue')
  await addField(page, 'VIP')
  await expectNarrowed(page, mark, 'VIP', 'Yes')

  for (const field of ['Created', 'Updated', 'Due date']) await expectDates(page, mark, field)

  await team.admin.call('closeRequest', { params: { requestId }, body: { outcome: 'solved' } })
  await addField(page, 'State')
  await page.getByRole('radio', { name: 'Closed' }).click()
  await expectNarrowed(page, mark, 'State', 'Closed')
  await addField(page, 'Outcome')
  await page.getByRole('checkbox', { name: 'Solved', exact: true }).click()
  await page.keyboard.press('Escape')
  await expectNarrowed(page, mark, 'Outcome', 'Solved')
  await expectDates(page, mark, 'Closed on')
})

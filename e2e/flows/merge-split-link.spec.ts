import type { Page } from '@playwright/test'
import { expectAccessible } from '../fixtures/axe.ts'
import { expect, test } from '../fixtures/test.ts'
import { waitingCustomer } from '../fixtures/visitors.ts'
import type { Desk } from '../pages/desk.ts'
import { write } from '../pages/write.ts'

const more = async (desk: Desk, item: string): Promise<void> => {
  await desk.talk.region.getByRole('button', { name: 'More actions' }).click()
  await desk.page.getByRole('menuitem', { name: item }).click()
}
const linked = (page: Page) => page.getByRole('region', { name: 'Linked requests' })

test('two requests about one thing are merged; the old number leads there; from its line it is taken out again', async ({
  team,
  server,
  openDesk,
}) => {
  const desk = await openDesk(team.anna)
  const { page, talk } = desk
  const { call, activityId, requestNumber } = await waitingCustomer(
    server.origin,
    team.siteKey,
    'Jonas Weber',
    'My cup',
  )
  await desk.accept('Jonas Weber')
  const { customer, request } = await desk.api.call('getActivity', { params: { activityId } })
  const other = await desk.api.call('addRequest', { body: { customerId: customer.id, title: 'The broken cup' } })

  await more(desk, 'Merge with another request')
  const dialog = page.getByRole('dialog', { name: 'Merge request' })
  await dialog.getByRole('option', { name: /The broken cup/ }).click()
  await expect(dialog.getByText(`go to REQ-${other.number}`)).toBeVisible()
  await expectAccessible(page, 'merge requests')
  await dialog.getByRole('button', { name: /^Merge/ }).click()
  await expect(page.getByText(`Merged into REQ-${other.number}`)).toBeVisible()
  await expect(talk.region.getByRole('heading', { level: 1, name: 'The broken cup' })).toBeVisible()

  // Undone from the toast, then done again.
  await page.getByRole('button', { name: /^Undo/ }).click()
  await expect(talk.region.getByRole('button', { name: `REQ-${requestNumber}` })).toBeVisible()
  await more(desk, 'Merge with another request')
  await dialog.getByRole('option', { name: /The broken cup/ }).click()
  await dialog.getByRole('button', { name: /^Merge/ }).click()
  await expect(talk.region.getByRole('button', { name: `REQ-${other.number}` })).toBeVisible()

  // What the customer says later arrives there, and the old link leads there.
  await call('sendWidgetMessage', { body: { clientMessageId: `later-${activityId}`, text: 'And the saucer' } })
  await expect(talk.message('And the saucer')).toBeVisible()
  await page.goto(`${server.origin}/r/${requestNumber}`)
  await expect(page.getByText(`REQ-${requestNumber} was merged into REQ-${other.number}`)).toBeVisible()
  await expect(talk.region.getByRole('heading', { level: 1, name: 'The broken cup' })).toBeVisible()

  // A colleague closes the request; taking out is refused with what to do, and works once it is open again.
  await team.admin.call('closeRequest', { params: { requestId: other.id }, body: { outcome: 'solved' } })
  const takeOut = linked(page).getByRole('button', { name: `Take it out again: REQ-${requestNumber}` })
  await takeOut.click()
  await expect(page.getByText(/That request is closed. Reopen it first/)).toBeVisible()
  await team.admin.call('reopenRequest', { params: { requestId: other.id } })
  await takeOut.click()
  await expect(page.getByText(`REQ-${requestNumber} is a request of its own again`)).toBeVisible()
  await expect(talk.region.getByRole('button', { name: `REQ-${requestNumber}` })).toBeVisible()
  expect((await desk.api.call('getActivity', { params: { activityId } })).request.id).toBe(request.id)
})

test('parts of a request: circles are refused, its progress is shown, who closes it is asked; splitting and linking', async ({
  team,
  server,
  openDesk,
}) => {
  const desk = await openDesk(team.anna)
  const { page } = desk
  const { activityId } = await waitingCustomer(server.origin, team.siteKey, 'Jonas Weber', 'We move house')
  await desk.accept('Jonas Weber')
  const { customer } = await desk.api.call('getActivity', { params: { activityId } })
  const part = await desk.api.call('addRequest', { body: { customerId: customer.id, title: 'Boxes' } })

  await linked(page).or(desk.request).getByRole('button', { name: 'Link a request' }).first().click()
  const dialog = page.getByRole('dialog', { name: 'Link request' })
  await write(dialog.getByRole('combobox'), 'box')
  await dialog.getByRole('option', { name: /Boxes/ }).click()
  await dialog.getByRole('radio', { name: 'It is a part of this' }).check()
  await dialog.getByRole('button', { name: /^Link/ }).click()
  await expect(linked(page).getByText('Parts: 0 of 1 closed')).toBeVisible()

  // The other way round would be a circle.
  await more(desk, 'Link request')
  await dialog.getByRole('option', { name: /Boxes/ }).click()
  await dialog.getByRole('radio', { name: 'This is a part of it' }).check()
  await dialog.getByRole('button', { name: /^Link/ }).click()
  await expect(dialog.getByRole('alert')).toHaveText('A request cannot be a part of its own part.')
  await dialog.getByRole('button', { name: 'Cancel' }).click()

  // Closing asks.
  await desk.talk.region.getByRole('button', { name: 'Close with outcome' }).click()
  const closing = page.getByRole('dialog', { name: 'Close with outcome' })
  await closing.getByText('Solved', { exact: true }).click()
  await closing.getByRole('button', { name: 'Close', exact: true }).click()
  await expect(closing.getByText('1 part of this request is still open.')).toBeVisible()
  await closing.getByRole('button', { name: 'Cancel' }).click()

  // A colleague closes the part: the progress moves without a reload.
  await team.admin.call('closeRequest', { params: { requestId: part.id }, body: { outcome: 'solved' } })
  await expect(linked(page).getByText('Parts: 1 of 1 closed')).toBeVisible()

  // There is one talk only: nothing can be split off, and the dialog says so.
  await more(desk, 'Split request')
  const splitting = page.getByRole('dialog', { name: 'Split request' })
  await splitting.getByRole('checkbox').check()
  await splitting.getByRole('button', { name: /^Split/ }).click()
  await expect(splitting.getByRole('alert')).toHaveText('At least one activity must stay.')
  await expectAccessible(page, 'split request')
})

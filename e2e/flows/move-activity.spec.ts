import type { Locator } from '@playwright/test'
import { expectAccessible } from '../fixtures/axe.ts'
import { expect, test } from '../fixtures/test.ts'
import { waitingCustomer } from '../fixtures/visitors.ts'
import type { Desk } from '../pages/desk.ts'
import { write } from '../pages/write.ts'

const middleOf = async (place: Locator): Promise<{ x: number; y: number }> => {
  await place.scrollIntoViewIfNeeded()
  const box = await place.boundingBox()
  if (!box) throw new Error('not on the screen')
  return { x: box.x + box.width / 2, y: box.y + box.height / 2 }
}
/** Presses on the row and pulls it so far that it is lifted. */
async function lift({ page }: Desk, row: Locator): Promise<void> {
  const { x, y } = await middleOf(row)
  await page.mouse.move(x, y)
  await page.mouse.down()
  await page.mouse.move(x + 6, y + 2)
}

test('an activity is dragged to another request and to a new one; Esc and a closed request leave it; each is undone', async ({
  team,
  server,
  openDesk,
}) => {
  const desk = await openDesk(team.anna)
  const { page, journey, talk } = desk
  const { activityId, requestNumber } = await waitingCustomer(server.origin, team.siteKey, 'Jonas Weber', 'My cup')
  await desk.accept('Jonas Weber')
  const { customer } = await desk.api.call('getActivity', { params: { activityId } })
  const add = (title: string) => desk.api.call('addRequest', { body: { customerId: customer.id, title } })
  const [invoice, over] = [await add('Invoice copy'), await add('Over and done')]
  await team.admin.call('closeRequest', { params: { requestId: over.id }, body: { outcome: 'solved' } })
  const item = (name: RegExp): Locator => journey.getByRole('treeitem', { name })
  const number = (n: number): Locator => talk.region.getByRole('button', { name: `REQ-${n}`, exact: true })
  await expect(item(/Over and done.*Closed/)).toBeVisible()

  await lift(desk, item(/^Chat My cup/))
  await expect(item(/Invoice copy/)).toHaveAttribute('data-drag', 'may')
  await expect(item(/Over and done/)).toHaveAttribute('data-drag', 'no')
  const onInvoice = await middleOf(item(/Invoice copy/))
  await page.mouse.move(onInvoice.x, onInvoice.y, { steps: 4 })
  await expect(item(/Invoice copy/)).toHaveAttribute('data-drag', 'over')
  await page.keyboard.press('Escape')
  await page.mouse.up()
  await expect(item(/Invoice copy/)).not.toHaveAttribute('data-drag')
  await expect(number(requestNumber)).toBeVisible()

  await lift(desk, item(/^Chat My cup/))
  await page.mouse.move(onInvoice.x, onInvoice.y, { steps: 4 })
  await page.mouse.up()
  await expect(page.getByText(`Moved to REQ-${invoice.number}`)).toBeVisible()
  await expect(number(invoice.number)).toBeVisible()
  await page.getByRole('button', { name: /^Undo/ }).click()
  await expect(number(requestNumber)).toBeVisible()

  // By keys alone: the button of the row is the next stop, and its menu leads on.
  await item(/^Chat My cup/).focus()
  await page.keyboard.press('Tab')
  await expect(page.getByRole('button', { name: /^Move activity: / })).toBeFocused()
  await page.keyboard.press('Enter')
  const target = page.getByRole('menuitem', { name: `REQ-${invoice.number} Invoice copy` })
  await expect(target).toBeVisible()
  await page.keyboard.press('Home')
  await expect(target).toBeFocused()
  await page.keyboard.press('Enter')
  await expect(number(invoice.number)).toBeVisible()
  await page.getByRole('button', { name: /^Undo/ }).click()
  await expect(number(requestNumber)).toBeVisible()

  await lift(desk, item(/^Chat My cup/))
  const forNew = await middleOf(journey.getByText('Drop here for a new request'))
  await page.mouse.move(forNew.x, forNew.y, { steps: 4 })
  await page.mouse.up()
  await expect(page.getByText(/^Moved to REQ-/)).toBeVisible()
  await page.getByRole('button', { name: /^Undo/ }).click()
  await expect(number(requestNumber)).toBeVisible()
})

test('to a request that was closed meanwhile it is refused in words; to another customer by its own action', async ({
  team,
  openDesk,
  openWidget,
}) => {
  const desk = await openDesk(team.anna)
  const { page, talk } = desk
  const widget = await openWidget(team)
  await widget.begin({ name: 'Elena Petrova', email: 'elena@example.com', question: 'My cup is broken' })
  await desk.accept('Elena Petrova')
  const [task] = (await desk.api.call('listTasks')).items
  const other = await desk.api.call('addRequest', { body: { customerId: task?.customer.id ?? '', title: 'Invoice' } })
  const mark = team.siteId.slice(-6)
  const maria = await team.admin.call('addCustomer', { body: { name: `Maria ${mark}` } })
  const menu = async (choice: string): Promise<void> => {
    await desk.activity.getByRole('button', { name: 'Activity actions' }).click()
    await page.getByRole('menuitem', { name: 'Move activity' }).click()
    await expect(page.getByRole('menuitem', { name: choice })).toBeVisible()
  }

  await menu(`REQ-${other.number} Invoice`)
  await team.admin.call('closeRequest', { params: { requestId: other.id }, body: { outcome: 'solved' } })
  await page.getByRole('menuitem', { name: `REQ-${other.number} Invoice` }).click()
  await expect(page.getByText(/That request was closed meanwhile. Choose another one/)).toBeVisible()

  await menu('Move to another customer')
  await page.getByRole('menuitem', { name: 'Move to another customer' }).click()
  const dialog = page.getByRole('dialog', { name: 'Move to another customer' })
  await write(dialog.getByRole('combobox'), maria.name)
  await dialog.getByRole('option', { name: new RegExp(mark) }).click()
  await expect(dialog.getByRole('radio', { name: 'New request' })).toBeChecked()
  await expectAccessible(page, 'move to another customer')
  await dialog.getByRole('button', { name: /^Move/ }).click()
  await expect(page.getByText(new RegExp(`^Moved to Maria ${mark}, REQ-`))).toBeVisible()
  await expect(desk.customer.getByText(`Maria ${mark}`).first()).toBeVisible()

  // The visitor goes on and sees only his own talk.
  await talk.say('I look into it')
  await widget.look()
  await expect(widget.frame.getByText('I look into it')).toBeVisible()
  await expect(widget.frame.getByText(/Maria/)).toHaveCount(0)
})

import { expectAccessible } from '../fixtures/axe.ts'
import { password, type Team } from '../fixtures/team.ts'
import { expect, test } from '../fixtures/test.ts'
import { waitingCustomer } from '../fixtures/visitors.ts'
import type { Desk } from '../pages/desk.ts'
import { pick, unfold, write } from '../pages/write.ts'
import { go } from '../pages/go.ts'

const hour = 3_600_000
const section = ({ page }: Desk) => page.getByRole('region', { name: 'To-dos and deals' })
const listOf = ({ page }: Desk) => page.getByRole('grid', { name: 'My to-dos' })
const dialogOf = ({ page }: Desk, name: string) => page.getByRole('dialog', { name })
const cards = ({ page }: Desk) => page.getByRole('region', { name: 'Reminders' })
/** By the server's clock, which other flows have moved on: `YYYY-MM-DD` so many days from now, in the browsers' zone. */
async function calendar(team: Team) {
  const { createdAt: now } = await team.admin.call('addCustomer', { body: { name: 'Clock' } })
  const format = new Intl.DateTimeFormat('sv-SE', { timeZone: 'Europe/Berlin' })
  return { now, day: (days: number): string => format.format(now + days * 24 * hour) }
}

/** A colleague who stands at the top of every list of names, of whom there is one. */
async function firstOfAll({ admin, siteId }: Team) {
  const name = `Aaron ${siteId.slice(-6)}`
  const email = `aaron.${siteId.slice(-6)}@example.com`
  const { id } = await admin.call('addOperator', { body: { name, email, password, role: 'operator' } })
  return { id, name, email }
}

test('a to-do is made while answering, by key; ticked off, taken back, deleted, brought back; a colleague sees it live', async ({
  team,
  server,
  openDesk,
}) => {
  const { day } = await calendar(team)
  const aaron = await firstOfAll(team)
  const anna = await openDesk(team.anna)
  await waitingCustomer(server.origin, team.siteKey, 'Jonas Weber')
  await anna.accept('Jonas Weber')
  await expect(section(anna).getByText('Nothing to do')).toBeVisible()

  // Refused first: without a title, and with a reminder that would be in the past.
  await anna.talk.region.getByRole('heading', { level: 1 }).click()
  await anna.page.keyboard.press('f')
  const dialog = dialogOf(anna, 'Add to-do')
  await expect(dialog.getByLabel('Title')).toBeFocused()
  await dialog.getByRole('button', { name: 'Save' }).click()
  await expect(dialog.getByText('Say what is to be done')).toBeVisible()
  await write(dialog.getByLabel('Title'), 'Call back about the grinder')
  await pick(dialog.getByLabel('Due date'), day(-1))
  await unfold(dialog.getByRole('combobox', { name: 'Reminder' }))
  await anna.page.getByRole('option', { name: '1 hour before' }).click()
  await expect(dialog.getByText(/The reminder would be in the past/)).toBeVisible()
  await pick(dialog.getByLabel('Due date'), day(1))
  await anna.page.keyboard.press('Control+Enter')
  await expect(dialog).toBeHidden()
  const line = section(anna).getByRole('listitem').filter({ hasText: 'Call back about the grinder' })
  await expect(line).toContainText('Tomorrow')
  await expect(line).toContainText('REQ-')

  // From the composer, for a colleague, who has it in his list at once.
  const boris = await openDesk(aaron, { path: '/todos', presence: 'busy' })
  await expect(boris.page.getByRole('heading', { name: 'Nothing to do' })).toBeVisible()
  await anna.look()
  await anna.talk.reply.getByRole('button', { name: 'Add to-do' }).click()
  await write(dialog.getByLabel('Title'), 'Send the label')
  await unfold(dialog.getByRole('combobox', { name: 'Owner' }))
  await anna.page.getByRole('option', { name: aaron.name }).click()
  await dialog.getByRole('button', { name: 'Save' }).click()
  await expect(listOf(boris).getByRole('row', { name: 'Send the label' })).toBeVisible()

  // Done and undone on two desks.
  await boris.look()
  await boris.page.getByRole('checkbox', { name: 'Done: Send the label' }).click()
  await expect(section(anna).getByText('Send the label')).toBeHidden()
  await boris.page.getByRole('button', { name: /^Undo/ }).click()
  await expect(section(anna).getByText('Send the label')).toBeVisible()

  // Deleted from the menu, brought back by z; the history tells all of it.
  await anna.look()
  await line.getByRole('button', { name: /^Actions/ }).click()
  await anna.page.getByRole('menuitem', { name: 'Delete' }).click()
  await expect(line).toBeHidden()
  await anna.page.keyboard.press('z')
  await expect(line).toBeVisible()
  await anna.request.getByRole('button', { name: 'History' }).click()
  for (const words of ['To-do brought back', 'To-do deleted', 'To-do to be done again', 'To-do done', 'To-do added'])
    await expect(anna.request.getByText(words).first()).toBeVisible()

  // Closing leaves them open and says so.
  await anna.talk.region.getByRole('heading', { level: 1 }).click()
  await anna.page.keyboard.press('e')
  await expect(dialogOf(anna, 'Close with outcome').getByText('2 to-dos of this request stay open')).toBeVisible()
})

test('the own list is sorted by time, worked by keyboard, and refuses what a colleague has changed meanwhile', async ({
  team,
  openDesk,
}) => {
  const { day } = await calendar(team)
  const customer = await team.admin.call('addCustomer', { body: { name: 'Elena Petrova', isVip: true } })
  const aaron = await firstOfAll(team)
  const desk = await openDesk(aaron, { presence: 'busy' })
  const add = (title: string, days: number | null) =>
    team.admin.call('addTodo', {
      body: {
        customerId: customer.id,
        title,
        ownerId: aaron.id,
        due: days === null ? null : { date: day(days), time: null, timeZone: 'Europe/Berlin' },
      },
    })
  await add('Late', -2)
  const changed = await add('Now', 0)
  await add('Far', 40)
  await add('Some time', null)
  await go(desk.page, 't')
  const list = listOf(desk)
  await expect(list.getByRole('heading')).toHaveText(['Overdue', 'Today', 'Later', 'No date'])
  await expect(list.getByRole('row', { name: 'Late', exact: true })).toContainText('VIP')
  await expectAccessible(desk.page, 'my to-dos')

  await list.getByRole('row', { name: 'Late', exact: true }).focus()
  await desk.page.keyboard.press('ArrowDown')
  await expect(list.getByRole('row', { name: 'Now' })).toBeFocused()
  await desk.page.keyboard.press('Enter')
  const dialog = dialogOf(desk, 'Edit to-do')
  await write(dialog.getByLabel('Title'), 'Mine')
  const patch = { title: 'Theirs' }
  await team.admin.call('editTodo', { params: { todoId: changed.id }, version: changed.version, body: patch })
  await dialog.getByRole('button', { name: 'Save' }).click()
  await expect(dialog.getByRole('alert')).toBeVisible()
  await dialog.getByRole('button', { name: /^Load/ }).click()
  await expect(dialog.getByLabel('Title')).toHaveValue('Theirs')
  await desk.page.keyboard.press('Escape')
  await expect(dialog).toBeHidden()

  await list.getByRole('row', { name: 'Late', exact: true }).focus()
  await desk.page.keyboard.press(' ')
  await expect(list.getByRole('row', { name: 'Late', exact: true })).toBeHidden()
  await desk.page.getByRole('button', { name: 'Done', exact: true }).click()
  await expect(list.getByRole('row', { name: 'Late', exact: true })).toBeVisible()
  await desk.page.getByRole('button', { name: 'Overdue' }).click()
  await expect(desk.page.getByRole('heading', { name: 'Nothing in this part' })).toBeVisible()

  // An operator has no list of others, a supervisor does.
  await expect(desk.page.getByRole('button', { name: /^Whose/ })).toBeHidden()
  const vera = await openDesk(team.vera, { path: '/todos', presence: null })
  await vera.look()
  await vera.page.getByRole('button', { name: 'Whose: Mine' }).click()
  await vera.page.getByRole('menuitemradio', { name: aaron.name }).click()
  await expect(listOf(vera).getByRole('row', { name: 'Theirs' })).toBeVisible()
})

test('a reminder comes on time, once, also when the server was killed meanwhile; dismissed in one tab, it is gone in all', async ({
  team,
  server,
  openDesk,
}) => {
  const customer = await team.admin.call('addCustomer', { body: { name: 'Maria Nowak' } })
  const desk = await openDesk(team.anna, { presence: 'busy', path: '/todos' })
  const second = await openDesk(team.anna, { presence: null, path: '/todos', besides: desk })
  const { now } = await calendar(team)
  const remind = (title: string, ms: number) =>
    desk.api.call('addTodo', {
      body: { customerId: customer.id, title, reminder: { kind: 'at', at: now + ms } },
    })
  await remind('Ring first', hour)
  await remind('Ring once', 3 * hour)
  await expect(listOf(desk).getByRole('row', { name: 'Ring once' })).toBeVisible()
  await server.advance(hour + 5_000)
  await expect(cards(second).getByText('Reminder: Ring first')).toBeVisible()
  // Still there after a reload, which also sets the page's clock by the server's.
  await desk.look()
  await desk.page.reload()
  await cards(desk).getByRole('button', { name: 'In an hour' }).click()
  await expect(cards(desk)).toBeHidden()
  await server.kill()
  await server.start()
  await server.advance(2 * hour)
  for (const tab of [desk, second])
    for (const title of ['Ring once', 'Ring first'])
      await expect(cards(tab).getByText(`Reminder: ${title}`)).toBeVisible({ timeout: 30_000 })
  await cards(desk)
    .getByRole('status')
    .filter({ hasText: 'Ring first' })
    .getByRole('button', { name: 'Done', exact: true })
    .click()
  await expect(cards(second).getByText('Reminder: Ring first')).toBeHidden()
  await desk.look()
  await desk.page.getByRole('button', { name: 'Dismiss: Ring once' }).click()
  await expect(cards(desk)).toBeHidden()
  await expect(cards(second)).toBeHidden()
  await desk.page.reload()
  await expect(listOf(desk).getByRole('row', { name: 'Ring once' })).toBeVisible()
  await expect(cards(desk)).toBeHidden()
})

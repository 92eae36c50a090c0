import { newKey } from '@care/client'
import { countAlarms, goAway, notesOf, tonesOf } from '../fixtures/alarms.ts'
import { expect, test } from '../fixtures/test.ts'
import { waitingCustomer } from '../fixtures/visitors.ts'
import type { Desk } from '../pages/desk.ts'
import { go } from '../pages/go.ts'

const bell = ({ page }: Desk, name: RegExp | string) =>
  page
    .getByRole('navigation', { name: 'Main navigation' })
    .getByRole('button', { name, exact: typeof name === 'string' })
const panel = ({ page }: Desk) => page.getByRole('dialog', { name: 'Notifications' })

test('a colleague is mentioned, told in all his tabs, led to the comment, and told no more anywhere', async ({
  team,
  server,
  openDesk,
}) => {
  const anna = await openDesk(team.anna)
  await waitingCustomer(server.origin, team.siteKey, 'Jonas Weber', 'My cup is broken')
  await anna.accept('Jonas Weber')
  const boris = await openDesk(team.boris, { presence: 'busy' })
  const second = await openDesk(team.boris, { presence: 'busy', besides: boris })

  await anna.look()
  await anna.talk.comment.click()
  await anna.talk.field.pressSequentially('Hello @bor')
  await expect(anna.page.getByRole('option', { name: 'Boris Petrov' })).toHaveAttribute('aria-selected', 'true')
  await anna.page.keyboard.press('Enter')
  await expect(anna.talk.field).toHaveValue('Hello @Boris Petrov ')
  await expect(anna.page.getByRole('list', { name: 'Will be told' })).toContainText('Boris Petrov')
  await anna.talk.field.pressSequentially('do you know this pump?')
  await anna.page.keyboard.press('Control+Enter')
  await expect(anna.talk.message('Hello @Boris Petrov do you know this pump?')).toBeVisible()

  for (const tab of [boris, second]) await expect(bell(tab, 'Notifications, 1 unread')).toBeVisible()
  await expect(bell(anna, 'Notifications')).toBeVisible()
  await boris.look()
  await expect(boris.page.getByText('Anna Kowalska mentioned you')).toBeVisible()
  // It is there after a reload too.
  await boris.page.reload()
  await expect(bell(boris, 'Notifications, 1 unread')).toBeVisible()
  await go(boris.page, 'n')
  await panel(boris)
    .getByRole('button', { name: /^Unread Anna Kowalska mentioned you Hello @Boris Petrov/ })
    .click()
  await expect(panel(boris)).toBeHidden()
  const comment = boris.comments.getByRole('listitem').filter({ hasText: 'do you know this pump?' })
  await expect(comment).toBeFocused()
  await expect(comment).toHaveAttribute('data-spot')
  for (const tab of [boris, second]) await expect(bell(tab, 'Notifications')).toBeVisible()
  await second.look()
  await bell(second, 'Notifications').click()
  await expect(panel(second).getByText('Nothing new')).toBeVisible()
  await panel(second).getByRole('button', { name: 'All', exact: true }).click()
  await expect(panel(second).getByRole('button', { name: /Anna Kowalska mentioned you/ })).toBeVisible()
  await second.page.keyboard.press('Escape')
  await expect(bell(second, 'Notifications')).toBeFocused()
})

test('who may not see it any more is not mentioned: why is said, and one may send it without', async ({
  team,
  server,
  openDesk,
}) => {
  const anna = await openDesk(team.anna)
  await waitingCustomer(server.origin, team.siteKey, 'Jonas Weber')
  await anna.accept('Jonas Weber')
  const field = anna.comments.getByRole('textbox', { name: 'Add a comment for your team' })
  await field.pressSequentially('@nobodyhere')
  await expect(anna.comments.getByText('Nobody who may see this has such a name.')).toBeVisible()
  await field.fill('')
  await field.pressSequentially('@petr')
  await anna.comments.getByRole('option', { name: 'Boris Petrov' }).click()
  await field.pressSequentially('look')
  const { items } = await team.admin.call('listQueues')
  const version = items.find(({ id }) => id === team.queueId)?.version ?? 0
  await team.admin.call('editQueue', {
    params: { queueId: team.queueId },
    version,
    body: { memberIds: [team.anna.id] },
  })
  await anna.page.keyboard.press('Enter')
  await expect(anna.comments.getByRole('alert')).toContainText('Boris Petrov may not see this request')
  await expect(field).toHaveValue('@Boris Petrov look')
  await anna.comments.getByRole('button', { name: 'Send without the mention' }).click()
  await expect(anna.comments.getByRole('listitem').filter({ hasText: '@Boris Petrov look' })).toBeVisible()
  await expect(anna.comments.getByRole('alert')).toBeHidden()
})

test('who is not to be disturbed is offered nothing and colleagues see it, until he ends it', async ({
  team,
  server,
  openDesk,
}) => {
  const anna = await openDesk(team.anna)
  await anna.page.getByRole('button', { name: 'Settings', exact: true }).click()
  await anna.page.getByRole('menuitem', { name: 'Notifications' }).click()
  const page = anna.page.getByRole('region', { name: 'Notifications', exact: true })
  await page.getByRole('button', { name: '1 hour' }).click()
  await expect(page.getByText(/^You are not disturbed until /)).toBeVisible()
  await page.getByRole('checkbox', { name: 'Somebody mentions me: Sound' }).uncheck()
  // Wanted or not, it says that none can go out: what to do about it is the administrator's.
  await expect(page.getByText('No mailbox is set up: no e-mail goes out.')).toBeVisible()
  await anna.page.reload()
  await expect(page.getByRole('checkbox', { name: 'Somebody mentions me: Sound' })).not.toBeChecked()

  const { activityId } = await waitingCustomer(server.origin, team.siteKey, 'Jonas Weber')
  const boris = await openDesk(team.boris)
  await boris.accept('Jonas Weber')
  await boris.page.keyboard.press('Escape')
  await boris.talk.region.getByRole('button', { name: 'Transfer' }).click()
  await expect(
    boris.page.getByRole('dialog', { name: 'Transfer' }).locator(`label:has(input[value="${team.anna.id}"])`),
  ).toContainText('Do not disturb')
  await boris.page.keyboard.press('Escape')
  await boris.api.call('setPresence', { body: { chosen: 'busy' } })
  await boris.api.call('returnTask', { params: { activityId }, body: { reason: 'Not mine' } })
  await anna.look()
  await page.getByRole('button', { name: 'End it now' }).click()
  await expect(page.getByText('You may be disturbed.')).toBeVisible()
  await expect(anna.page.getByRole('group', { name: 'Offered task' })).toContainText('Jonas Weber')
})

test('how loud it is is chosen and heard at once, and kept', async ({ team, openDesk }) => {
  const anna = await openDesk(team.anna, { prepare: countAlarms, path: '/settings/notifications' })
  const page = anna.page.getByRole('region', { name: 'Notifications', exact: true })
  const volume = page.getByRole('slider', { name: /^Volume/ })
  const kept = async (): Promise<number> => (await anna.api.call('getMe')).notifications.volume
  await volume.press('Home')
  await expect(volume).toHaveAttribute('aria-valuetext', 'Off')
  await page.getByRole('button', { name: 'Test: Ring of an offer' }).click()
  await expect.poll(kept).toBe(0)
  expect(await tonesOf(anna.page)).toBe(0)
  await volume.press('End')
  await expect.poll(kept).toBe(100)
  await page.getByRole('button', { name: 'Test: Ring of an offer' }).click()
  await expect.poll(() => tonesOf(anna.page)).toBe(2)
  await page.getByRole('button', { name: 'Test: Tick of a message' }).click()
  await expect.poll(() => tonesOf(anna.page)).toBe(3)
  await anna.page.reload()
  await expect(volume).toHaveAttribute('aria-valuetext', '100 %')
})

test('what the browser showed of it goes as soon as it is read elsewhere, each for itself', async ({
  team,
  server,
  openDesk,
}) => {
  const boris = await openDesk(team.boris, { presence: 'busy', prepare: countAlarms })
  const anna = await openDesk(team.anna)
  const { activityId } = await waitingCustomer(server.origin, team.siteKey, 'Jonas Weber', 'My cup is broken')
  await anna.accept('Jonas Weber')
  await expect(bell(boris, 'Notifications')).toBeVisible()
  await goAway(boris.page, true)
  for (const text of ['the pump', 'the tank'])
    await anna.api.call('addComment', {
      params: { activityId },
      body: { clientCommentId: newKey(), text: `<@${team.boris.id}> do you know ${text}?` },
    })
  const [pump, tank] = ['pump', 'tank'].map(
    (part) => `Anna Kowalska mentioned you: @Boris Petrov do you know the ${part}?`,
  )
  await expect.poll(() => notesOf(boris.page)).toEqual([pump, tank])

  // On another computer he reads the one; the other stays.
  const { items } = await boris.api.call('listNotifications', { query: { which: 'open' } })
  const idsOf = (part: string) => items.filter(({ excerpt }) => excerpt?.includes(part)).map(({ id }) => id)
  await boris.api.call('seeNotifications', { body: { ids: idsOf('tank') } })
  await expect.poll(() => notesOf(boris.page)).toEqual([pump])
  await boris.api.call('handleNotifications', { body: { ids: idsOf('pump') } })
  await expect.poll(() => notesOf(boris.page)).toEqual([])
})

import { newKey } from '@care/client'
import { expectAccessible } from '../fixtures/axe.ts'
import { openMailbox } from '../fixtures/mailbox.ts'
import { expect, test } from '../fixtures/test.ts'
import { waitingCustomer } from '../fixtures/visitors.ts'

const minute = 60_000

test('who chose it is mailed of a mention that he did not look at, and the link leads to the comment', async ({
  server,
  team,
  openDesk,
}) => {
  await openMailbox(server, team)
  const boris = await openDesk(team.boris, { presence: 'busy', path: '/settings/notifications' })
  const box = boris.page.getByRole('checkbox', { name: 'Somebody mentions me: E-mail' })
  await expect(box).toBeEnabled()
  await expect(boris.page.getByText(/^An e-mail goes out for what nobody has looked at/)).toBeVisible()
  await box.check()
  await expect
    .poll(async () => (await boris.api.call('getMe')).notifications.ways)
    .toMatchObject({ mention: { email: true } })
  await expectAccessible(boris.page, 'notification settings')

  const anna = await openDesk(team.anna)
  await waitingCustomer(server.origin, team.siteKey, 'Jonas Weber', 'My cup is broken')
  await anna.accept('Jonas Weber')
  const { items } = await anna.api.call('listTasks')
  const { id } = await boris.api.call('getMe')
  const [task] = items
  const comment = { clientCommentId: newKey(), text: `<@${id}> do you know this cup?` }
  await anna.api.call('addComment', { params: { activityId: task?.activityId ?? '' }, body: comment })
  await server.advance(2 * minute + 1_000)
  const toBoris = async () => (await server.office()).posted.filter(({ to }) => to.includes(team.boris.email))
  await expect.poll(async () => (await toBoris()).length, { timeout: 15_000 }).toBe(1)
  const raw = (await toBoris())[0]?.raw.replaceAll('=\r\n', '').replaceAll('=3D', '=') ?? ''
  expect(raw).toMatch(/^Auto-Submitted: auto-generated/mu)
  expect(raw).not.toContain('do you know this cup?')

  const path = /\/a\/[\w-]+#comment-[\w-]+/u.exec(raw)?.[0] ?? ''
  await boris.look()
  await boris.page.goto(`${server.origin}${path}`)
  const spot = boris.comments.getByRole('listitem').filter({ hasText: 'do you know this cup?' })
  await expect(spot).toBeFocused()
  await expect(boris.page).toHaveURL(/\/a\/[\w-]+$/u)
  // Looked at, it is news no more.
  await expect.poll(async () => (await boris.api.call('getMe')).notifications.unread).toBe(0)
})

test('on a phone, in Russian, every way stands within the page below the whole name of its event', async ({
  team,
  openDesk,
}) => {
  const { page, api } = await openDesk(team.boris, { presence: 'busy', viewport: { width: 390, height: 844 } })
  await api.call('changeMe', { body: { language: 'ru' } })
  await page.goto(new URL('/settings/notifications', page.url()).href)
  const box = page.getByRole('checkbox', { name: 'Меня упоминают: Почта' })
  await expect(box).toBeVisible()
  await box.scrollIntoViewIfNeeded()
  const of = await box.boundingBox()
  expect((of?.x ?? 999) + (of?.width ?? 0)).toBeLessThanOrEqual(390)
  expect(
    await page.getByRole('table').evaluate((table) => [table.scrollWidth - table.clientWidth, innerWidth]),
  ).toEqual([0, 390])
  // One line, or two of the longest: not a word on each.
  const name = page.getByText('Коллега не ответил на мою передачу')
  expect((await name.boundingBox())?.height ?? 999).toBeLessThan(70)
  await expectAccessible(page, 'notification settings on a phone')
})

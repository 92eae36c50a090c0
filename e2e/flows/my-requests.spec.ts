import { waitingCustomer } from '../fixtures/visitors.ts'
import { expect, test } from '../fixtures/test.ts'

test('own tasks are ordered and filtered as one likes, over a reload too; peeking reads nothing; unread again by a key', async ({
  makeTeam,
  server,
  openDesk,
}) => {
  const team = await makeTeam({ places: 4 })
  const desk = await openDesk(team.anna)
  const { page, tasks, talk } = desk
  const names = ['Zoe Adams', 'Adam Zak', 'Maria Nowak']
  for (const name of names) {
    await waitingCustomer(server.origin, team.siteKey, name, `Hello from ${name}`)
    await desk.accept(name)
  }
  await tasks.row('Zoe Adams').click()
  await talk.say('How can I help?')
  const rows = (list: string) => tasks.region.getByRole('list', { name: list }).getByRole('listitem')
  await expect(rows('Needs reply')).toHaveText([/Adam Zak/, /Maria Nowak/])
  await page.mouse.move(700, 400)

  await tasks.region.getByRole('button', { name: 'Sort: Longest wait first' }).click()
  await page.getByRole('menuitemradio', { name: 'Newest message first' }).click()
  await page.mouse.move(700, 400)
  await talk.region.getByRole('heading', { level: 1 }).click()
  await expect(rows('Needs reply')).toHaveText([/Maria Nowak/, /Adam Zak/])
  await expect(rows('Waiting for customer')).toHaveText([/Zoe Adams/])

  // Unread again: marked, shown, found by the filter after a reload, and read when it is opened.
  await tasks.row('Maria Nowak').click()
  await expect(talk.message('Hello from Maria Nowak')).toBeVisible()
  await talk.region.getByRole('heading', { level: 1 }).click()
  await page.keyboard.press('u')
  await expect(tasks.row('Maria Nowak')).toContainText('1 unread')
  await tasks.row('Adam Zak').click()
  await tasks.region.getByRole('button', { name: 'Filter', exact: true }).click()
  await page.getByRole('menuitemcheckbox', { name: 'Unread' }).click()
  await page.keyboard.press('Escape')
  await page.reload()
  await expect(tasks.region.getByRole('button', { name: 'Filter: 1 in use' })).toBeVisible()
  await expect(tasks.region.getByRole('button', { name: 'Sort: Newest message first' })).toBeVisible()
  // The open one stays while it is open.
  await expect(tasks.region.getByText('1 task hidden')).toBeVisible()
  await tasks.row('Maria Nowak').click()
  await expect(tasks.row('Maria Nowak')).not.toContainText('unread')

  await tasks.region.getByRole('button', { name: 'Filter: 1 in use' }).click()
  await page.getByRole('menuitemcheckbox', { name: 'VIP' }).click()
  await page.keyboard.press('Escape')
  await page.goto(server.origin)
  await expect(tasks.region.getByText('Nothing fits these filters')).toBeVisible()
  await tasks.region.getByRole('button', { name: 'Clear' }).click()
  await expect(tasks.row('Zoe Adams')).toBeVisible()

  // A colleague reads what waits, customer and journey, and nothing counts as read.
  await desk.api.call('setPresence', { body: { chosen: 'busy' } })
  const peeked = await waitingCustomer(server.origin, team.siteKey, 'Peter Pan', 'Is anybody there?')
  await tasks.queue.click()
  await tasks.row('Peter Pan').click()
  await expect(talk.message('Is anybody there?')).toBeVisible()
  await expect(desk.customer).toContainText('Peter Pan')
  await expect(desk.journey).toContainText('Is anybody there?')
  const { marks } = await desk.api.call('getActivity', { params: { activityId: peeked.activityId } })
  expect(marks.operatorRead).toBe(0)
})

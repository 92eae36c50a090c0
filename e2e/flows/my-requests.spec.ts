import { newKey } from '@care/client'
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

test('what comes and goes moves no row from under the pointer, in neither list', async ({
  makeTeam,
  server,
  openDesk,
}) => {
  const team = await makeTeam({ places: 4 })
  const desk = await openDesk(team.anna)
  const { page, tasks, talk } = desk
  const customers = new Map<string, Awaited<ReturnType<typeof waitingCustomer>>>()
  const come = async (name: string): Promise<void> =>
    void customers.set(name, await waitingCustomer(server.origin, team.siteKey, name, `Hello from ${name}`))
  for (const name of ['Zoe Adams', 'Adam Zak', 'Maria Nowak']) {
    await come(name)
    await desk.accept(name)
  }
  for (const name of ['Zoe Adams', 'Adam Zak']) {
    await tasks.row(name).click()
    await talk.say('How can I help?')
  }
  const group = (name: string) => tasks.region.getByRole('list', { name })
  await expect(group('Waiting for customer').getByRole('listitem')).toHaveCount(2)
  const placeOf = async (name: string): Promise<number> => Math.round((await tasks.row(name).boundingBox())?.y ?? 0)
  /** The pointer comes to rest on this row; where it is then. */
  const restOn = async (name: string): Promise<number> => {
    await page.mouse.move(700, 400)
    await tasks.row(name).hover()
    return placeOf(name)
  }

  // Another answers: its row leaves the list of the held one for the list above.
  const last = await tasks.region.getByRole('listitem').filter({ hasText: 'How can I help?' }).last().innerText()
  const held = last.includes('Zoe Adams') ? 'Zoe Adams' : 'Adam Zak'
  const other = held === 'Zoe Adams' ? 'Adam Zak' : 'Zoe Adams'
  const before = await restOn(held)
  await customers.get(other)?.call('sendWidgetMessage', { body: { clientMessageId: newKey(), text: 'And now?' } })
  await expect(group('Needs reply')).toContainText('And now?')
  expect(await placeOf(held)).toBe(before)
  // One more comes above, by an offer that takes the room over the list.
  await come('Peter Pan')
  await expect(tasks.offer).toContainText('Peter Pan')
  expect(await placeOf(held)).toBe(before)
  await page.mouse.move(700, 400)
  await expect.poll(() => tasks.region.getByRole('tabpanel').evaluate((list) => list.scrollTop)).toBe(0)
  await desk.accept('Peter Pan')

  // In the queue the one above is taken by a colleague.
  await desk.api.call('setPresence', { body: { chosen: 'busy' } })
  const boris = await openDesk(team.boris, { presence: 'busy' })
  await desk.look()
  for (const name of ['Ines Kolar', 'Otto Berg']) await come(name)
  await tasks.queue.click()
  await expect(group('Queue').getByRole('listitem')).toHaveCount(2)
  const waits = await restOn('Otto Berg')
  await boris.api.call('takeTask', { params: { activityId: customers.get('Ines Kolar')?.activityId ?? '' } })
  await expect(tasks.row('Ines Kolar')).toBeHidden()
  expect(await placeOf('Otto Berg')).toBe(waits)
})

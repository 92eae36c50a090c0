import { signInByApi } from '../fixtures/api.ts'
import { password } from '../fixtures/team.ts'
import { expect, test } from '../fixtures/test.ts'
import { tryNow } from '../pages/try-now.ts'
import { waitingCustomer } from '../fixtures/visitors.ts'

const jonas = { name: 'Jonas Weber', email: 'jonas@example.com', question: 'Are you there?' }

test('a reload in the middle of typing keeps the words on both sides', async ({ team, openDesk, openWidget }) => {
  const desk = await openDesk(team.anna)
  const widget = await openWidget(team)
  await widget.begin(jonas)
  await desk.accept('Jonas Weber')

  await widget.look()
  await widget.field.pressSequentially('My order number is 4')
  await widget.page.reload()
  await expect(widget.field).toHaveValue('My order number is 4')
  await expect(widget.message('Are you there?')).toBeVisible()

  await desk.look()
  await desk.talk.field.pressSequentially('I look at your or')
  await desk.talk.comment.click()
  await desk.talk.field.pressSequentially('he sounds ang')
  await desk.page.reload()
  await expect(desk.talk.message('Are you there?')).toBeVisible()
  await expect(desk.talk.field).toHaveValue('I look at your or')
  await desk.talk.comment.click()
  await expect(desk.talk.field).toHaveValue('he sounds ang')
})

test('with the connection lost both go on writing, and everything arrives once and in order', async ({
  team,
  openDesk,
  openWidget,
  openLine,
}) => {
  const deskLine = await openLine()
  const widgetLine = await openLine()
  const desk = await openDesk(team.anna, { line: deskLine })
  const widget = await openWidget(team, { line: widgetLine })
  await widget.begin(jonas)
  await desk.accept('Jonas Weber')
  await desk.talk.say('one')
  await expect(widget.message('one')).toBeVisible()

  deskLine.cut()
  widgetLine.cut()
  await expect(desk.talk.region.getByText(/Reconnecting, try \d+/)).toBeVisible()
  await expect(widget.frame.getByText('Reconnecting. Your messages are kept.')).toBeVisible()
  for (const text of ['two', 'three']) await desk.talk.say(text)
  for (const text of ['four', 'five']) await widget.say(text)
  await expect(desk.talk.region.getByText('2 messages wait and will be sent')).toBeVisible()
  await expect(desk.talk.message('two').getByText('Sending')).toBeVisible()
  await expect(widget.message('four').getByText('Sending')).toBeVisible()

  deskLine.mend()
  await tryNow(desk.talk.region)
  await expect(desk.talk.message('three').getByText('Sending')).toBeHidden()
  await expect(desk.talk.region.getByText(/Reconnecting/)).toBeHidden()
  widgetLine.mend()
  await tryNow(widget.frame)
  await expect(widget.message('five').getByText('Sending')).toBeHidden()
  await expect(desk.talk.message('five')).toBeVisible()

  const said = ['Are you there?', 'one', 'two', 'three', 'four', 'five']
  await expect.poll(() => widget.texts()).toEqual(said)
  await expect.poll(() => desk.talk.texts()).toEqual(said)
  await desk.page.reload()
  await expect.poll(() => desk.talk.texts()).toEqual(said)
})

for (const [how, end] of [
  ['stopped', 'stop'],
  ['killed', 'kill'],
] as const) {
  test(`the talk goes on when the server was ${how} and started`, async ({ team, server, openDesk, openWidget }) => {
    const desk = await openDesk(team.anna)
    const widget = await openWidget(team)
    await widget.begin(jonas)
    await desk.accept('Jonas Weber')
    await desk.talk.say('one')
    await expect(widget.message('one')).toBeVisible()

    await server[end]()
    await desk.talk.say('two')
    await widget.say('three')
    await server.start()
    await expect(widget.message('two')).toBeVisible({ timeout: 20_000 })
    await expect(desk.talk.message('three')).toBeVisible({ timeout: 20_000 })
    await expect(desk.tasks.presence).toHaveAccessibleName(/Anna Kowalska, Available, Chat: 1 of/)
    await desk.talk.say('four')
    await expect(widget.message('four')).toBeVisible()
    const texts = await widget.texts()
    expect(texts.toSorted()).toEqual(['Are you there?', 'four', 'one', 'three', 'two'])
    expect(texts.at(-1)).toBe('four')
    await expect.poll(() => desk.talk.texts()).toEqual(texts)
  })
}

test('a message sent before the reload of a dead page is not lost', async ({
  team,
  openDesk,
  openWidget,
  openLine,
}) => {
  const line = await openLine()
  const desk = await openDesk(team.anna)
  const widget = await openWidget(team, { line })
  await widget.begin(jonas)
  await desk.accept('Jonas Weber')
  line.cut()
  await widget.say('Written in a tunnel')
  line.mend()
  await widget.page.reload()
  await expect(desk.talk.message('Written in a tunnel')).toBeVisible()
  await expect(widget.message('Written in a tunnel')).toHaveCount(1)
})

test('dialogs open without a connection too, and the talk stays', async ({ team, openDesk, openWidget, openLine }) => {
  const line = await openLine()
  const desk = await openDesk(team.anna, { line })
  const widget = await openWidget(team)
  await widget.begin(jonas)
  await desk.accept('Jonas Weber')
  await desk.look()
  await desk.talk.field.pressSequentially('half a word')
  const fetched = (): Promise<boolean> =>
    desk.page.evaluate(() => performance.getEntriesByType('resource').some(({ name }) => name.includes('/Dialogs-')))
  await expect.poll(fetched).toBe(true)
  line.cut()
  await expect(desk.talk.region.getByText(/Reconnecting/)).toBeVisible()
  await desk.talk.region.getByRole('button', { name: 'Close with outcome' }).click()
  await expect(desk.page.getByRole('dialog', { name: 'Close with outcome' })).toBeVisible()
  await desk.page.keyboard.press('Escape')
  await expect(desk.talk.field).toHaveValue('half a word')
  await expect(desk.talk.message('Are you there?')).toBeVisible()
  line.mend()
  await expect(desk.talk.region.getByText(/Reconnecting/)).toBeHidden()
})

test('after a lost connection every region shows what happened meanwhile, without a reload', async ({
  team,
  server,
  openDesk,
  openLine,
}) => {
  const line = await openLine()
  const vera = await signInByApi(server.origin, team.vera.email, password)
  const desk = await openDesk(team.anna, { line })
  await waitingCustomer(server.origin, team.siteKey, 'Elena Petrova', 'Mine is broken')
  await desk.accept('Elena Petrova')
  const chat = await waitingCustomer(server.origin, team.siteKey, 'Jonas Weber', 'Hello')
  await desk.accept('Jonas Weber')
  const maya = await waitingCustomer(server.origin, team.siteKey, 'Maya Ilieva', 'And me?')
  await expect(desk.tasks.offer).toContainText('Maya Ilieva')
  await desk.request.getByRole('button', { name: 'History' }).click()
  await expect(desk.request.getByText('Accepted', { exact: true })).toBeVisible()

  line.cut()
  await expect(desk.talk.region.getByText(/Reconnecting, try \d+/)).toBeVisible()
  const params = { activityId: chat.activityId }
  const { request, customer } = await vera.call('getActivity', { params })
  const known = await vera.call('getCustomer', { params: { customerId: customer.id } })
  const { version } = await vera.call('getRequest', { params: { requestId: request.id } })
  await chat.call('sendWidgetMessage', { body: { clientMessageId: 'in-the-dark', text: 'Said in the dark' } })
  await maya.call('leaveChat')
  await vera.call('editCustomer', {
    params: { customerId: customer.id },
    version: known.version,
    body: { companyName: 'Weber KG' },
  })
  await vera.call('editRequest', {
    params: { requestId: request.id },
    version,
    body: { title: 'Espresso for the office' },
  })
  await vera.call('moveStage', { params: { requestId: request.id }, body: { stage: 'waiting' } })
  await vera.call('addComment', { params, body: { clientCommentId: 'from-vera', text: 'A good customer' } })
  await vera.call('setTags', {
    params,
    body: { tags: ['office'] },
    version: (await vera.call('getActivity', { params })).version,
  })
  await vera.call('addRequest', { body: { customerId: customer.id, title: 'A second one', queueId: team.queueId } })
  const { items } = await vera.call('listTasksInProgress')
  const elena = items.find((task) => task.customer.name === 'Elena Petrova' && task.queue?.id === team.queueId)
  await vera.call('returnTask', { params: { activityId: elena?.activityId ?? '' }, body: {} })

  line.mend()
  await tryNow(desk.talk.region)
  await expect(desk.talk.message('Said in the dark')).toBeVisible()
  await expect(desk.tasks.offer).toBeHidden()
  await expect(desk.tasks.row('Elena Petrova')).toBeHidden()
  await expect(desk.tasks.queue).toHaveAccessibleName('Queue 1')
  await expect(desk.customer.getByRole('button', { name: 'Company: Weber KG' })).toBeVisible()
  await expect(desk.talk.region.getByRole('heading', { level: 1 })).toHaveText('Espresso for the office')
  await expect(desk.talk.region.getByRole('button', { name: 'Stage: Waiting' })).toBeVisible()
  await expect(desk.request.locator('[aria-current=step]')).toHaveText('Waiting')
  await expect(desk.request.getByText('Stage: Active → Waiting')).toBeVisible()
  await expect(desk.comments.getByText('A good customer')).toBeVisible()
  await expect(desk.activity.getByText('office', { exact: true })).toBeVisible()
  await expect(desk.journey.getByRole('treeitem', { name: /A second one/ })).toBeVisible()
  await expect(desk.tasks.presence).toHaveAccessibleName(/Anna Kowalska, Available, Chat: 1 of 3/)
})

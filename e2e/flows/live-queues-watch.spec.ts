import { expectAccessible } from '../fixtures/axe.ts'
import { expect, test } from '../fixtures/test.ts'
import { waitingCustomer } from '../fixtures/visitors.ts'

test('without a line the figures say since when they are old, and are right after it is back', async ({
  team,
  server,
  openDesk,
  openLine,
}) => {
  const name = `Returns ${team.queueId.slice(-6)}`
  const params = { queueId: team.queueId }
  await team.admin.call('editQueue', { params, version: 1, body: { name, maxWaitSeconds: 10 } })
  const anna = await openDesk(team.anna, { presence: 'busy' })
  const line = await openLine()
  const { page } = await openDesk(team.vera, { presence: null, line, path: '/live-queues' })
  const waiting = page.getByRole('row').filter({ hasText: name }).getByRole('cell').first()
  await expect(page.getByText('Live', { exact: true })).toBeVisible()
  await expect(waiting).toHaveText('0')

  line.cut()
  await expect(page.getByText(/^Not live since \d\d:\d\d/)).toBeVisible()
  await waitingCustomer(server.origin, team.siteKey, 'Jonas Weber')
  await waitingCustomer(server.origin, team.siteKey, 'Emma Larsen')
  await expect(waiting).toHaveText('0')
  line.mend()
  await expect(page.getByText('Live', { exact: true })).toBeVisible()
  await expect(waiting).toHaveText('2')

  // Nobody is available and the limit is over: an alert each, with what can be done.
  await server.advance(11_000)
  // The screen hears of the moved clock with the next answer.
  await page.reload()
  const alerts = page.getByRole('region', { name: 'Alerts' })
  await expect(alerts.getByText(`${name}: over the limit`)).toBeVisible()
  await expect(alerts.getByText(`${name}: nobody is available`)).toBeVisible()
  await expect(page).toHaveTitle('! Live queues')
  await expectAccessible(page, 'live queues')
  await alerts
    .getByRole('listitem')
    .filter({ hasText: `${name}: nobody` })
    .getByRole('button')
    .click()
  await expect(page.getByRole('region', { name: 'Operators' }).getByRole('listitem')).toHaveCount(2)

  // On the wall: the same, nothing to press.
  await page.goto(`${line.origin}/wallboard`)
  await expect(page.getByRole('row').filter({ hasText: name }).getByRole('cell').first()).toHaveText('2')
  await expect(page.getByRole('button')).toHaveCount(0)
  await expectAccessible(page, 'wallboard')

  // An operator sees his own queue, may take and give to nobody.
  await anna.page.goto(`${server.origin}/live-queues`)
  await expect(anna.page.getByRole('region', { name: 'Queues' }).getByRole('row')).toHaveCount(2)
  await expect(anna.page.getByRole('button', { name: /^Assign|^Presence of|^Numbers of/ })).toHaveCount(0)
  await anna.page.getByRole('button', { name: 'Take' }).last().click()
  await expect(anna.talk.message('Hello')).toBeVisible()
  await expect(page.getByRole('row').filter({ hasText: name }).getByRole('cell').first()).toHaveText('1')
})

test('an operator’s numbers open the requests behind them, for him and for his supervisor', async ({
  team,
  server,
  openDesk,
}) => {
  const { activityId } = await waitingCustomer(server.origin, team.siteKey, 'Jonas Weber', 'Where is order 7?')
  const anna = await openDesk(team.anna, { presence: 'busy' })
  await anna.api.call('takeTask', { params: { activityId } })
  const body = { clientMessageId: `answer-${activityId}`, text: 'On its way' }
  await anna.api.call('sendMessage', { params: { activityId }, body })
  const { request } = await anna.api.call('getActivity', { params: { activityId } })
  await anna.api.call('closeRequest', { params: { requestId: request.id }, body: { outcome: 'solved' } })

  await anna.page.getByRole('button', { name: 'Settings' }).click()
  await anna.page.getByRole('menuitem', { name: 'My numbers' }).click()
  await anna.page.getByRole('button', { name: /^1 \. Closed requests, Today/ }).click()
  const behind = anna.page.getByRole('list', { name: 'Closed requests, Today' })
  await expect(behind.getByRole('listitem')).toHaveCount(1)
  await expectAccessible(anna.page, 'numbers')
  await anna.page.getByRole('button', { name: /Handling time, average, 30 days/ }).click()
  await expect(anna.page.getByRole('list', { name: /Handling time/ }).getByText('Where is order 7?')).toBeVisible()

  const vera = await openDesk(team.vera, { presence: null, path: `/numbers/${team.anna.id}` })
  await expect(vera.page.getByRole('heading', { name: 'Numbers of Anna Kowalska' })).toBeVisible()
  await vera.page.getByRole('button', { name: /First response, average, Today/ }).click()
  await vera.page.getByRole('button', { name: /Where is order 7\?/ }).click()
  await expect(vera.page.getByText('Closed as Solved')).toBeVisible()

  const boris = await openDesk(team.boris, { presence: null, path: `/numbers/${team.anna.id}` })
  await expect(boris.page.getByText('The figures did not load')).toBeVisible()
})

import { expect, test } from '../fixtures/test.ts'
import { waitingCustomer } from '../fixtures/visitors.ts'

const minute = 60_000
const day = 24 * 60 * minute
const jonas = { name: 'Jonas Weber', email: 'jonas@example.com', question: 'Thank you, bye' }

test('a request that nobody touched for five days closes itself, and nothing sooner', async ({
  team,
  server,
  openDesk,
  openWidget,
}) => {
  const desk = await openDesk(team.anna)
  const widget = await openWidget(team)
  await widget.begin(jonas)
  await desk.accept('Jonas Weber')
  await desk.talk.say('Good bye')
  await expect(widget.message('Good bye')).toBeVisible()
  await expect(desk.request.getByText(/Closes in 4\sd\s23\sh without updates/)).toBeVisible()

  await server.advance(5 * day - 2 * minute)
  await desk.page.reload()
  await expect(desk.request.getByText(/Closes in \d+\s(m|s)/)).toBeVisible()
  await expect(desk.request.getByText('Closed as')).toBeHidden()

  await server.advance(2 * minute)
  await expect(desk.request.getByText('Closed as No activity')).toBeVisible()
  await expect(desk.request.getByText(/Care Desktop/)).toBeVisible()
  await expect(desk.tasks.row('Jonas Weber')).toBeHidden()
  await desk.request.getByRole('button', { name: 'History' }).click()
  await expect(desk.request.getByText(/Closed by itself/)).toHaveCount(1)
  // Nobody is asked to rate what a timer closed.
  await expect(widget.frame.getByRole('button', { name: 'New chat' })).toBeVisible()
  await expect(widget.frame.getByRole('radiogroup')).toBeHidden()
})

test('a message of the customer and "Keep open" restart the five days', async ({ team, server, openDesk }) => {
  const desk = await openDesk(team.anna)
  const jonasChat = await waitingCustomer(server.origin, team.siteKey, 'Jonas Weber')
  await desk.accept('Jonas Weber')
  await server.advance(4 * day)
  await jonasChat.call('sendWidgetMessage', { body: { clientMessageId: `late-${Date.now()}`, text: 'One more thing' } })
  await server.advance(4 * day)
  await desk.page.reload()
  await expect(desk.talk.message('One more thing')).toBeVisible()
  await expect(desk.request.getByText(/Closes in (23\sh|1\sd)/)).toBeVisible()
  await desk.request.getByRole('button', { name: 'Keep open' }).click()
  await expect(desk.request.getByText(/Closes in (5\sd|4\sd\s23\sh)/)).toBeVisible()
  await server.advance(4 * day)
  await desk.page.reload()
  await expect(desk.request.getByText(/Closes in (23\sh|1\sd)/)).toBeVisible()
})

test('what fell due while the server was down closes when it is back', async ({ team, server, openDesk }) => {
  const desk = await openDesk(team.anna)
  await waitingCustomer(server.origin, team.siteKey, 'Jonas Weber')
  await desk.accept('Jonas Weber')
  await server.kill()
  await server.advance(6 * day)
  await server.start()
  await desk.page.reload()
  await expect(desk.request.getByText('Closed as No activity')).toBeVisible()
  await desk.request.getByRole('button', { name: 'History' }).click()
  await expect(desk.request.getByText(/Closed by itself/)).toHaveCount(1)
})

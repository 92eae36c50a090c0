import { waitingCustomer } from '../fixtures/visitors.ts'
import { hold } from '../pages/hold.ts'
import { expect, test } from '../fixtures/test.ts'

test('two operators take one task: one has it, the other is told who', async ({ team, server, openDesk }) => {
  const anna = await openDesk(team.anna, { presence: 'busy' })
  const boris = await openDesk(team.boris, { presence: 'busy' })
  await waitingCustomer(server.origin, team.siteKey, 'Jonas Weber')
  for (const desk of [anna, boris]) {
    await desk.tasks.queue.click()
    await expect(desk.tasks.take('Jonas Weber')).toBeVisible()
  }
  // Boris pressed in the same moment; his call is on the way while Anna's is served.
  const annaHasIt = await hold(boris.page, '**/api/activities/*/take')
  await boris.tasks.take('Jonas Weber').click()
  await anna.tasks.take('Jonas Weber').click()
  await expect(anna.talk.message('Hello')).toBeVisible()
  annaHasIt()

  await expect(boris.page.getByText('Anna Kowalska was faster and took it')).toBeVisible()
  await expect(boris.tasks.take('Jonas Weber')).toBeHidden()
  await anna.tasks.mine.click()
  await expect(anna.tasks.row('Jonas Weber')).toBeVisible()
  await boris.tasks.mine.click()
  await expect(boris.tasks.row('Jonas Weber')).toBeHidden()
})

test('many calls at once have exactly one winner', async ({ team, server, openDesk }) => {
  const anna = await openDesk(team.anna, { presence: 'busy' })
  const boris = await openDesk(team.boris, { presence: 'busy' })
  const { activityId } = await waitingCustomer(server.origin, team.siteKey, 'Jonas Weber')
  const take = { params: { activityId } }
  const answers = await Promise.allSettled([anna.api.call('takeTask', take), boris.api.call('takeTask', take)])
  expect(answers.filter(({ status }) => status === 'fulfilled')).toHaveLength(1)
  const lost = answers.find(({ status }) => status === 'rejected')
  expect(lost).toMatchObject({ reason: { code: 'ALREADY_TAKEN' } })
  const { operator } = await anna.api.call('getActivity', take)
  const winner = answers[0]?.status === 'fulfilled' ? anna : boris
  const name = winner === anna ? 'Anna Kowalska' : 'Boris Petrov'
  expect(operator?.name).toBe(name)
  await winner.tasks.mine.click()
  await expect(winner.tasks.row('Jonas Weber')).toBeVisible()
})

import { startProcesses, type Processes } from '../fixtures/processes.ts'
import { expect, test as base } from '../fixtures/test.ts'
import { waitingCustomer } from '../fixtures/visitors.ts'

const jonas = { name: 'Jonas Weber', email: 'jonas@example.com', question: 'Is anybody there?' }
const rungOut = 31_000
const moving = { timeout: 20_000 }

/** Every desk and widget of this file comes to two processes behind one address. */
const test = base.extend<{ server: Processes }>({
  server: [
    // oxlint-disable-next-line no-empty-pattern -- Playwright reads from the pattern which fixtures are needed: none
    async ({}, provide) => {
      const processes = await startProcesses()
      await provide(processes)
      await processes.remove()
    },
    { scope: 'test', timeout: 90_000 },
  ],
})

test('on two processes the talk and its offer go on while one after the other is killed', async ({
  team,
  server,
  openDesk,
  openWidget,
}) => {
  const [one, two] = server.each
  const anna = await openDesk(team.anna)
  await expect(anna.tasks.presence).toHaveAccessibleName(/Available/)
  const boris = await openDesk(team.boris)
  await expect(boris.tasks.presence).toHaveAccessibleName(/Available/)
  const widget = await openWidget(team)
  await widget.begin(jonas)

  // Anna, idle longest, lets it ring out; it rings at Boris once and he takes it.
  await expect(anna.tasks.offer).toContainText('Jonas Weber')
  await server.advance(rungOut)
  await expect(anna.tasks.offer).toBeHidden()
  await boris.accept('Jonas Weber')
  await expect(boris.talk.message(jonas.question)).toBeVisible()
  await boris.talk.say('one')
  await expect(widget.message('one')).toBeVisible()
  await widget.say('two')
  await expect(boris.talk.message('two')).toBeVisible()

  await one.kill()
  await boris.talk.say('three')
  await widget.say('four')
  await expect(widget.message('three')).toBeVisible(moving)
  await expect(boris.talk.message('four')).toBeVisible(moving)

  // By now everybody is on the second process; when it goes, all of them move.
  await one.start()
  await two.kill()
  await widget.say('five')
  await boris.talk.say('six')
  await expect(boris.talk.message('five')).toBeVisible(moving)
  await expect(widget.message('six')).toBeVisible(moving)
  await expect(boris.talk.message('six').getByText('Sending')).toBeHidden()
  await expect(widget.message('five').getByText('Sending')).toBeHidden()

  // Nothing is lost, doubled or told in another order to anybody, and work is offered as before.
  const said = await widget.texts()
  expect(said.slice(0, 3)).toEqual([jonas.question, 'one', 'two'])
  expect(said.slice(3, 5).toSorted()).toEqual(['four', 'three'])
  expect(said.slice(5).toSorted()).toEqual(['five', 'six'])
  await expect.poll(() => boris.talk.texts()).toEqual(said)
  await expect(anna.tasks.presence).toHaveAccessibleName(/Anna Kowalska, Available/, moving)
  await waitingCustomer(server.origin, team.siteKey, 'Elena Petrova', 'Is it open today?')
  await anna.accept('Elena Petrova')
  await expect(anna.talk.message('Is it open today?')).toBeVisible()
  await boris.page.reload()
  await expect.poll(() => boris.talk.texts()).toEqual(said)
})

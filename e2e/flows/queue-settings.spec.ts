import { expectAccessible } from '../fixtures/axe.ts'
import { expect, test } from '../fixtures/test.ts'
import { waitingCustomer } from '../fixtures/visitors.ts'
import { unfold, write } from '../pages/write.ts'
import { cookieOf, signInByApi } from '../fixtures/api.ts'
import { password } from '../fixtures/team.ts'

test('an administrator makes a queue, edits it beside a colleague, and may not archive one in use', async ({
  team,
  server,
  newPage,
}) => {
  const tail = team.siteKey.slice(0, 6)
  const admin = await signInByApi(server.origin, 'admin@example.com', password)
  const page = await newPage()
  await page.context().addCookies([cookieOf(server.origin, admin.session)])
  await page.goto(`${server.origin}/settings/queues`)
  const list = page.getByRole('region', { name: 'Queues' })
  await list.getByRole('button', { name: 'Add queue' }).click()
  const adding = page.getByRole('dialog', { name: 'Add queue' })
  await adding.getByRole('button', { name: 'Save' }).click()
  await expect(adding.getByText('Give it a name')).toBeVisible()
  await write(adding.getByRole('textbox', { name: 'Name' }), `Returns ${tail}`)
  await write(adding.getByRole('textbox', { name: 'Find an operator' }), team.boris.email)
  await adding.getByRole('checkbox', { name: /Boris Petrov/ }).check()
  await write(adding.getByRole('textbox', { name: 'Seconds that an offer rings' }), '2')
  await expect(adding.getByText('A whole number from 5 to 600')).toBeVisible()
  await write(adding.getByRole('textbox', { name: 'Seconds that an offer rings' }), '45')
  await write(adding.getByRole('textbox', { name: 'Overflows after seconds' }), '60')
  await adding.getByRole('button', { name: 'Save' }).click()
  await expect(adding.getByText('A time and what happens then belong together')).toBeVisible()
  await unfold(adding.getByRole('combobox', { name: 'The customer is offered' }))
  await page.getByRole('option', { name: 'To leave a message' }).click()
  await unfold(adding.getByRole('combobox', { name: 'Record calls' }))
  await page.getByRole('option', { name: 'On' }).click()
  await write(adding.getByRole('textbox', { name: 'Days that recordings are kept' }), '30')
  await unfold(adding.getByRole('combobox', { name: 'Who may listen' }))
  await page.getByRole('option', { name: 'Supervisors, and whose call or request it is' }).click()
  await adding.getByRole('button', { name: 'Save' }).click()
  await expect(adding).toBeHidden()
  const row = list.getByRole('listitem').filter({ hasText: `Returns ${tail}` })
  await expect(row).toContainText('1 member · Longest idle')

  await row.getByRole('button', { name: `Edit Returns ${tail}` }).click()
  const editing = page.getByRole('dialog', { name: `Edit Returns ${tail}` })
  await expectAccessible(page, 'a queue’s form')
  await write(editing.getByRole('textbox', { name: 'Seconds that an offer rings' }), '50')
  // Meanwhile a colleague saves another time.
  const { items } = await team.admin.call('listQueues')
  const queue = items.find(({ name }) => name === `Returns ${tail}`)
  await team.admin.call('editQueue', {
    params: { queueId: queue?.id ?? '' },
    version: queue?.version ?? 0,
    body: { offerSeconds: 20, maxWaitSeconds: 200 },
  })
  await editing.getByRole('button', { name: 'Save' }).click()
  await expect(editing.getByRole('alert')).toContainText('saved this meanwhile')
  await expect(editing.getByRole('alert')).toContainText('Seconds that an offer rings: 20')
  await editing.getByRole('button', { name: 'Keep mine' }).click()
  await editing.getByRole('button', { name: 'Save' }).click()
  await expect(editing).toBeHidden()
  const saved = (await team.admin.call('listQueues')).items.find(({ id }) => id === queue?.id)
  // Mine where I changed something, the colleague's everywhere else.
  expect(saved).toMatchObject({ offerSeconds: 50, maxWaitSeconds: 200, overflowSeconds: 60, overflowOffer: 'message' })
  expect(saved).toMatchObject({ recordsCalls: true, recordingDays: 30, recordingListeners: 'team' })

  await row.getByRole('button', { name: `Archive Returns ${tail}` }).click()
  await expect(row.getByText('Archived')).toBeVisible()
  await row.getByRole('button', { name: `Bring back Returns ${tail}` }).click()
  await expect(row.getByText('Archived')).toBeHidden()

  await team.admin.call('addSite', { body: { name: `Shop ${tail}`, queueId: queue?.id ?? '', allowedOrigins: [] } })
  await row.getByRole('button', { name: `Archive Returns ${tail}` }).click()
  await expect(list.getByRole('alert')).toContainText(`These sites lead to it: Shop ${tail}`)
})

test('who waits too long is offered a message and moves on to the second queue, where he is answered', async ({
  team,
  server,
  openDesk,
  openWidget,
}) => {
  const tail = team.siteKey.slice(0, 6)
  const second = await team.admin.call('addQueue', {
    body: { name: `Second line ${tail}`, memberIds: [team.vera.id], wrapUpSeconds: null },
  })
  const first = (await team.admin.call('listQueues')).items.find(({ id }) => id === team.queueId)
  await team.admin.call('editQueue', {
    params: { queueId: team.queueId },
    version: first?.version ?? 0,
    body: { overflowSeconds: 60, overflowQueueId: second.id, overflowOffer: 'message' },
  })
  // Anna is there, and takes nothing just now.
  const anna = await openDesk(team.anna)
  await anna.api.call('setPresence', { body: { chosen: 'away', awayReason: 'lunch' } })
  await waitingCustomer(server.origin, team.siteKey, 'Elena Petrova')
  const widget = await openWidget(team)
  await widget.begin({ name: 'Jonas Weber', email: 'jonas@example.com', question: 'Where is my order?' })
  await expect(widget.frame.getByText('Your place in the line: 2')).toBeAttached()
  const vera = await openDesk(team.vera)
  await expect(vera.tasks.offer).toBeHidden()

  await server.advance(61_000)
  await widget.look()
  await expect(widget.frame.getByText('It takes longer than usual')).toBeVisible()
  await vera.look()
  const offer = vera.tasks.offer.filter({ hasText: 'Jonas Weber' })
  await expect(offer).toContainText(`Second line ${tail}`)
  await offer.getByRole('button', { name: /^Accept/ }).click()
  await expect(vera.tasks.row('Jonas Weber')).toBeVisible()
  await vera.talk.say('Here it is')
  await widget.look()
  await expect(widget.message('Here it is')).toBeVisible()
  await expect(widget.frame.getByText('It takes longer than usual')).toBeHidden()
  await vera.look()
  await vera.request.getByRole('button', { name: 'History' }).click()
  await expect(vera.page.getByText(`Waited longer than the limit: from Orders to Second line ${tail}`)).toBeVisible()
})

import { expectAccessible } from '../fixtures/axe.ts'
import { signInByApi } from '../fixtures/api.ts'
import { expect, test } from '../fixtures/test.ts'
import { password } from '../fixtures/team.ts'
import { waitingCustomer } from '../fixtures/visitors.ts'
import { deskPage } from '../pages/desk.ts'
import { signInPage } from '../pages/sign-in.ts'
import { unfold, write } from '../pages/write.ts'

const administrator = { id: '', name: 'Administrator', email: 'admin@example.com' }

test('an account is made, works, is closed under its hands, and is opened again; what it made stays', async ({
  team,
  server,
  openDesk,
  newPage,
}) => {
  // Four people at four desks, one after the other.
  test.slow()
  const mark = team.siteId.slice(-6)
  const [name, email] = [`Nora ${mark}`, `nora.${mark.toLowerCase()}@example.com`]
  const queue = (await team.admin.call('listQueues')).items.find(({ id }) => id === team.queueId)
  const params = { queueId: team.queueId }
  await team.admin.call('editQueue', { params, version: queue?.version ?? 0, body: { name: `Orders ${mark}` } })

  // The administrator adds a colleague.
  const admin = (await openDesk(administrator, { presence: null, path: '/settings/operators' })).page
  const accounts = admin.getByRole('region', { name: 'Operators' })
  await accounts.getByRole('button', { name: 'Add operator' }).click()
  const adding = admin.getByRole('dialog', { name: 'Add operator' })
  await write(adding.getByRole('textbox', { name: 'Name' }), name)
  await write(adding.getByRole('textbox', { name: 'Email' }), email)
  await unfold(adding.getByRole('combobox', { name: 'Role' }))
  await admin.getByRole('option', { name: 'Supervisor' }).click()
  await write(adding.getByLabel('First password'), password)
  await adding.getByRole('button', { name: 'Show password' }).click()
  await expect(adding.getByLabel('First password')).toHaveAttribute('type', 'text')
  await adding.getByRole('checkbox', { name: `Orders ${mark}` }).check()
  await expectAccessible(admin, 'add operator')
  await adding.getByRole('button', { name: 'Add operator' }).click()
  await expect(adding).toBeHidden()
  await write(accounts.getByRole('textbox', { name: 'Find an operator' }), email)
  await expect(accounts.getByText(`Supervisor · Orders ${mark}`)).toBeVisible()

  // She signs in elsewhere, takes a talk and shares a view.
  const page = await newPage()
  await page.goto(server.origin)
  const form = signInPage(page)
  await form.as(email, password)
  const nora = deskPage(page, await signInByApi(server.origin, email, password))
  await expect(nora.tasks.region).toBeVisible()
  await nora.api.call('setPresence', { body: { chosen: 'available' } })
  await waitingCustomer(server.origin, team.siteKey, 'Jonas Weber')
  await nora.accept('Jonas Weber')
  const view = await nora.api.call('addView', {
    body: {
      name: `Hers ${mark}`,
      filter: { state: 'open' },
      sort: { by: 'updated', isDescending: true },
      columns: null,
      isShared: true,
    },
  })
  const boris = await openDesk(team.boris)
  await expect(boris.tasks.presence).toHaveAccessibleName(/Available/)

  // Her account is closed: her desk ends, the talk rings at a colleague.
  await admin.bringToFront()
  await accounts.getByRole('button', { name: `Close the account of ${name}` }).click()
  const closing = admin.getByRole('dialog', { name: `Close the account of ${name}` })
  await expect(closing.getByText('Tasks in progress, going back to their queues: 1')).toBeVisible()
  await expectAccessible(admin, 'close account')
  await closing.getByRole('button', { name: 'Close account' }).click()
  await expect(closing).toBeHidden()
  const ended = page.getByRole('dialog', { name: 'Your session has ended' })
  await expect(ended).toBeVisible()
  await boris.accept('Jonas Weber')
  await page.bringToFront()
  await form.as(email, password)
  await expect(form.form.getByText('Email or password is wrong.')).toBeVisible()

  // Her view works on, says that she has left, and becomes somebody else's.
  const vera = (await openDesk(team.vera, { presence: 'busy', path: `/requests?view=${view.id}` })).page
  const tab = vera.getByRole('navigation', { name: 'Views' }).getByRole('button', { name: new RegExp(`Hers ${mark}`) })
  await expect(tab).toHaveAttribute('aria-current', 'true')
  const left = vera.getByText(new RegExp(`${name}.*`)).filter({ has: vera.getByRole('button', { name: /Take over/i }) })
  await expect(left).toBeVisible()
  await left.getByRole('button', { name: /Take over/i }).click()
  await expect(left).toBeHidden()

  // The audit names who did it; opened again she signs in as before.
  await admin.bringToFront()
  await accounts.getByRole('button', { name: 'Closed accounts' }).click()
  await expectAccessible(admin, 'closed accounts')
  await accounts.getByRole('button', { name: `Open the account of ${name} again` }).click()
  await expect(accounts.getByText(`Supervisor · Orders ${mark}`)).toBeVisible()
  await page.bringToFront()
  await form.as(email, password)
  await expect(ended).toBeHidden()
  await expect(nora.tasks.region).toBeVisible()
  const { items } = await team.admin.call('listAudit')
  const said = items.filter(({ account }) => account?.name === name).map(({ kind }) => kind)
  expect(said).toEqual(['operator.reopened', 'operator.closed', 'operator.added'])
})

import { expect, test } from '../fixtures/test.ts'

test('a visitor who names a known address is offered for linking, never guessed, and sees nothing of the other', async ({
  team,
  openDesk,
  openWidget,
}) => {
  const email = `real.${team.siteId.slice(-6)}@example.com`
  const known = await team.admin.call('addCustomer', { body: { name: 'Maria Real', email } })
  const desk = await openDesk(team.anna)
  await desk.api.call('addRequest', { body: { customerId: known.id, title: 'A secret matter' } })
  const widget = await openWidget(team)
  await widget.begin({ name: 'Says he is', email, question: 'Where is my parcel?' })
  await desk.accept('Says he is')
  await expect(desk.customer.getByText(/May be Maria Real: same email/)).toBeVisible()
  await expect(desk.customer.getByText('Only typed by the visitor, not proven')).toBeVisible()
  await expect(desk.journey.getByText('A secret matter')).toHaveCount(0)

  await desk.customer.getByRole('button', { name: 'Link' }).click()
  const dialog = desk.page.getByRole('dialog', { name: 'Merge customers' })
  await expect(dialog.getByText(/^Maria Real stays and gets/)).toBeVisible()
  await dialog.getByRole('button', { name: /^Merge/ }).click()
  await expect(desk.customer.getByRole('button', { name: 'Name: Maria Real' })).toBeVisible()
  await expect(desk.journey.getByText('A secret matter')).toBeVisible()

  await desk.talk.say('It is on its way')
  await expect(widget.message('It is on its way')).toBeVisible()
  await widget.page.reload()
  await expect(widget.message('Where is my parcel?')).toBeVisible()
  await expect(widget.frame.getByText('A secret matter')).toHaveCount(0)
  await expect(widget.frame.getByText('Maria Real')).toHaveCount(0)
})

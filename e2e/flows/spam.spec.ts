import { expect, test } from '../fixtures/test.ts'
import { unfold, write } from '../pages/write.ts'

test('spam is closed and its sender blocked in one step, undone, and lifted by a supervisor', async ({
  team,
  openDesk,
  openWidget,
}) => {
  const anna = await openDesk(team.anna)
  const widget = await openWidget(team)
  // Unlike anybody's of another test: the list is of the whole house.
  const name = `Max ${team.siteKey.slice(0, 6)}`
  await widget.begin({ name, email: 'max@example.com', question: 'Cheap watches' })
  await anna.accept(name)
  const markAsSpam = async (): Promise<void> => {
    await anna.look()
    await anna.talk.region.getByRole('button', { name: 'More actions' }).click()
    await anna.page.getByRole('menuitem', { name: 'Spam, block the sender' }).click()
    await expect(anna.tasks.row(name)).toBeHidden()
  }

  await markAsSpam()
  await anna.page.getByRole('button', { name: /^Undo/ }).click()
  await expect(anna.tasks.row(name)).toBeVisible()
  await widget.look()
  await widget.say('They are really cheap')
  await expect(anna.talk.message('They are really cheap')).toBeVisible()

  await markAsSpam()
  // No rating is asked, and what he writes now is not taken.
  await widget.look()
  await expect(widget.frame.getByRole('radiogroup')).toBeHidden()
  await widget.page.reload()
  await expect(widget.frame.getByRole('alert')).toHaveText('Messages from here are not accepted.')

  const vera = await openDesk(team.vera, { presence: 'busy', path: '/settings/blocked-senders' })
  const page = vera.page.getByRole('region', { name: 'Blocked senders' })
  const line = page.getByRole('listitem').filter({ hasText: name })
  await expect(line).toContainText('Blocked by Anna Kowalska')
  await line.getByRole('button', { name: /^Lift/ }).click()
  await expect(line).toBeHidden()
  await page.getByRole('button', { name: 'Lifted' }).click()
  await expect(line.first()).toContainText(`Lifted by ${team.vera.name}`)
  await widget.look()
  await widget.frame.getByRole('button', { name: 'Try again' }).click()
  await expect(widget.frame.getByRole('alert')).toBeHidden()

  // By hand: what is no network is said at the field, and nothing is lost.
  await vera.look()
  await page.getByRole('button', { name: 'Block sender' }).click()
  const dialog = vera.page.getByRole('dialog', { name: 'Block sender' })
  await unfold(dialog.getByRole('combobox', { name: 'What' }))
  await vera.page.getByRole('option', { name: 'IP address or range' }).click()
  const address = dialog.getByRole('textbox', { name: 'Address' })
  await write(address, '203.0.113.0/7')
  await dialog.getByRole('button', { name: 'Block sender' }).click()
  await expect(address).toHaveAttribute('aria-invalid', 'true')
  await expect(address).toHaveValue('203.0.113.0/7')
  await write(address, '203.0.113.9/24')
  await dialog.getByRole('button', { name: 'Block sender' }).click()
  await expect(dialog).toBeHidden()
  await page.getByRole('button', { name: 'Blocked now' }).click()
  const network = page.getByRole('listitem').filter({ hasText: '203.0.113.0/24' })
  await network.getByRole('button', { name: /^Lift/ }).click()
  await expect(network).toBeHidden()
})

test('an operator without the right sees no list of blocked senders', async ({ team, openDesk }) => {
  const anna = await openDesk(team.anna, { presence: 'busy' })
  await anna.page.getByRole('button', { name: 'Settings' }).click()
  await expect(anna.page.getByRole('menuitem', { name: 'Sign out' })).toBeVisible()
  await expect(anna.page.getByRole('menuitem', { name: 'Blocked senders' })).toBeHidden()
})

import { expectAccessible } from '../fixtures/axe.ts'
import { expect, test } from '../fixtures/test.ts'
import { unfold, write } from '../pages/write.ts'
import { go } from '../pages/go.ts'

test('a macro does several things in one click, and is undone as one', async ({ team, openDesk }) => {
  const mark = team.siteId.slice(-6)
  const { page } = await openDesk(team.vera, { presence: 'busy', path: '/settings/macros' })
  const screen = page.getByRole('region', { name: 'Macros' })
  await screen.getByRole('button', { name: 'New macro' }).click()
  const dialog = page.getByRole('dialog', { name: 'New macro' })
  await write(dialog.getByRole('textbox', { name: 'Name' }), `Escalate ${mark}`)
  for (const [kind, choice] of [
    ['Priority', 'Urgent'],
    ['Stage', 'Waiting'],
  ] as const) {
    await dialog.getByRole('button', { name: 'Add a step' }).click()
    await page.getByRole('menuitem', { name: kind }).click()
    await unfold(dialog.getByRole('combobox').last())
    await page.getByRole('option', { name: choice }).click()
  }
  await expectAccessible(page, 'macro')
  await dialog.getByRole('button', { name: /Save/ }).click()
  await expect(screen.getByRole('listitem').filter({ hasText: `Escalate ${mark}` })).toContainText(
    'Set priority Urgent · Move to stage Waiting',
  )

  const request = await team.admin.call('addRequest', {
    body: { newCustomer: { name: 'Ada' }, title: `Broken ${mark}`, queueId: team.queueId },
  })
  await go(page, 'r')
  await page.getByRole('row', { name: new RegExp(`Broken ${mark}`) }).click()
  const details = page.getByRole('region', { name: 'Request details' })
  await details.getByRole('button', { name: 'Macros' }).click()
  await page.getByRole('menuitem', { name: `Escalate ${mark}` }).click()
  const now = () => team.admin.call('getRequest', { params: { requestId: request.id } })
  await expect.poll(async () => (await now()).priority).toBe('urgent')
  expect((await now()).stage).toBe('waiting')
  await page.getByRole('button', { name: /Undo/ }).click()
  await expect.poll(async () => (await now()).priority).toBe('normal')
  expect((await now()).stage).toBe('new')
})

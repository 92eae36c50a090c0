import { expectAccessible } from '../fixtures/axe.ts'
import { password } from '../fixtures/team.ts'
import { expect, test } from '../fixtures/test.ts'
import { unfold, write } from '../pages/write.ts'

test('an administrator makes a type with fields and stages; a stage with requests goes only with a place for them', async ({
  team,
  server,
  newPage,
}) => {
  const mark = team.siteId.slice(-6)
  const page = await newPage()
  await page.goto(server.origin)
  await write(page.getByLabel('Email'), 'admin@example.com')
  await write(page.getByRole('textbox', { name: 'Password' }), password)
  await page.getByRole('button', { name: /^Sign in/ }).click()
  await page.getByRole('button', { name: 'Settings' }).click()
  await page.getByRole('menuitem', { name: 'Request types' }).click()
  await page.getByRole('button', { name: 'Add type' }).click()
  const dialog = page.getByRole('dialog')
  await write(dialog.getByRole('textbox', { name: 'Name' }), `Repair ${mark}`)
  await dialog.getByRole('button', { name: /^Add type/ }).click()

  const fields = page.getByRole('region', { name: 'Own fields' })
  const addField = async (name: string): Promise<void> => {
    await fields.getByRole('button', { name: 'Add field' }).click()
    await write(dialog.getByRole('textbox', { name: 'Name' }), name)
  }
  await addField('Urgent')
  await unfold(dialog.getByRole('combobox', { name: 'Kind' }))
  await page.getByRole('option', { name: 'Yes or no' }).click()
  await dialog.getByRole('button', { name: /^Take over/ }).click()
  await addField('Why')
  await unfold(dialog.getByRole('combobox', { name: 'Required' }))
  await page.getByRole('option', { name: 'At closing' }).click()
  await unfold(dialog.getByRole('combobox', { name: 'Shown' }))
  await page.getByRole('option', { name: /Urgent/ }).click()
  await dialog.getByRole('button', { name: /^Take over/ }).click()
  await expect(dialog.getByText('Choose the answers with which it is shown.')).toBeVisible()
  await dialog.getByRole('checkbox', { name: 'Yes' }).check()
  await expectAccessible(page, 'field of a type')
  await dialog.getByRole('button', { name: /^Take over/ }).click()
  await expect(dialog).toBeHidden()
  await page.getByRole('button', { name: 'Move Why up' }).click()

  const stages = page.getByRole('region', { name: 'Stages and moves' })
  await stages.getByRole('button', { name: 'Add stage' }).click()
  await write(dialog.getByRole('textbox', { name: 'Name' }), 'On the bench')
  await dialog.getByRole('button', { name: /^Take over/ }).click()
  await stages.getByRole('group', { name: 'Moves from Active' }).getByRole('button', { name: '→ On the bench' }).click()
  await expectAccessible(page, 'request type')
  await page.getByRole('button', { name: 'Save' }).click()
  await expect(page.getByText(`Repair ${mark}`)).toBeVisible()
  const find = async () =>
    (await team.admin.call('listRequestTypes')).items.find(({ name }) => name === `Repair ${mark}`)
  const type = await find()
  expect(type?.fields.map(({ name, required }) => [name.en, required])).toEqual([
    ['Why', 'closing'],
    ['Urgent', 'never'],
  ])
  const bench = type?.stages.find(({ name }) => name.en === 'On the bench')?.key ?? ''
  expect(type?.transitions).toContainEqual({ from: 'active', to: bench })

  // A request stands there: the stage goes only when it is said where to.
  const { id: requestId } = await team.admin.call('addRequest', {
    body: { newCustomer: { name: 'Jonas' }, title: 'Grinder', typeId: type?.id ?? '' },
  })
  for (const stage of ['active', bench]) await team.admin.call('moveStage', { params: { requestId }, body: { stage } })
  await page.getByRole('button', { name: `Edit Repair ${mark}` }).click()
  await stages.getByRole('button', { name: 'Remove On the bench' }).click()
  await page.getByRole('button', { name: 'Save' }).click()
  await unfold(page.getByRole('combobox', { name: '1 request in On the bench goes to' }))
  await page.getByRole('option', { name: 'Waiting' }).click()
  await page.getByRole('button', { name: 'Save' }).click()
  await expect(page.getByRole('button', { name: 'Add type' })).toBeVisible()
  await expect
    .poll(() => team.admin.call('getRequest', { params: { requestId } }).then(({ stage }) => stage))
    .toBe('waiting')

  // A colleague was faster: nothing is overwritten.
  await page.getByRole('button', { name: `Edit Repair ${mark}` }).click()
  const now = await find()
  await team.admin.call('editRequestType', {
    params: { typeId: now?.id ?? '' },
    version: now?.version ?? 0,
    body: { autoCloseDays: 9 },
  })
  await write(page.getByRole('textbox', { name: 'Closes itself after days' }), '2')
  await page.getByRole('button', { name: 'Save' }).click()
  await expect(page.getByText('A colleague changed this type meanwhile.')).toBeVisible()
  await page.getByRole('button', { name: 'Load the current state' }).click()
  await expect(page.getByRole('textbox', { name: 'Closes itself after days' })).toHaveValue('9')
})

import { expect, test } from '../fixtures/test.ts'
import { picture } from '../fixtures/files.ts'
import { waitingCustomer } from '../fixtures/visitors.ts'
import { tryNow } from '../pages/try-now.ts'
import { write } from '../pages/write.ts'

test('a reply that was begun is at every computer with its files, and two windows lose nothing', async ({
  team,
  server,
  openDesk,
  openLine,
}) => {
  await waitingCustomer(server.origin, team.siteKey, 'Elena Petrova', 'Which beans?')
  const line = await openLine()
  const office = await openDesk(team.anna, { line })
  await office.accept('Elena Petrova')
  await write(office.talk.field, 'I would take the')
  await office.talk.attach(picture('beans.png'))
  await office.talk.comment.click()
  await write(office.talk.field, 'She asks each month')
  const saved = (kind: string) => async () =>
    (await office.api.call('listDrafts', {})).items.find((draft) => draft.kind === kind)
  await expect.poll(async () => (await saved('comment')())?.text).toBe('She asks each month')
  await expect.poll(async () => (await saved('reply')())?.attachments[0]?.name).toBe('beans.png')

  // Another computer: a browser that knows nothing.
  const home = await openDesk(team.anna, { presence: null })
  await expect(home.tasks.row('Elena Petrova').getByText('Draft', { exact: true })).toBeAttached()
  await home.tasks.row('Elena Petrova').click()
  await expect(home.talk.field).toHaveValue('I would take the')
  await expect(home.talk.reply.getByRole('button', { name: 'Remove beans.png' })).toBeVisible()

  // What is written there comes here; what is sent there is gone here.
  await home.look()
  await home.talk.field.press('End')
  await home.talk.field.pressSequentially(' dark ones.')
  await office.talk.reply.getByRole('tab', { name: /^Reply/ }).click()
  await expect(office.talk.field).toHaveValue('I would take the dark ones.')
  await home.talk.field.press('Control+Shift+Enter')
  await expect(office.talk.message('I would take the dark ones.').getByRole('img', { name: 'beans.png' })).toBeVisible()
  await expect(office.talk.field).toHaveValue('')
  await office.talk.comment.click()
  await expect(office.talk.field).toHaveValue('She asks each month')

  // Written without a line here, and meanwhile there: the later stands, the other stands beside it.
  line.cut()
  await write(office.talk.field, 'She asks each week')
  await home.talk.comment.click()
  await write(home.talk.field, 'She asks each day')
  await expect.poll(async () => (await saved('comment')())?.text).toBe('She asks each day')
  line.mend()
  await office.look()
  await tryNow(office.talk.region)
  await expect.poll(async () => (await saved('comment')())?.otherText).toBe('She asks each week')
  await expect(home.talk.field).toHaveValue('She asks each day')
  await expect(home.talk.reply.getByText('She asks each week')).toBeVisible()
  await home.look()
  await home.talk.reply.getByRole('button', { name: 'Add below' }).click()
  await expect(home.talk.field).toHaveValue('She asks each day\n\nShe asks each week')
  await expect(office.talk.field).toHaveValue('She asks each day\n\nShe asks each week')
})

test('colleagues in one request see each other, and a reply over an answer that came meanwhile asks first', async ({
  team,
  openDesk,
  openWidget,
}) => {
  const anna = await openDesk(team.anna)
  const widget = await openWidget(team)
  await widget.begin({ name: 'Jonas Weber', email: 'jonas@example.com', question: 'When does it come?' })
  await anna.accept('Jonas Weber')
  const [activity] = (await anna.api.call('listTasks', {})).items
  const vera = await openDesk(team.vera, { presence: 'busy', path: `/a/${activity?.activityId ?? ''}` })
  const besideAnna = anna.talk.region.getByRole('list', { name: 'Colleagues in this request' })
  const besideVera = vera.talk.region.getByRole('list', { name: 'Colleagues in this request' })
  await expect(besideAnna).toHaveText('Vera Ivanova is here')
  await expect(besideVera).toHaveText('Anna Kowalska is here')

  await anna.look()
  await write(anna.talk.field, 'It comes on Mon')
  await expect(besideVera).toContainText('Anna Kowalska is writing a reply')
  await vera.look()
  await besideVera.getByRole('button', { name: 'View draft' }).click()
  await expect(vera.page.getByRole('dialog', { name: 'Draft of Anna Kowalska' })).toContainText('It comes on Mon')
  await vera.page.keyboard.press('Escape')

  // Vera does not wait, the customer says something, and Anna sends what she had begun before.
  await vera.talk.say('It was sent today.')
  await widget.say('Good to hear')
  await expect(anna.talk.message('Good to hear')).toBeVisible()
  await anna.look()
  await anna.talk.field.press('End')
  await anna.talk.field.pressSequentially('day.')
  await anna.talk.field.press('Control+Shift+Enter')
  const refused = anna.talk.log.getByRole('article').filter({ has: anna.page.getByRole('alert') })
  await expect(refused).toContainText('A colleague has answered meanwhile.')
  await expect(refused.getByRole('alert')).toContainText('Vera Ivanova It was sent today.')
  await expect(widget.message('It comes on Monday.')).toBeHidden()

  // Edited: nothing is lost, and it now stands on what she has seen.
  await refused.getByRole('button', { name: 'Edit' }).click()
  await expect(anna.talk.field).toHaveValue('It comes on Monday.')
  await write(anna.talk.field, 'So it comes on Monday.')
  await anna.talk.field.press('Control+Shift+Enter')
  await expect(widget.message('So it comes on Monday.')).toBeVisible()

  // The same again, sent all the same.
  await anna.talk.field.pressSequentially('Any')
  await vera.talk.say('Or on Tuesday.')
  await anna.look()
  await anna.talk.field.pressSequentially('thing else?')
  await anna.talk.field.press('Control+Shift+Enter')
  await anna.talk.log.getByRole('button', { name: 'Send anyway' }).click()
  await expect(widget.message('Anything else?')).toBeVisible()
  await expect(anna.talk.log.getByRole('alert')).toBeHidden()

  await vera.page.close()
  await expect(besideAnna).toBeHidden()
})

import { expect, test } from '../fixtures/test.ts'
import { expectAccessible } from '../fixtures/axe.ts'
import { write } from '../pages/write.ts'

test('the customer has left: the answer goes by mail from the same pane, waits, and is taken back', async ({
  team,
  openDesk,
  openWidget,
}) => {
  const desk = await openDesk(team.anna)
  const { page, talk } = desk
  const widget = await openWidget(team)
  await widget.begin({ name: 'Elena Petrova', email: 'elena@example.com', question: 'Where is my grinder?' })
  await desk.accept('Elena Petrova')
  const offer = talk.region.getByRole('button', { name: 'Answer by mail' })
  await expect(offer).toBeHidden()
  await write(talk.field, 'It is on its way.')

  // She closes the shop's page. What was begun in the chat is what the mail says.
  await widget.page.close()
  await expect(offer).toBeVisible()
  await desk.look()
  await offer.click()
  const form = talk.region.getByRole('form', { name: 'Answer by mail' })
  const to = form.getByRole('textbox', { name: 'To' })
  await expect(to).toHaveValue('elena@example.com')
  await expect(form.getByRole('textbox', { name: 'Subject' })).toHaveValue(/REQ-\d+/)
  await expect(form.getByRole('textbox', { name: 'Mail' })).toHaveValue('It is on its way.')
  await expect(form).toContainText('No mail is set up yet')
  await expectAccessible(page, 'answer by mail')

  // A wrong address is said so and nothing is lost.
  await write(to, 'elena at example')
  await form.getByRole('button', { name: /^Send by mail/ }).click()
  await expect(form).toContainText('Write at least one mail address')
  await write(to, 'elena.petrova@example.com')
  await form.getByRole('textbox', { name: 'Mail' }).press('Control+Enter')

  // The same pane shows it, with what becomes of it; so does the journey.
  const mails = talk.log.getByRole('article')
  await expect(mails.first()).toContainText('elena.petrova@example.com')
  await expect(mails.first()).toContainText(/Goes out in \d+ s|Waits/)
  await expect(talk.reply).toContainText('No mail is set up yet')
  await expect(talk.reply.getByRole('link', { name: 'Set up mail' })).toBeHidden()
  await expect(talk.message('It is on its way.')).toBeVisible()
  await expect(desk.activity).toContainText('Email')
  await expect(desk.journey.getByRole('treeitem', { level: 2 })).toHaveCount(2)

  // Undone, the words are back where they were written.
  await page.getByRole('status').getByRole('button', { name: /^Undo/ }).click()
  await expect(talk.message('Where is my grinder?')).toBeVisible()
  await talk.region.getByRole('button', { name: 'Answer by mail' }).click()
  await expect(form.getByRole('textbox', { name: 'Mail' })).toHaveValue('It is on its way.')
  await form.getByRole('textbox', { name: 'Mail' }).press('Control+Enter')
  await expect(mails).toHaveCount(2)
  await expect(mails.first()).toContainText('Taken back')

  // The next one is written in its own composer; what waits can still be taken back.
  const field = talk.reply.getByRole('textbox', { name: 'Mail' })
  await field.click()
  await page.keyboard.type('And a discount for next time')
  await field.press('Control+Shift+Enter')
  await expect(mails).toHaveCount(3)
  await mails.last().getByRole('button', { name: 'Undo' }).click()
  await expect(mails.last()).toContainText('Taken back')
  await expect(field).toHaveText('And a discount for next time')

  // After a reload it is all still there.
  await page.reload()
  await expect(mails).toHaveCount(3)
  await expect(field).toHaveText('And a discount for next time')
})

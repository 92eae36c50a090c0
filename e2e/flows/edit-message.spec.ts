import { expect, test } from '../fixtures/test.ts'
import { picture } from '../fixtures/files.ts'
import { write } from '../pages/write.ts'

const jonas = { name: 'Jonas Weber', email: 'jonas@example.com', question: 'When does it come?' }

test('what one has said is corrected or taken back for five minutes, and both sides see it', async ({
  team,
  server,
  openDesk,
  openWidget,
}) => {
  const desk = await openDesk(team.anna)
  const widget = await openWidget(team)
  await widget.begin(jonas)
  await desk.accept('Jonas Weber')
  const { talk } = desk
  await talk.say('It comes on Mnoday')
  await expect(widget.message('It comes on Mnoday')).toBeVisible()

  await desk.look()
  await talk.message('Mnoday').getByRole('button', { name: 'Edit message' }).click()
  const field = talk.log.getByRole('textbox', { name: 'Edit message' })
  await write(field, 'It comes on Monday')
  await field.press('Control+Enter')
  await expect(talk.message('It comes on Monday').getByText('edited')).toBeVisible()
  await expect(desk.tasks.row('Jonas Weber')).toContainText('It comes on Monday')
  await expect(widget.message('It comes on Monday').getByText('edited')).toBeVisible()
  await expect(widget.message('Mnoday')).toBeHidden()

  // A picture to the wrong one: gone from both, and from the server.
  await talk.attach(picture('private.png'))
  await talk.say('Look at this')
  const image = talk.message('Look at this').getByRole('img', { name: 'private.png' })
  const address = new URL((await image.getAttribute('src')) ?? '', server.origin).href
  await expect(widget.message('Look at this')).toBeVisible()
  // A picture that comes moves what is pressed meanwhile.
  await expect.poll(() => image.evaluate((it: HTMLImageElement) => it.complete && it.naturalHeight > 0)).toBe(true)
  const message = talk.message('Look at this')
  await message.getByRole('button', { name: 'Delete message' }).click()
  await message.getByRole('group', { name: 'Delete message' }).getByRole('button', { name: 'Cancel' }).click()
  await message.getByRole('button', { name: 'Delete message' }).click()
  await message.getByRole('button', { name: 'Delete', exact: true }).click()
  await expect(talk.message('Message deleted')).toBeVisible()
  await expect(talk.message('Look at this')).toBeHidden()
  await expect(widget.log.getByText('Message deleted')).toBeVisible()
  await expect(widget.message('Look at this')).toBeHidden()
  expect((await desk.page.request.get(address)).status()).toBe(404)

  // The same after both have loaded their pages anew.
  await desk.page.reload()
  await expect(talk.message('It comes on Monday').getByText('edited')).toBeVisible()
  await expect(talk.message('Message deleted')).toBeVisible()
  await widget.page.reload()
  await expect(widget.dialog).toBeVisible()
  await expect(widget.message('It comes on Monday').getByText('edited')).toBeVisible()
  await expect(widget.log.getByText('Message deleted')).toBeVisible()

  // Opened in time, saved too late: refused in words, and what was written is still there.
  await desk.look()
  await talk.message('It comes on Monday').getByRole('button', { name: 'Edit message' }).click()
  await write(field, 'It comes on Tuesday')
  await server.advance(301_000)
  await field.press('Control+Enter')
  await expect(talk.log.getByRole('alert')).toHaveText(/5 minutes after it was sent/)
  await expect(field).toHaveValue('It comes on Tuesday')
  await field.press('Escape')
  await expect(talk.message('It comes on Monday')).toBeVisible()
  // With the time of the server, which it learns on loading, the desk offers it no more.
  await desk.page.reload()
  await expect(talk.message('It comes on Monday')).toBeVisible()
  await expect(talk.log.getByRole('button', { name: 'Edit message' })).toBeHidden()
})

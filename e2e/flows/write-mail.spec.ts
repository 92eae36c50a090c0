import { newKey } from '@care/client'
import { expectAccessible } from '../fixtures/axe.ts'
import { openMailbox } from '../fixtures/mailbox.ts'
import { expect, test } from '../fixtures/test.ts'
import { waitingCustomer } from '../fixtures/visitors.ts'
import { write } from '../pages/write.ts'

test('a mail is written to who has not written one, from the palette; receivers are offered', async ({
  server,
  team,
  openDesk,
}) => {
  const mailbox = await openMailbox(server, team)
  const tail = newKey().slice(0, 8)
  const elena = `elena.${tail}@customers.example`
  await team.admin.call('addCustomer', { body: { name: `Elena ${tail}`, email: elena } })
  const desk = await openDesk(team.anna)
  const { page, talk } = desk
  await waitingCustomer(server.origin, team.siteKey, 'Jonas Weber')
  await desk.accept('Jonas Weber')
  await expect(desk.journey.getByRole('button', { name: 'Write a mail' })).toBeVisible()
  await page.keyboard.press('Control+k')
  await write(page.getByRole('combobox', { name: 'Search and commands' }), 'Write a mail')
  await page.getByRole('option', { name: /^Write a mail/ }).click()
  const dialog = page.getByRole('dialog', { name: 'Mail to Jonas Weber' })
  await write(dialog.getByRole('textbox', { name: 'Subject' }), `Your offer ${tail}`)
  await expectAccessible(page, 'a mail that begins')
  await dialog.getByRole('button', { name: /^Write/ }).click()
  await expect(dialog).toBeHidden()

  const writer = talk.reply
  await expect(writer.getByRole('textbox', { name: 'Subject' })).toHaveValue(`Your offer ${tail}`)
  const to = writer.getByRole('combobox', { name: 'To', exact: true })
  await write(to, `Elena ${tail}`)
  await expect(page.getByRole('option', { name: new RegExp(elena) })).toBeVisible()
  await expectAccessible(page, 'receivers that are offered')
  await to.press('ArrowDown')
  await to.press('Enter')
  await expect(writer.getByRole('button', { name: `Remove Elena ${tail}` })).toBeVisible()
  await writer.getByRole('textbox', { name: 'Mail' }).click()
  await page.keyboard.type('Here it is.')
  await page.keyboard.press('Control+Shift+Enter')
  await expect(talk.log.getByRole('article').frameLocator('iframe').locator('body')).toContainText('Here it is.')
  await server.advance(11_000)
  const posted = async () => (await server.office()).posted.find((one) => one.to.includes(elena))
  await expect.poll(posted).toBeDefined()
  expect((await posted())?.raw).toContain(`From: Shop <${mailbox.address}>`)
})

test('a mail is written to a customer in the address book; it opens on the desk', async ({
  server,
  team,
  openDesk,
}) => {
  await openMailbox(server, team)
  const body = { name: 'Elena Petrova', email: 'elena@customers.example' }
  const { id } = await team.admin.call('addCustomer', { body })
  const desk = await openDesk(team.anna, { path: `/customers/${id}` })
  const { page, talk } = desk
  await page.getByRole('button', { name: 'Write a mail' }).click()
  const dialog = page.getByRole('dialog', { name: 'Mail to Elena Petrova' })
  await write(dialog.getByRole('textbox', { name: 'Subject' }), 'Your offer')
  await dialog.getByRole('button', { name: /^Write/ }).click()
  await expect(dialog).toBeHidden()
  await expect(talk.reply.getByRole('textbox', { name: 'Subject' })).toHaveValue('Your offer')
  await expect(talk.reply.getByRole('button', { name: 'Remove Elena Petrova' })).toBeVisible()
  await page.goto(`${server.origin}/customers/${id}`)
  await page.getByRole('button', { name: 'Plan a call back' }).click()
  await expect(page.getByRole('dialog', { name: 'Plan a call back' })).toBeVisible()
})

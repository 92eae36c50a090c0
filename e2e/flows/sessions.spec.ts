import { expect, test } from '../fixtures/test.ts'
import { password } from '../fixtures/team.ts'
import { waitingCustomer } from '../fixtures/visitors.ts'
import { signInPage } from '../pages/sign-in.ts'

test('a revoked session asks to sign in over the desk and keeps what was typed', async ({ team, server, openDesk }) => {
  const desk = await openDesk(team.anna)
  await waitingCustomer(server.origin, team.siteKey, 'Jonas Weber')
  await desk.accept('Jonas Weber')
  await desk.talk.field.pressSequentially('A long answer, half')

  const { items } = await desk.api.call('listSessions')
  const current = items.find(({ isCurrent }) => isCurrent)
  await desk.api.call('revokeSession', { params: { sessionId: current?.id ?? '' } })

  const dialog = desk.page.getByRole('dialog', { name: 'Your session has ended' })
  await expect(dialog).toBeVisible()
  // Behind the dialog, where nobody can write, the words still stand.
  const field = desk.page.getByRole('textbox', { name: 'Write a reply', includeHidden: true })
  await expect(field).toHaveValue('A long answer, half')
  const form = signInPage(desk.page)
  // Only the same person can go on here.
  await expect(form.email).toHaveValue(team.anna.email)
  await form.as(team.anna.email, 'wrong password')
  await expect(form.form.getByText('Email or password is wrong.')).toBeVisible()
  await form.as(team.anna.email, password)
  await expect(dialog).toBeHidden()
  await expect(desk.talk.field).toHaveValue('A long answer, half')
  await desk.talk.field.press('Control+Shift+Enter')
  await expect(desk.talk.message('A long answer, half')).toBeVisible()
  await expect(desk.talk.message('A long answer, half').getByText('Sending')).toBeHidden()
})

test('signing in and out as a person does', async ({ team, server, newPage }) => {
  const page = await newPage()
  await page.goto(server.origin)
  const form = signInPage(page)
  await form.as(team.anna.email, 'not it')
  await expect(form.form.getByRole('alert')).toHaveText('Email or password is wrong.')
  await form.as(team.anna.email, password)
  const tasks = page.getByRole('region', { name: 'Tasks in progress' })
  await expect(tasks).toBeVisible()
  await page.getByRole('button', { name: 'Settings' }).click()
  await page.getByRole('menuitem', { name: 'Sign out' }).click()
  await expect(form.form).toBeVisible()
  await page.reload()
  await expect(form.form).toBeVisible()
  await expect(tasks).toBeHidden()
})

test('the demo workspace offers its people with one click', async ({ server, newPage }) => {
  const page = await newPage()
  await page.goto(server.origin)
  await page
    .getByRole('region', { name: 'Demo workspace: sign in as' })
    .getByRole('button', { name: /Vera Ivanova/ })
    .click()
  await expect(page.getByRole('button', { name: /^Vera Ivanova, / })).toBeVisible()
})

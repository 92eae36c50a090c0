import { expect, test } from '../fixtures/test.ts'
import { password } from '../fixtures/team.ts'
import { waitingCustomer } from '../fixtures/visitors.ts'
import { deskPage } from '../pages/desk.ts'
import { picture } from '../fixtures/files.ts'
import { keysOf } from '../pages/keys.ts'
import { signInPage } from '../pages/sign-in.ts'
import { signInByApi } from '../fixtures/api.ts'

/** No pointer anywhere in here: what cannot be reached by keys fails. */
test('a whole working day by keyboard alone', async ({ team, server, newPage }) => {
  const page = await newPage()
  const desk = deskPage(page, await signInByApi(server.origin, team.anna.email, password))
  const { keyboard, focused, type, tabTo, toRegion } = keysOf(page)

  /** In the first moment of an offer the key is not heard: it may be the end of a word. Once heard, it is enough. */
  const acceptByKey = (): Promise<void> =>
    expect(async () => {
      if ((await desk.tasks.offer.isVisible()) && (await desk.tasks.accept.isEnabled())) await keyboard.press('a')
      await expect(desk.tasks.offer).toBeHidden({ timeout: 700 })
    }).toPass()

  // Signs in.
  await page.goto(server.origin)
  await expect(page.getByRole('form', { name: 'Sign in' })).toBeVisible()
  await keyboard.press('Tab')
  await expect(focused).toHaveAttribute('name', 'email')
  await type(team.anna.email)
  await keyboard.press('Tab')
  await type(password)
  await keyboard.press('Enter')
  await expect(desk.tasks.region).toBeVisible()

  // Goes away for lunch and comes back.
  await tabTo(/^Anna Kowalska, /)
  await keyboard.press('Enter')
  await expect(page.getByRole('menu', { name: 'Presence' })).toBeVisible()
  await type('Lunch'.slice(0, 2))
  await keyboard.press('Enter')
  await expect(desk.tasks.presence).toHaveAccessibleName(/Lunch/)
  await keyboard.press('Enter')
  await expect(page.getByRole('menu', { name: 'Presence' })).toBeVisible()
  await keyboard.press('Home')
  await keyboard.press('Enter')
  await expect(desk.tasks.presence).toHaveAccessibleName(/Anna Kowalska, Available/)

  // Accepts what rings.
  const jonas = await waitingCustomer(server.origin, team.siteKey, 'Jonas Weber', 'The pump is loud')
  await expect(desk.tasks.offer).toContainText('Jonas Weber')
  await acceptByKey()
  await expect(desk.talk.message('The pump is loud')).toBeVisible()
  await expect(desk.talk.field).toBeFocused()

  // Replies, leaves the composer, comments.
  await type('Since when?')
  await keyboard.press('Control+Shift+Enter')
  await expect(desk.talk.message('Since when?')).toBeVisible()
  await keyboard.press('Escape')
  await keyboard.press('n')
  await expect(desk.talk.field).toBeFocused()
  await type('Sounds like the old model')
  await keyboard.press('Control+Enter')
  await expect(desk.talk.message('Sounds like the old model')).toBeVisible()
  await keyboard.press('Escape')

  // Tags.
  await keyboard.press('l')
  await expect(desk.activity.getByRole('combobox', { name: 'Add tag' })).toBeFocused()
  await type('pump')
  await keyboard.press('Enter')
  await type('noise')
  await keyboard.press('Enter')
  await keyboard.press('Escape')
  await expect(desk.activity.getByText('pump', { exact: true })).toBeVisible()
  await expect(desk.activity.getByText('noise', { exact: true })).toBeVisible()

  // Edits the customer: F6 walks the regions, Tab the values.
  await desk.talk.log.evaluate(() => (document.activeElement as HTMLElement | null)?.blur())
  await toRegion('Context')
  await tabTo(/^Email: /)
  await keyboard.press('Enter')
  await expect(desk.customer.getByRole('textbox', { name: 'Email' })).toBeFocused()
  await type('jonas@weber.example')
  await keyboard.press('Enter')
  await expect(desk.customer.getByRole('button', { name: 'Email: jonas@weber.example' })).toBeFocused()
  await expect
    .poll(async () => (await desk.api.call('listCustomers', { query: { search: 'jonas@weber.example' } })).items.length)
    .toBe(1)

  // A second customer comes; she goes from one to the other and back.
  await waitingCustomer(server.origin, team.siteKey, 'Elena Petrova', 'Which beans?')
  await expect(desk.tasks.offer).toContainText('Elena Petrova')
  await acceptByKey()
  await expect(desk.talk.message('Which beans?')).toBeVisible()
  await jonas.call('sendWidgetMessage', { body: { clientMessageId: 'since-monday', text: 'Since Monday' } })
  await keyboard.press('Escape')
  // First to the row of the open task, then to the other one, wherever it stands.
  for (const key of ['j', 'j', 'k', 'k']) {
    await keyboard.press(key)
    await expect(focused).toHaveAttribute('data-row', /./)
    if ((await focused.textContent())?.includes('Jonas')) break
  }
  await keyboard.press('Enter')
  await expect(desk.talk.message('Since Monday')).toBeVisible()

  // Closes with an outcome.
  await keyboard.press('Escape')
  await keyboard.press('e')
  const dialog = page.getByRole('dialog', { name: 'Close with outcome' })
  await expect(dialog).toBeVisible()
  await keyboard.press('ArrowRight')
  await keyboard.press('ArrowLeft')
  await expect(dialog.getByRole('radio', { name: 'Solved', exact: true })).toBeChecked()
  await keyboard.press('Control+Enter')
  await expect(dialog).toBeHidden()
  await expect(desk.tasks.row('Jonas Weber')).toBeHidden()

  // On to the next one, and the help is one key away.
  await keyboard.press('j')
  await keyboard.press('Enter')
  await expect(desk.talk.message('Which beans?')).toBeVisible()
  await keyboard.press('Escape')
  await keyboard.press('?')
  await expect(page.getByRole('dialog', { name: 'Keyboard shortcuts' })).toBeVisible()
  await keyboard.press('Escape')
  await expect(page.getByRole('dialog')).toBeHidden()
})

test('the rest of the day by keyboard alone: decline, queue, stage, file, new request, journey, sign-out', async ({
  team,
  server,
  openDesk,
}) => {
  const desk = await openDesk(team.anna)
  const { page } = desk
  const { keyboard, focused, type, tabTo, toRegion } = keysOf(page)
  // The system's own dialog is the one thing that a test cannot type into.
  page.on('filechooser', (chooser) => void chooser.setFiles(picture('pump.png')))
  await waitingCustomer(server.origin, team.siteKey, 'Jonas Weber', 'The pump is loud')

  // Declines what rings and takes it from the queue after all.
  await expect(desk.tasks.offer).toContainText('Jonas Weber')
  await keyboard.press('Shift+A')
  await expect(desk.tasks.offer).toBeHidden()
  await tabTo(/^My requests/)
  await keyboard.press('ArrowRight')
  await expect(desk.tasks.queue).toBeFocused()
  await tabTo(/^Take: Jonas Weber/)
  await keyboard.press('Enter')
  await expect(desk.talk.message('The pump is loud')).toBeVisible()
  await expect(desk.talk.field).toBeFocused()

  // Priority by its letter, the stage by its menu.
  await expect(desk.talk.region.getByRole('button', { name: 'Priority: Normal' })).toBeVisible()
  await keyboard.press('Escape')
  await keyboard.press('p')
  await expect(page.getByRole('menu', { name: 'Priority: Normal' })).toBeVisible()
  await type('Hi')
  await keyboard.press('Enter')
  await expect(desk.talk.region.getByRole('button', { name: 'Priority: High' })).toBeVisible()
  await expect(page.getByRole('menu')).toBeHidden()
  await toRegion('Communication')
  await tabTo(/^Stage: /, 'Shift+Tab')
  await keyboard.press('Enter')
  await expect(page.getByRole('menu', { name: /^Stage: / })).toBeVisible()
  await type('Wa')
  await keyboard.press('Enter')
  await expect(desk.talk.region.getByRole('button', { name: 'Stage: Waiting' })).toBeFocused()

  // Keeps the request open; its history says so.
  await tabTo(/^History$/)
  await keyboard.press('Enter')
  await tabTo(/^Keep open$/)
  await keyboard.press('Enter')
  await expect(desk.request.getByText('Kept open')).toBeVisible()

  // Sends a file.
  await keyboard.press('r')
  await expect(desk.talk.field).toBeFocused()
  await type('It looks so')
  await tabTo(/^Attach a file$/)
  await keyboard.press('Enter')
  await expect(desk.talk.reply.getByRole('button', { name: 'Remove pump.png' })).toBeVisible()
  await expect(desk.talk.reply.getByRole('progressbar')).toHaveCount(0)
  await keyboard.press('r')
  await keyboard.press('Control+Shift+Enter')
  await expect(desk.talk.log.getByRole('img', { name: 'pump.png' })).toBeVisible()

  // Adds a request of the same customer, and goes back to the talk by the journey.
  await keyboard.press('Escape')
  await keyboard.press('c')
  const dialog = page.getByRole('dialog', { name: 'Add request' })
  await expect(dialog.getByRole('textbox', { name: 'Title' })).toBeFocused()
  await type('A pump to try')
  await keyboard.press('Control+Enter')
  await expect(dialog).toBeHidden()
  await expect(desk.talk.region.getByRole('heading', { level: 1 })).toHaveText('A pump to try')
  await expect(desk.journey.getByRole('treeitem', { level: 1 })).toHaveCount(2)
  await tabTo(/Now$/)
  await keyboard.press('Home')
  await expect(focused).toContainText(/REQ-\d+/)
  await keyboard.press('End')
  await keyboard.press('Enter')
  await expect(desk.talk.message('It looks so')).toBeVisible()

  // Goes home.
  await toRegion('Tasks in progress')
  await tabTo(/^Settings$/, 'Shift+Tab')
  await keyboard.press('Enter')
  await expect(page.getByRole('menu')).toBeVisible()
  await type('Sign')
  await keyboard.press('Enter')
  await expect(page.getByRole('dialog', { name: 'Sign out' })).toBeVisible()
  // A talk goes back to its queue unless one says otherwise.
  await tabTo(/^Sign out/)
  await keyboard.press('Enter')
  await expect(signInPage(page).form).toBeVisible()
})

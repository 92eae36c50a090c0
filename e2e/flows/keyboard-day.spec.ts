import { expect, test } from '../fixtures/test.ts'
import { password } from '../fixtures/team.ts'
import { waitingCustomer } from '../fixtures/visitors.ts'
import { deskPage } from '../pages/desk.ts'
import { signInByApi } from '../fixtures/api.ts'

/** No pointer anywhere in here: what cannot be reached by keys fails. */
test('a whole working day by keyboard alone', async ({ team, server, newPage }) => {
  const page = await newPage()
  const desk = deskPage(page, await signInByApi(server.origin, team.anna.email, password))
  const { keyboard } = page
  const type = (text: string): Promise<void> => keyboard.type(text)
  const focused = page.locator(':focus')
  const tabTo = async (name: RegExp): Promise<void> => {
    for (let tries = 0; tries < 60; tries += 1) {
      await keyboard.press('Tab')
      const label = await focused.evaluateAll(
        ([element]) => element?.getAttribute('aria-label') ?? element?.textContent ?? '',
      )
      if (name.test(label)) return
    }
    throw new Error(`nothing like ${name} can be reached by Tab`)
  }

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
  for (let tries = 0; tries < 8; tries += 1) {
    await keyboard.press('F6')
    const isInContext = await focused.evaluateAll(
      ([element]) => element?.closest('[role=complementary], aside') !== null,
    )
    if (isInContext) break
  }
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

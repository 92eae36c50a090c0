import { newKey } from '@care/client'
import type { Page } from '@playwright/test'
import { expect, test } from '../fixtures/test.ts'
import { expectAccessible } from '../fixtures/axe.ts'
import { waitingCustomer } from '../fixtures/visitors.ts'
import { keysOf } from '../pages/keys.ts'
import { go } from '../pages/go.ts'

const paletteOf = (page: Page) => {
  const dialog = page.getByRole('dialog', { name: 'Search and commands' })
  return {
    dialog,
    field: dialog.getByRole('combobox'),
    option: (name: string | RegExp) => dialog.getByRole('option', { name }),
  }
}

test('everything by a few letters: actions, screens, people, requests, quick replies, settings', async ({
  team,
  server,
  openDesk,
}) => {
  const desk = await openDesk(team.anna)
  const { page } = desk
  const { keyboard, focused, type } = keysOf(page)
  const palette = paletteOf(page)
  const chosen = palette.dialog.getByRole('option', { selected: true })
  const shortcut = `descale-${Date.now()}`
  await desk.api.call('addQuickReply', {
    body: { isShared: false, shortcut, title: 'How to descale', texts: { en: 'Run it with vinegar.' } },
  })
  await waitingCustomer(server.origin, team.siteKey, 'Margarethe Oberhuber', 'The grinder rattles')
  await desk.accept('Margarethe Oberhuber')
  await expect(desk.talk.field).toBeFocused()

  // Opens while one writes, and gives the field back.
  await type('One mo')
  await keyboard.press('Control+k')
  await expect(palette.field).toBeFocused()
  await expect(palette.dialog.getByRole('group', { name: 'Actions' })).toBeVisible()
  await expectAccessible(page, 'palette', '[role=dialog]')
  await keyboard.press('Escape')
  await expect(desk.talk.field).toBeFocused()
  await type('ment')
  await expect(desk.talk.field).toHaveValue('One moment')

  // An action of the open task, by letters in the middle of it; its own panel opens.
  await keyboard.press('Control+k')
  await type('prio high')
  await expect(chosen).toContainText('High')
  await keyboard.press('Enter')
  await expect(desk.talk.region.getByRole('button', { name: 'Priority: High' })).toBeVisible()

  // A customer by a part of the name; the number of the request leads back.
  await keyboard.press('Control+k')
  await type('oberhub')
  await expect(palette.option(/^Margarethe Oberhuber/)).toBeVisible()
  while (!(await chosen.textContent())?.startsWith('Margarethe')) await keyboard.press('ArrowDown')
  await keyboard.press('Enter')
  await expect(page).toHaveURL(/\/customers\//)
  await keyboard.press('Control+k')
  await type('grinder')
  await expect(chosen).toContainText('The grinder rattles')
  await keyboard.press('Enter')
  await expect(desk.talk.message('The grinder rattles')).toBeVisible()

  // A quick reply goes into the composer, which shows it before it is taken.
  await keyboard.press('Control+k')
  await type('descale')
  await expect(chosen).toContainText('How to descale')
  await keyboard.press('Enter')
  await expect(desk.talk.region.getByRole('listbox', { name: 'Quick replies' })).toContainText('How to descale')
  await keyboard.press('Enter')
  await expect(desk.talk.field).toHaveValue(/Run it with vinegar\./)

  // A colleague: handing over begins with him chosen; nothing is handed over without a reason.
  await keyboard.press('Control+k')
  await type('transfer to')
  await expect(chosen).toContainText('Transfer to')
  await keyboard.press('Enter')
  const transfer = page.getByRole('dialog', { name: 'Transfer' })
  await expect(transfer.getByRole('radio', { checked: true })).toHaveCount(1)
  await keyboard.press('Escape')

  // What does not exist says so; presence, look and screens.
  await keyboard.press('Control+k')
  await type('REQ-99999')
  await expect(chosen).toContainText('Open REQ-99999')
  await keyboard.press('Enter')
  await expect(page.getByText('There is no request with this number')).toBeVisible()
  await keyboard.press('Control+k')
  await type('xyzzyx')
  await expect(palette.dialog).toContainText('Nothing is called so.')
  await keyboard.press('Control+a')
  await type('lunch')
  await keyboard.press('Enter')
  await expect(desk.tasks.presence).toHaveAccessibleName(/Lunch/)
  await keyboard.press('Control+k')
  await type('all req')
  await expect(chosen).toContainText('All requests')
  await keyboard.press('Enter')
  await expect(page).toHaveURL(/\/requests/)

  // Settings: a page of them, and the look at once.
  await keyboard.press('Control+k')
  await type('macros')
  await expect(chosen).toContainText('Macros')
  await expect(chosen).toContainText('Settings')
  await keyboard.press('Enter')
  await expect(page).toHaveURL(/\/settings\/macros/)
  await keyboard.press('Control+k')
  await type('dark')
  await expect(chosen).toContainText('Dark')
  await keyboard.press('Enter')
  await expect(page.locator('html')).toHaveAttribute('data-theme', 'dark')

  // What may not be done is not offered: here no task is open, and settings of the house are not hers.
  await keyboard.press('Control+k')
  await type('close with')
  await expect(palette.option(/Close with outcome/)).toHaveCount(0)
  await keyboard.press('Control+a')
  await type('blocked')
  await expect(palette.option(/Blocked senders/)).toHaveCount(0)
  await keyboard.press('Control+k')
  await expect(palette.dialog).toBeHidden()
  await expect(focused).toHaveCount(1)
})

test('keys: help that is searched, two keys to a screen, off and with Alt, on every computer', async ({
  team,
  openDesk,
}) => {
  const desk = await openDesk(team.anna)
  const { page } = desk
  const { keyboard, type } = keysOf(page)
  const help = page.getByRole('dialog', { name: 'Keyboard shortcuts' })
  const hint = page.getByText(/My to-dos$/)
  await expect(desk.tasks.region).toBeVisible()

  // The help is found in, and says what is pressed.
  await keyboard.press('?')
  await expect(help.getByRole('region', { name: 'Open task' })).toContainText('Close with outcome')
  await type('unread')
  await expect(help.locator('dt')).toHaveText(['Mark as unread'])
  await expectAccessible(page, 'help', '[role=dialog]')
  await help.getByRole('radio', { name: 'With Alt' }).check()
  await expect(help.locator('dd').first()).toContainText('Alt U')
  await keyboard.press('Escape')

  // Letters alone do nothing now; with Alt they do, also two of them.
  await keyboard.press('?')
  await keyboard.press('c')
  await expect(page.getByRole('dialog')).toHaveCount(0)
  await keyboard.press('Alt+c')
  await expect(page.getByRole('dialog', { name: 'Add request' })).toBeVisible()
  await keyboard.press('Escape')
  await expect(page.getByRole('dialog')).toHaveCount(0)
  await keyboard.press('Alt+g')
  await expect(hint).toBeVisible()
  await expect(hint).toBeHidden()
  await keyboard.press('Alt+g')
  await keyboard.press('Alt+t')
  await expect(page).toHaveURL(/\/todos/)

  // The setting is the person's, not the browser's.
  const other = await openDesk(team.anna, { presence: null })
  await expect(other.tasks.region).toBeVisible()
  await other.page.keyboard.press('c')
  await expect(other.page.getByRole('dialog')).toHaveCount(0)
  await other.page.keyboard.press('Alt+Shift+?')
  await other.page
    .getByRole('dialog', { name: 'Keyboard shortcuts' })
    .getByRole('radio', { name: 'On', exact: true })
    .check()
  await other.page.keyboard.press('Escape')
  await expect(other.page.getByRole('dialog')).toHaveCount(0)
  await go(other.page, ',')
  await expect(other.page.getByRole('menu', { name: 'Settings' })).toBeVisible()
  await other.page.keyboard.press('Escape')
  await expect(other.page.getByRole('menu')).toHaveCount(0)
  await go(other.page, 'z')
  await expect(other.page.getByText('Nothing is snoozed')).toBeVisible()
})

test('the focus is never lost: after closing, handing back, undo and what was on the screen for a moment', async ({
  team,
  server,
  openDesk,
}) => {
  const desk = await openDesk(team.anna)
  const { page } = desk
  const { keyboard, focused } = keysOf(page)
  await waitingCustomer(server.origin, team.siteKey, 'Jonas Weber', 'I am Jonas Weber')
  await desk.accept('Jonas Weber')
  const elena = await waitingCustomer(server.origin, team.siteKey, 'Elena Petrova', 'I am Elena Petrova')
  await desk.accept('Elena Petrova')
  const region = (): Promise<string | null | undefined> =>
    focused.evaluateAll(([element]) => element?.closest('[data-region]')?.getAttribute('aria-label'))

  // The row on which one stands goes to another list, since its customer answers.
  await desk.talk.say('How can I help?')
  const waits = desk.tasks.region.getByRole('list', { name: 'Waiting for customer' })
  await expect(waits).toContainText('Elena Petrova')
  await desk.tasks.row('Elena Petrova').focus()
  await elena.call('sendWidgetMessage', { body: { clientMessageId: newKey(), text: 'With my grinder' } })
  await expect(waits).toBeHidden()
  await expect(desk.tasks.row('With my grinder')).toBeFocused()

  // Closing takes the row and the Close button away; undo by its button, which goes with its message.
  await desk.tasks.row('Elena Petrova').focus()
  await keyboard.press('e')
  await expect(page.getByRole('dialog', { name: 'Close with outcome' })).toBeVisible()
  await keyboard.press('ArrowRight')
  await keyboard.press('Control+Enter')
  await expect(page.getByRole('dialog')).toHaveCount(0)
  await expect(desk.tasks.row('Elena Petrova')).toBeHidden()
  await expect(focused).toHaveCount(1)
  const undo = page.getByRole('button', { name: /^Undo/ })
  await undo.focus()
  await keyboard.press('Enter')
  await expect(undo).toBeHidden()
  await expect(desk.tasks.row('Elena Petrova')).toBeVisible()
  await expect(focused).toHaveCount(1)
  await expect.poll(region).toMatch(/Tasks in progress|Communication/)

  // What one stood on is taken away: the next place of the same region.
  await desk.tasks.row('Elena Petrova').focus()
  await keyboard.press('Enter')
  await expect(desk.talk.field).toBeFocused()
  await keyboard.press('Escape')
  await desk.talk.region.getByRole('button', { name: 'More actions' }).focus()
  await keyboard.press('Enter')
  await page.getByRole('menuitem', { name: 'Return to queue' }).focus()
  await keyboard.press('Enter')
  await expect(page.getByRole('menu')).toHaveCount(0)
  await expect(focused).toHaveCount(1)
})

import { expect, test } from '../fixtures/test.ts'
import { waitingCustomer } from '../fixtures/visitors.ts'
import type { Desk } from '../pages/desk.ts'
import { pick, write } from '../pages/write.ts'

/** Chooses in the menu of a value below the request's title. */
async function choose({ page, talk }: Desk, value: string, choice: string): Promise<void> {
  await page.bringToFront()
  await talk.region.getByRole('button', { name: new RegExp(`^${value}: `) }).click()
  await page.getByRole('menu').getByRole('menuitemradio', { name: choice }).click()
}

test('what one desk changes is at once on the other: request, activity, comments, journey', async ({
  team,
  server,
  openDesk,
}) => {
  const { activityId } = await waitingCustomer(server.origin, team.siteKey, 'Jonas Weber', 'My cup is broken')
  const anna = await openDesk(team.anna)
  await anna.accept('Jonas Weber')
  const vera = await openDesk(team.vera, { presence: 'busy', path: `/a/${activityId}` })
  await expect(vera.talk.message('My cup is broken')).toBeVisible()
  const header = (desk: Desk, words: string) => desk.talk.region.getByRole('button', { name: words, exact: true })

  await choose(anna, 'Stage', 'Waiting')
  await expect(header(vera, 'Stage: Waiting')).toBeVisible()
  await expect(vera.request.locator('[aria-current=step]')).toHaveText('Waiting')
  await choose(vera, 'Priority', 'Urgent')
  await expect(header(anna, 'Priority: Urgent')).toBeVisible()
  await expect(anna.request.getByRole('button', { name: 'Priority: Urgent' })).toBeVisible()
  await expect(anna.tasks.row('Jonas Weber')).toContainText('Urgent')
  await vera.request.getByRole('button', { name: /^Due: / }).click()
  const due = vera.request.getByLabel('Due')
  await pick(due, '2031-12-24T10:30')
  await due.press('Enter')
  await expect(anna.request.getByRole('button', { name: /^Due: .*24.*Dec.*2031.*10:30/ })).toBeVisible()
  await anna.edit(anna.request, 'Title', 'A cup in two parts')
  await expect(vera.talk.region.getByRole('heading', { level: 1 })).toHaveText('A cup in two parts')

  await vera.comments.getByRole('textbox', { name: 'Add a comment for your team' }).pressSequentially('Send a new one')
  await vera.comments.getByRole('textbox', { name: 'Add a comment for your team' }).press('Enter')
  await expect(anna.comments.getByText('Send a new one')).toBeVisible()
  await expect(anna.talk.message('Send a new one')).toBeVisible()
  await anna.look()
  await anna.activity.getByRole('button', { name: 'Add tag' }).click()
  await write(anna.activity.getByRole('combobox', { name: 'Add tag' }), 'china')
  await anna.page.keyboard.press('Enter')
  await expect(vera.activity.getByText('china', { exact: true })).toBeVisible()

  await choose(vera, 'Assignee', 'You')
  await expect(header(anna, 'Assignee: Vera Ivanova')).toBeVisible()
  await expect(anna.request.getByRole('button', { name: 'Assignee: Vera Ivanova' })).toBeVisible()
})

test('a request is added by hand, and any activity of the customer opens from the journey', async ({
  team,
  server,
  openDesk,
}) => {
  const chat = await waitingCustomer(server.origin, team.siteKey, 'Jonas Weber', 'My cup is broken')
  const anna = await openDesk(team.anna)
  await anna.accept('Jonas Weber')
  await anna.talk.say('A new one is on its way')
  await anna.close('Solved')
  // The same customer comes back with something else.
  const { chat: next } = await chat.call('startChat', {
    body: { clientMessageId: `back-${Date.now()}`, text: 'And a spoon?' },
  })
  await anna.accept('Jonas Weber')
  await expect(anna.talk.message('And a spoon?')).toBeVisible()
  const boris = await openDesk(team.boris, { presence: 'busy', path: `/a/${next.activityId}` })
  await expect(boris.talk.message('And a spoon?')).toBeVisible()

  // Another activity is read beside the talk, or put into Communication and left again.
  const old = anna.journey.getByRole('treeitem', { level: 2 }).filter({ hasNotText: 'Now' })
  await expect(old).toHaveCount(1)
  await anna.look()
  await old.click()
  const viewer = anna.page.getByRole('dialog', { name: /^Activity: / })
  await expect(viewer.getByText('A new one is on its way')).toBeVisible()
  await expect(anna.talk.message('And a spoon?')).toBeVisible()
  await viewer.getByRole('button', { name: 'Show in Communication' }).click()
  await expect(viewer).toBeHidden()
  await expect(anna.talk.message('A new one is on its way')).toBeVisible()
  await expect(anna.talk.region.getByText('This talk has ended')).toBeVisible()
  await anna.talk.region.getByRole('button', { name: /^Back/ }).first().click()
  await expect(anna.talk.message('And a spoon?')).toBeVisible()
  await expect(anna.talk.field).toBeEditable()

  await anna.journey.getByRole('button', { name: 'Add request' }).click()
  const dialog = anna.page.getByRole('dialog', { name: 'Add request' })
  await expect(dialog).toContainText('Jonas Weber')
  await dialog.getByRole('button', { name: 'Add request' }).click()
  await expect(dialog.getByText('A title is needed')).toBeVisible()
  await write(dialog.getByRole('textbox', { name: 'Title' }), 'Six spoons for the office')
  await dialog.getByRole('button', { name: 'Add request' }).click()
  await expect(dialog).toBeHidden()
  await expect(anna.page.getByText(/^REQ-\d+ added$/)).toBeVisible()
  await expect(anna.talk.region.getByRole('heading', { level: 1 })).toHaveText('Six spoons for the office')
  await expect(anna.request.getByRole('button', { name: 'Assignee: You' })).toBeVisible()
  // Boris learns of it without asking, and not what it is about: it is Anna's and in no queue.
  await expect(boris.journey.getByRole('treeitem', { level: 1 })).toHaveCount(2)
})

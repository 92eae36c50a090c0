import { expect, test } from '../fixtures/test.ts'
import { waitingCustomer } from '../fixtures/visitors.ts'
import type { Desk } from '../pages/desk.ts'
import { hold } from '../pages/hold.ts'
import { write } from '../pages/write.ts'

const jonas = { name: 'Jonas Weber', email: 'jonas@example.com', question: 'Where is my parcel?' }
const hour = 3_600_000

test('closing with an outcome ends the talk, asks for a rating, and the desk sees it', async ({
  team,
  openDesk,
  openWidget,
}) => {
  const desk = await openDesk(team.anna)
  const widget = await openWidget(team)
  await widget.begin(jonas)
  await desk.accept('Jonas Weber')
  await desk.talk.say('It arrives today')

  await desk.talk.region.getByRole('button', { name: 'Close with outcome' }).click()
  const dialog = desk.page.getByRole('dialog', { name: 'Close with outcome' })
  await expect(dialog).toContainText('Reopens if Jonas Weber replies')
  // Without an outcome it stays open and says so.
  await dialog.getByRole('button', { name: 'Close', exact: true }).click()
  await expect(dialog.getByText('Choose an outcome')).toBeVisible()
  await dialog.getByText('Solved', { exact: true }).click()
  await dialog.getByRole('button', { name: 'Close', exact: true }).click()
  await expect(dialog).toBeHidden()
  await expect(desk.request.getByText('Closed as Solved')).toBeVisible()
  await expect(desk.tasks.row('Jonas Weber')).toBeHidden()

  await widget.look()
  const rating = widget.frame.getByRole('radiogroup', { name: 'How did Anna Kowalska do?' })
  await expect(rating).toBeVisible()
  await widget.frame.getByRole('radio', { name: 'Very good' }).check({ force: true })
  await widget.frame.getByRole('button', { name: 'Send rating' }).click()
  await expect(widget.frame.getByText('Thank you for your rating')).toBeVisible()
  await expect(desk.request.getByText('Rated 5 of 5')).toBeVisible()
  // Once only, also after a reload.
  await widget.page.reload()
  await expect(widget.frame.getByText('Thank you for your rating')).toBeVisible()
  await expect(rating).toBeHidden()
})

test('a reply within the window reopens the request; a later one begins a new one linked to it', async ({
  team,
  server,
  openDesk,
  openWidget,
}) => {
  const desk = await openDesk(team.anna)
  const widget = await openWidget(team)
  await widget.begin(jonas)
  await desk.accept('Jonas Weber')
  const number = await desk.talk.region.getByRole('button', { name: /^REQ-\d+$/ }).textContent()
  await desk.close('Solved')
  await expect(desk.request.getByText('Closed as Solved')).toBeVisible()

  // Three days are the window of the type.
  await server.advance(71 * hour)
  const again = async (question: string): Promise<void> => {
    await widget.look()
    await widget.frame.getByRole('button', { name: 'New chat' }).click()
    await widget.frame.getByLabel('Your question').pressSequentially(question)
    await widget.frame.getByRole('button', { name: 'Start chat' }).click()
    await expect(widget.message(question)).toBeVisible()
  }
  await again('It is still not here')
  await desk.accept('Jonas Weber')
  await expect(desk.talk.message('It is still not here')).toBeVisible()
  await expect(desk.talk.region.getByRole('button', { name: number ?? '' })).toBeVisible()
  await expect(desk.request.getByText('Closed as Solved')).toBeHidden()
  await desk.request.getByRole('button', { name: 'History' }).click()
  await expect(desk.request.getByText('Reopened')).toBeVisible()

  await desk.close('Not solved')
  await server.advance(73 * hour)
  await again('I have got another one')
  await desk.accept('Jonas Weber')
  await expect(desk.talk.message('I have got another one')).toBeVisible()
  await expect(desk.talk.region.getByRole('button', { name: number ?? '', exact: true })).toBeHidden()
  await expect(desk.request.getByText(`Continues ${number}`)).toBeVisible()
  // Both stand in the journey.
  await expect(desk.journey.getByRole('treeitem', { name: new RegExp(`${number}\\b`) }).first()).toBeVisible()
})

test('two who close one request at the same time: the slower one is told who was faster, and loses no word', async ({
  team,
  server,
  openDesk,
}) => {
  const anna = await openDesk(team.anna)
  const { activityId } = await waitingCustomer(server.origin, team.siteKey, 'Jonas Weber')
  await anna.accept('Jonas Weber')
  const vera = await openDesk(team.vera, { presence: null, path: `/a/${activityId}` })
  const release = await hold(vera.page, '**/api/requests/*/close')
  await vera.talk.region.getByRole('button', { name: 'Close with outcome' }).click()
  const dialog = vera.page.getByRole('dialog', { name: 'Close with outcome' })
  await dialog.getByText('Not solved', { exact: true }).click()
  const note = dialog.getByRole('textbox', { name: /^Note/ })
  await write(note, 'He waits for a part')
  await dialog.getByRole('button', { name: 'Close', exact: true }).click()
  await anna.close('Solved')
  release()
  await vera.look()
  await expect(dialog.getByRole('alert')).toHaveText('Anna Kowalska has closed it already')
  await expect(note).toHaveValue('He waits for a part')
  await vera.page.keyboard.press('Escape')
  await expect(dialog).toBeHidden()
  await expect(vera.request.getByText('Closed as Solved')).toBeVisible()
  // Once only, and as the faster one said.
  const { request } = await vera.api.call('getActivity', { params: { activityId } })
  const { items } = await vera.api.call('getHistory', { params: { requestId: request.id } })
  expect(items.filter(({ type }) => type === 'request.closed')).toHaveLength(1)
})

test('two who end one talk at the same time: it ends once, and the slower one is told who was faster', async ({
  team,
  server,
  openDesk,
}) => {
  const anna = await openDesk(team.anna)
  const { activityId } = await waitingCustomer(server.origin, team.siteKey, 'Jonas Weber')
  await anna.accept('Jonas Weber')
  const vera = await openDesk(team.vera, { presence: null, path: `/a/${activityId}` })
  const end = async (desk: Desk): Promise<void> => {
    await desk.look()
    await desk.activity.getByRole('button', { name: 'Activity actions' }).click()
    await desk.page.getByRole('menuitem', { name: 'End chat' }).click()
  }
  const release = await hold(vera.page, '**/api/activities/*/end')
  await end(vera)
  await end(anna)
  await expect(anna.page.getByText('Talk ended', { exact: true })).toBeVisible()
  await expect(anna.activity.getByText('Ended', { exact: true })).toBeVisible()
  release()
  await vera.look()
  await expect(vera.page.getByText('Anna Kowalska has ended it already')).toBeVisible()
  // What she sees is how it stands: it is over, and not hers to take back.
  await expect(vera.activity.getByText('Ended', { exact: true })).toBeVisible()
  await expect(vera.page.getByRole('button', { name: /^Undo/ })).toBeHidden()
  const { request } = await vera.api.call('getActivity', { params: { activityId } })
  const { items } = await vera.api.call('getHistory', { params: { requestId: request.id } })
  expect(items.filter(({ type }) => type === 'activity.ended')).toHaveLength(1)
})

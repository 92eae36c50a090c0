import { newKey } from '@care/client'
import { waitingCustomer } from '../fixtures/visitors.ts'
import { expect, test } from '../fixtures/test.ts'
import type { Desk } from '../pages/desk.ts'
import { write } from '../pages/write.ts'

/** The server has what is typed, 300 ms after the last key. */
const isKept = (desk: Desk, comment: string): Promise<void> =>
  expect
    .poll(async () => {
      const [task] = (await desk.api.call('listTasks')).items.filter(({ state }) => state === 'wrapUp')
      const activityId = task?.activityId ?? ''
      return (await desk.api.call('getActivity', { params: { activityId } })).wrapUp?.draft.comment
    })
    .toBe(comment)

test('after the talk the operator wraps it up before the next offer; a reload loses nothing; undo, and the clock', async ({
  makeTeam,
  server,
  openDesk,
}) => {
  const team = await makeTeam({ wrapUpSeconds: 60 })
  const desk = await openDesk(team.anna)
  const { page, talk, tasks } = desk
  await waitingCustomer(server.origin, team.siteKey, 'Jonas Weber')
  await desk.accept('Jonas Weber')
  const panel = talk.region.getByRole('region', { name: 'Wrap-up' })
  const endTalk = async (): Promise<void> => {
    await talk.region.getByRole('button', { name: 'More actions' }).click()
    await page.getByRole('menuitem', { name: 'End the talk' }).click()
    await expect(panel).toBeVisible()
  }

  await endTalk()
  await expect(tasks.region.getByRole('list', { name: 'Wrap-up' })).toContainText('Jonas Weber')
  // A slip: the talk goes on.
  await page.keyboard.press('z')
  await expect(panel).toBeHidden()
  await talk.say('I am still here')

  await endTalk()
  await waitingCustomer(server.origin, team.siteKey, 'Elena Petrova')
  await expect(tasks.queue).toContainText('1')
  await expect(tasks.offer).toBeHidden()
  await panel.getByRole('radio', { name: 'Not solved' }).check({ force: true })
  await write(panel.getByRole('textbox', { name: /^Comment for your team/ }), 'Waits for a part')
  await page.reload()
  await expect(panel.getByRole('radio', { name: 'Not solved' })).toBeChecked()
  await expect(panel.getByRole('textbox', { name: /^Comment for your team/ })).toHaveValue('Waits for a part')
  await panel.getByRole('button', { name: 'More time' }).click()
  await panel.getByRole('button', { name: /^Done/ }).click()
  await expect(page.getByText('Wrapped up as Not solved')).toBeVisible()
  await expect(page.getByRole('region', { name: 'Comments' })).toContainText('Waits for a part')
  await expect(desk.activity).toContainText('Not solved')
  // Now the next one may ring.
  await desk.accept('Elena Petrova')

  await endTalk()
  await write(panel.getByRole('textbox', { name: /^Comment for your team/ }), 'Half a sent')
  await isKept(desk, 'Half a sent')
  await expect(panel).toContainText('“Solved” is recorded')
  await server.advance(61_000)
  await expect(panel).toBeHidden()
  await expect(page.getByRole('region', { name: 'Comments' })).toContainText('Half a sent')
  await expect(desk.activity).toContainText('Solved')
  await expect(tasks.region.getByRole('list', { name: 'Wrap-up' })).toBeHidden()
})

test('the customer leaves and writes on while it is wrapped up; who is slower at ending it is told who was faster', async ({
  makeTeam,
  server,
  openDesk,
}) => {
  const team = await makeTeam({ wrapUpSeconds: 60 })
  const anna = await openDesk(team.anna)
  const elena = await waitingCustomer(server.origin, team.siteKey, 'Elena Petrova')
  await anna.accept('Elena Petrova')
  const panel = anna.talk.region.getByRole('region', { name: 'Wrap-up' })
  const comment = panel.getByRole('textbox', { name: /^Comment for your team/ })

  await elena.call('leaveChat')
  await expect(panel).toBeVisible()
  await write(comment, 'Call her back')
  await isKept(anna, 'Call her back')
  await elena.call('sendWidgetMessage', { body: { clientMessageId: newKey(), text: 'One more thing' } })
  await expect(panel).toBeHidden()
  await expect(anna.talk.message('One more thing')).toBeVisible()
  await anna.talk.say('Go on')

  const vera = await openDesk(team.vera, { presence: null, path: new URL(anna.page.url()).pathname })
  await vera.talk.region.getByRole('button', { name: 'More actions' }).click()
  await expect(vera.page.getByRole('menuitem', { name: 'End the talk' })).toBeVisible()
  await anna.api.call('endActivity', { params: { activityId: elena.activityId } })
  await expect(comment).toHaveValue('Call her back')
  await vera.page.keyboard.press('Escape')
  await expect(vera.talk.region.getByText('Anna Kowalska wraps this up')).toBeVisible()
  await expect(team.admin.call('endActivity', { params: { activityId: elena.activityId } })).rejects.toMatchObject({
    details: { by: { name: 'Anna Kowalska' } },
  })
})

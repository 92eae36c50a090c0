import { expect, test } from '../fixtures/test.ts'
import { waitingCustomer } from '../fixtures/visitors.ts'
import { write } from '../pages/write.ts'

test('a talk is handed to a group: the one declines, the next reads why and has it; undone it is back at once', async ({
  team,
  server,
  openDesk,
}) => {
  const anna = await openDesk(team.anna)
  await waitingCustomer(server.origin, team.siteKey, 'Jonas Weber')
  await anna.accept('Jonas Weber')
  // Vera is of no queue; she hears it because she is of the group.
  const name = `Pump experts ${team.siteKey.slice(0, 6)}`
  await team.admin.call('addGroup', { body: { name, memberIds: [team.boris.id, team.vera.id] } })
  const boris = await openDesk(team.boris)
  const vera = await openDesk(team.vera)
  for (const desk of [boris, vera]) await expect(desk.tasks.presence).toHaveAccessibleName(/Available/)

  const hand = async (): Promise<void> => {
    await anna.look()
    await anna.talk.region.getByRole('heading', { level: 1 }).click()
    const dialog = anna.page.getByRole('dialog', { name: 'Transfer' })
    // Right after the undo the desk may not know yet that it is hers again.
    await expect(async () => {
      await anna.page.keyboard.press('t')
      await expect(dialog).toBeVisible({ timeout: 1_000 })
    }).toPass()
    await dialog.getByText(name).click()
    await write(dialog.getByRole('textbox', { name: 'Reason' }), 'It leaks at the pump')
    await dialog.getByRole('button', { name: 'Transfer', exact: true }).click()
    await expect(dialog).toBeHidden()
  }
  await hand()
  await anna.page.keyboard.press('z')
  await expect(anna.tasks.row('Jonas Weber')).toBeVisible()
  await expect(boris.tasks.offer).toBeHidden()
  await expect(vera.tasks.offer).toBeHidden()

  await hand()
  await expect.poll(async () => (await boris.tasks.offer.count()) + (await vera.tasks.offer.count())).toBe(1)
  const [first, second] = (await boris.tasks.offer.count()) === 1 ? [boris, vera] : [vera, boris]
  await first.look()
  await expect(first.tasks.offer).toContainText('From Anna Kowalska: It leaks at the pump')
  await expect(first.tasks.offer).toContainText(name)
  await first.tasks.decline.click()
  await second.look()
  await expect(second.tasks.offer).toContainText('It leaks at the pump')
  await second.accept('Jonas Weber')
  await expect(second.page.getByRole('region', { name: 'Comments' })).toContainText('It leaks at the pump')
  await expect(anna.tasks.row('Jonas Weber')).toBeHidden()
})

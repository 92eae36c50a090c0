import { clickNote, countAlarms, goAway, notesOf, tonesOf } from '../fixtures/alarms.ts'
import { expect, test } from '../fixtures/test.ts'
import { waitingCustomer } from '../fixtures/visitors.ts'

/** Longer than the pause between two rings. */
const aRingMs = 2_300

test('of two tabs of one operator one rings; what is done in one shows in the other', async ({
  team,
  server,
  openDesk,
}) => {
  const first = await openDesk(team.anna, { prepare: countAlarms })
  await expect(first.tasks.presence).toHaveAccessibleName(/Available/)
  const second = await openDesk(team.anna, { besides: first })
  await expect(second.tasks.presence).toHaveAccessibleName(/Available/)

  // Nobody looks at either tab: the older one rings and tells the desktop, alone.
  for (const tab of [first, second]) await goAway(tab.page, true)
  const jonas = await waitingCustomer(server.origin, team.siteKey, 'Jonas Weber', 'My cup is broken')
  for (const tab of [first, second]) await expect(tab.tasks.offer).toContainText('Jonas Weber')
  await expect.poll(() => notesOf(first.page)).toEqual(['● Offer: Jonas Weber: My cup is broken'])
  await expect.poll(() => tonesOf(first.page)).toBeGreaterThan(2)
  expect(await notesOf(second.page)).toEqual([])
  expect(await tonesOf(second.page)).toBe(0)
  // A click on it shows what is offered, and accepts nothing.
  await clickNote(first.page)
  await expect(first.talk.region.getByText('Accept the offer to reply')).toBeVisible()
  await expect(first.tasks.offer).toBeVisible()

  // Accepted in the younger one, it is silent and gone in the older one.
  for (const tab of [first, second]) await goAway(tab.page, false)
  await second.accept('Jonas Weber')
  await expect(first.tasks.offer).toBeHidden()
  await expect(first.tasks.row('Jonas Weber')).toBeVisible()
  await expect(first.talk.field).toBeEditable()
  expect(await notesOf(first.page)).toEqual([])
  const tones = await tonesOf(first.page)
  await first.page.waitForTimeout(aRingMs)
  expect(await tonesOf(first.page)).toBe(tones)

  // A reply of one stands in both.
  await second.talk.say('Said in the second tab')
  await expect(first.talk.message('Said in the second tab')).toBeVisible()
  await first.talk.say('Said in the first tab')
  await expect(second.talk.message('Said in the first tab')).toHaveCount(1)

  // What is read in one is read in the other.
  await waitingCustomer(server.origin, team.siteKey, 'Elena Petrova', 'Which beans?')
  await first.accept('Elena Petrova')
  await second.tasks.row('Elena Petrova').click()
  await expect(second.talk.message('Which beans?')).toBeVisible()
  await goAway(first.page, true)
  await jonas.call('sendWidgetMessage', { body: { clientMessageId: 'still-broken', text: 'It still is' } })
  for (const tab of [first, second]) await expect(tab.tasks.row('Jonas Weber')).toContainText('1 unread')
  await expect.poll(() => notesOf(first.page)).toContain('Jonas Weber: It still is')
  expect(await notesOf(second.page)).toEqual([])
  await second.look()
  await second.tasks.row('Jonas Weber').click()
  await expect(second.talk.message('It still is')).toBeVisible()
  await expect(first.tasks.row('Jonas Weber')).not.toContainText('unread')
  await expect.poll(() => notesOf(first.page)).toEqual([])

  // With the older tab closed the other one rings.
  await first.page.close()
  await waitingCustomer(server.origin, team.siteKey, 'Maya Ilieva', 'And me?')
  await expect(second.tasks.offer).toContainText('Maya Ilieva')
  await expect.poll(() => tonesOf(second.page)).toBeGreaterThan(0)
})

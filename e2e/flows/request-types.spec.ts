import { expectAccessible } from '../fixtures/axe.ts'
import type { Team } from '../fixtures/team.ts'
import { waitingCustomer } from '../fixtures/visitors.ts'
import { expect, test } from '../fixtures/test.ts'
import { pick, unfold, write } from '../pages/write.ts'

const name = (en: string) => ({ en })
/** The kinds of fields that nothing asks for. */
const optionalFields = (mark: string) => [
  { id: `pickup-${mark}`, kind: 'date' as const, name: name('Pickup') },
  { id: `insured-${mark}`, kind: 'yesNo' as const, name: name('Insured') },
  { id: `inspector-${mark}`, kind: 'person' as const, name: name('Inspector') },
  {
    id: `parts-${mark}`,
    kind: 'choices' as const,
    name: name('Parts'),
    options: [
      { key: 'lid', name: name('Lid') },
      { key: 'tank', name: name('Tank') },
    ],
  },
]

/** received → checking → approved → refunded or refused; a choice always, a text at the approval, a number at the end. */
async function aReturnType(admin: Team['admin'], mark: string): Promise<string> {
  const { id: typeId, version } = await admin.call('addRequestType', { body: { name: `Return ${mark}` } })
  const moves: [string, string][] = [
    ['received', 'checking'],
    ['checking', 'approved'],
    ['approved', 'refunded'],
    ['approved', 'refused'],
    ['refunded', 'checking'],
    ['refused', 'checking'],
  ]
  await admin.call('editRequestType', {
    params: { typeId },
    version,
    body: {
      stages: [
        { key: 'received', category: 'new', name: name('Received') },
        { key: 'checking', category: 'active', name: name('Checking') },
        { key: 'approved', category: 'active', name: name('Approved') },
        { key: 'refunded', category: 'closed', name: name('Refunded') },
        { key: 'refused', category: 'closed', name: name('Refused') },
      ],
      transitions: moves.map(([from, to]) => ({ from, to })),
      fields: [
        {
          id: `reason-${mark}`,
          kind: 'choice',
          name: name('Reason'),
          required: 'always',
          options: [
            { key: 'damaged', name: name('Damaged') },
            { key: 'wrong', name: name('Wrong item') },
          ],
        },
        {
          id: `damage-${mark}`,
          kind: 'longText',
          name: name('Damage'),
          required: 'stages',
          requiredStages: ['approved'],
          shownIf: { fieldId: `reason-${mark}`, values: ['damaged'] },
        },
        {
          id: `refund-${mark}`,
          kind: 'number',
          name: name('Refund'),
          required: 'stages',
          requiredStages: ['refunded'],
        },
        ...optionalFields(mark),
      ],
    },
  })
  return typeId
}

test('a talk becomes a return: asked at the move, filled in place, timed, filtered in the history, closed with its end', async ({
  team,
  server,
  openDesk,
}) => {
  const mark = team.siteId.slice(-6)
  await aReturnType(team.admin, mark)
  const desk = await openDesk(team.anna)
  await waitingCustomer(server.origin, team.siteKey, 'Jonas Weber', 'My tank is broken')
  await desk.accept('Jonas Weber')
  const { page, request: details } = desk
  const choose = async (field: string, option: string): Promise<void> => {
    await details.getByRole('button', { name: new RegExp(`^${field}:`) }).click()
    await page.getByRole('menuitem', { name: option, exact: true }).click()
  }

  // Another type: the stage of the same category, taken back as a whole, and done again.
  await choose('Type', `Return ${mark}`)
  await expect(details.getByRole('listitem').filter({ hasText: 'Checking' })).toHaveAttribute('aria-current', 'step')
  await page.getByRole('button', { name: /^Undo/ }).click()
  await expect(details.getByRole('button', { name: 'Type: General' })).toBeVisible()
  await choose('Type', `Return ${mark}`)
  await choose('Reason', 'Damaged')
  await expect(details.getByRole('button', { name: 'Damage: Not set' })).toBeVisible()

  // The move asks for what it needs and only for that; without it nothing is sent.
  await details.getByRole('button', { name: 'Move to Approved' }).click()
  const move = page.getByRole('dialog', { name: 'Move to Approved' })
  await expect(move.getByRole('textbox')).toHaveCount(1)
  await move.getByRole('button', { name: /^Move/ }).click()
  await expect(move.getByText('Required', { exact: true })).toBeVisible()
  await expectAccessible(page, 'asked at the move')
  await write(move.getByRole('textbox', { name: 'Damage' }), 'Cracked on arrival')
  await move.getByRole('button', { name: /^Move/ }).click()
  await expect(move).toBeHidden()
  await expect(details.getByRole('listitem').filter({ hasText: 'Approved' })).toHaveAttribute('aria-current', 'step')
  await expect(details.getByRole('button', { name: 'Damage: Cracked on arrival' })).toBeVisible()

  // The other kinds of fields, each in its way.
  await details.getByRole('button', { name: 'Pickup: Not set' }).click()
  await pick(details.getByLabel('Pickup'), '2026-12-01')
  await details.getByLabel('Pickup').press('Enter')
  await expect(details.getByRole('button', { name: 'Pickup: 1 Dec 2026' })).toBeVisible()
  await choose('Insured', 'Yes')
  await expect(details.getByRole('button', { name: 'Insured: Yes' })).toBeVisible()
  await details.getByRole('button', { name: 'Inspector: Not set' }).click()
  await page
    .getByRole('menuitem', { name: /^Vera Ivanova/ })
    .first()
    .click()
  await expect(details.getByRole('button', { name: /^Inspector: Vera Ivanova/ })).toBeVisible()
  const parts = details.getByRole('group', { name: 'Parts' })
  for (const part of ['Lid', 'Tank']) {
    await parts.getByRole('button', { name: part }).click()
    await expect(parts.getByRole('button', { name: part })).toHaveAttribute('aria-pressed', 'true')
  }

  // Time in each stage (what was undone was never there), followers, the history by kind.
  await details.getByText('Time in stages').click()
  await expect(details.getByRole('row', { name: /^Checking 1/ })).toBeVisible()
  await details.getByRole('button', { name: 'Follow', exact: true }).click()
  await expect(details.getByRole('button', { name: 'Stop following' })).toBeVisible()
  await details.getByRole('button', { name: 'History' }).click()
  await choose('Changes', 'Fields')
  const history = details.getByRole('list', { name: 'History' })
  await expect(history.getByText('Damage: none → Cracked on arrival')).toBeVisible()
  await expect(history.getByText('Request added')).toBeHidden()
  await expectAccessible(page, 'request with own fields')

  // Closing: of two ends the one with its field.
  await desk.talk.region.getByRole('button', { name: 'Close with outcome' }).click()
  const close = page.getByRole('dialog', { name: 'Close with outcome' })
  await close.getByText('Solved', { exact: true }).click()
  await close
    .getByRole('button', { name: /^Close/ })
    .last()
    .click()
  await expect(close.getByText('Required', { exact: true })).toBeVisible()
  await write(close.getByRole('textbox', { name: 'Refund' }), '12,5')
  await close
    .getByRole('button', { name: /^Close/ })
    .last()
    .click()
  await expect(close).toBeHidden()
  const { items } = await team.admin.call('listRequests', {
    query: { filter: JSON.stringify({ category: ['closed'] }), limit: 20 },
  })
  const closed = items.find(({ customer }) => customer.name === 'Jonas Weber')
  expect(closed?.stage).toBe('refunded')
})

test('a request is added while talking, with what its type always asks for', async ({ team, server, openDesk }) => {
  const mark = team.siteId.slice(-6)
  await aReturnType(team.admin, mark)
  const desk = await openDesk(team.anna)
  await waitingCustomer(server.origin, team.siteKey, 'Elena Petrova', 'One more thing')
  await desk.accept('Elena Petrova')
  const { page } = desk
  await desk.journey.getByRole('button', { name: 'Add request' }).click()
  const dialog = page.getByRole('dialog', { name: 'Add request' })
  await write(dialog.getByRole('textbox', { name: 'Title' }), 'Return the tank')
  await unfold(dialog.getByRole('combobox', { name: 'Type' }))
  await page.getByRole('option', { name: `Return ${mark}` }).click()
  await dialog.getByRole('button', { name: /^Add request/ }).click()
  await expect(dialog.getByText('Required', { exact: true })).toBeVisible()
  await unfold(dialog.getByRole('combobox', { name: 'Reason' }))
  await page.getByRole('option', { name: 'Wrong item' }).click()
  await dialog.getByRole('button', { name: /^Add request/ }).click()
  await expect(dialog).toBeHidden()
  await expect(desk.request.getByRole('button', { name: 'Reason: Wrong item' })).toBeVisible()
})

import { expect, test } from '../fixtures/test.ts'
import { write } from '../pages/write.ts'

test('an administrator types opening hours; a queue that keeps them closes, and the widget says when it opens', async ({
  makeTeam,
  newPage,
  openDesk,
  openWidget,
  server,
}) => {
  const team = await makeTeam()
  const anna = await openDesk(team.anna)
  const name = `Office ${team.siteKey.slice(0, 6)}`
  const admin = await openDesk(
    { id: 'admin', name: 'Administrator', email: 'admin@example.com' },
    { presence: null, path: '/settings/opening-hours' },
  )
  const page = admin.page.getByRole('region', { name: 'Opening hours' })
  await page.getByRole('button', { name: 'Add opening hours' }).click()
  const dialog = admin.page.getByRole('dialog', { name: 'Add opening hours' })
  await write(dialog.getByRole('textbox', { name: 'Name', exact: true }), name)
  const monday = dialog.getByRole('textbox', { name: 'Monday' })
  // What cannot be read is said where it stands, and nothing is saved.
  await write(monday, '17-9')
  await expect(monday).toHaveAttribute('aria-invalid', 'true')
  await dialog.getByRole('button', { name: 'Save' }).click()
  await expect(dialog).toBeVisible()
  for (const day of ['Monday', 'Tuesday', 'Wednesday', 'Thursday', 'Friday'])
    await write(dialog.getByRole('textbox', { name: day }), day === 'Monday' ? '9-12:30, 13-17' : '')
  await dialog.getByRole('button', { name: 'Add holiday' }).click()
  await dialog.getByLabel('Date').fill('2026-12-24')
  await write(dialog.getByRole('textbox', { name: 'Name of the holiday' }), 'Christmas Eve')
  await dialog.getByRole('button', { name: 'Save' }).click()
  await expect(dialog).toBeHidden()
  const line = page.getByRole('listitem').filter({ hasText: name })
  await expect(line).toContainText('No queue keeps them yet')

  const widget = await openWidget(team)
  await widget.open()
  await expect(widget.frame.getByRole('button', { name: 'Start chat' })).toBeVisible()
  const calendar = (await team.admin.call('listCalendars')).items.find((one) => one.name === name)
  expect(calendar).toMatchObject({
    days: [
      [
        { from: 540, to: 750 },
        { from: 780, to: 1020 },
      ],
      [],
      [],
      [],
      [],
      [],
      [],
    ],
    holidays: [{ date: '2026-12-24', name: 'Christmas Eve', intervals: [] }],
  })
  // Never open, so that the flow is the same on every day of the week.
  const { id, version, queues: _, ...hours } = calendar ?? { id: '', version: 0, queues: [] }
  await team.admin.call('editCalendar', {
    params: { calendarId: id },
    version,
    body: { ...hours, name, timeZone: 'UTC', holidays: [], days: Array.from({ length: 7 }, () => []) },
  })
  const queue = (await team.admin.call('listQueues')).items.find((one) => one.id === team.queueId)
  await team.admin.call('editQueue', {
    params: { queueId: team.queueId },
    version: queue?.version ?? 0,
    body: { calendarId: id },
  })
  await widget.look()
  await expect(widget.frame.getByRole('heading', { name: 'Leave a message' })).toBeVisible()
  await write(widget.frame.getByLabel('Email'), 'elena@example.com')
  await write(widget.frame.getByLabel('Message', { exact: true }), 'Please call me on Monday')
  await widget.frame.getByRole('button', { name: 'Send message' }).click()
  await expect(widget.frame.getByText('We answer to elena@example.com.')).toBeVisible()
  await anna.look()
  await expect(anna.tasks.offer).toContainText('elena@example.com')

  // Kept by a queue, so it cannot be removed; a stranger to settings does not see the page.
  await admin.look()
  await admin.page.reload()
  await expect(line.getByRole('button', { name: `Remove ${name}` })).toBeDisabled()
  await expect(line).toContainText('Never open')
  const outside = await newPage()
  await outside.goto(`${server.origin}/settings/opening-hours`)
  await expect(outside.getByRole('region', { name: 'Opening hours' })).toBeHidden()
})

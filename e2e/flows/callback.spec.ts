import { expect, test } from '../fixtures/test.ts'
import { write } from '../pages/write.ts'

const day = 86_400_000
const minute = 60_000

test('a customer asks to be called when nobody is there, is tried once, moves the call by the link and cancels it', async ({
  team,
  server,
  openDesk,
  openWidget,
  newPage,
}) => {
  const anna = await openDesk(team.anna)
  const now = (await anna.api.call('getMe')).presence.since
  // Closed now, open the whole day after tomorrow, so that the flow is the same at every hour.
  const opensOn = (new Date(now + 2 * day).getUTCDay() + 6) % 7
  const days = Array.from({ length: 7 }, (_, i) => (i === opensOn ? [{ from: 0, to: 1_440 }] : []))
  const { id: calendarId } = await team.admin.call('addCalendar', {
    body: { name: `Calls ${team.siteKey.slice(0, 6)}`, timeZone: 'UTC', days, holidays: [] },
  })
  const queue = (await team.admin.call('listQueues')).items.find(({ id }) => id === team.queueId)
  const params = { queueId: team.queueId }
  await team.admin.call('editQueue', { params, version: queue?.version ?? 0, body: { calendarId } })

  const widget = await openWidget(team)
  await widget.open()
  await widget.frame.getByRole('button', { name: 'Have us call you' }).click()
  await write(widget.frame.getByLabel('Phone number'), '12')
  await widget.frame.getByRole('button', { name: 'Ask for the call' }).click()
  await expect(widget.frame.getByText(/^Write the number with its country code/)).toBeVisible()
  await write(widget.frame.getByLabel('Phone number'), '+48 601 234 567')
  const slotAt = Number(await widget.frame.getByRole('combobox', { name: 'Time' }).inputValue())
  expect(slotAt).toBeGreaterThan(now + 12 * 60 * minute)
  await widget.frame.getByRole('button', { name: 'Ask for the call' }).click()
  await expect(widget.frame.getByRole('heading', { name: /^We call you/ })).toBeVisible()
  const link = (await widget.frame.getByRole('link', { name: 'Your call back' }).getAttribute('href')) ?? ''

  await anna.look()
  const { items } = await anna.api.call('listRequests', {
    query: { filter: JSON.stringify({ queueId: [team.queueId] }) },
  })
  const [request] = items
  await anna.page.goto(`${server.origin}/r/${request?.number}`)
  const part = anna.page.getByRole('region', { name: 'Call back' })
  await expect(part).toContainText('Asked for by the customer · Goes into the queue at')
  await expect(anna.tasks.offer).toBeHidden()

  const customer = await newPage()
  await customer.goto(link)
  await expect(customer.getByText(/^To \+•/)).toBeVisible()
  await server.advance(slotAt - now + minute)
  await anna.look()
  await expect(anna.tasks.offer).toContainText('+48 601 234 567')
  await anna.tasks.accept.click()
  await expect(part.getByRole('link', { name: 'Call +48 601 234 567' })).toBeVisible()
  await part.getByRole('button', { name: 'Not reached' }).click()
  await part.getByRole('button', { name: 'Save try' }).click()
  await expect(part.getByRole('list', { name: 'Tries' })).toContainText('Not reached')
  await expect(part).toContainText('Goes into the queue at')

  await customer.bringToFront()
  await customer.reload()
  const planned = customer.getByRole('heading', { name: /^We call you/ })
  const before = await planned.textContent()
  await customer.getByRole('combobox', { name: 'Time' }).selectOption({ index: 3 })
  await customer.getByRole('button', { name: 'Move the call' }).click()
  await expect(planned).not.toHaveText(before ?? '')
  await customer.getByRole('button', { name: 'Cancel the call' }).click()
  await expect(customer.getByRole('heading', { name: 'The call is cancelled' })).toBeVisible()
  await anna.look()
  await expect(part).toContainText('Cancelled by the customer')
})

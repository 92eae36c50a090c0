import { brokenPicture } from '../fixtures/files.ts'
import { expect, test } from '../fixtures/test.ts'
import { waitingCustomer } from '../fixtures/visitors.ts'
import { paste } from '../pages/write.ts'

const jonas = { name: 'Jonas Weber', email: 'jonas@example.com', question: 'May I ask something?' }
const nasty = [
  '<img src=x onerror="window.wasRun=1"><script>window.wasRun=1</script>',
  'Robert\'); DROP TABLE messages;-- " OR 1=1',
  'שלום עולם مرحبا 👩‍👩‍👧‍👦 🏳️‍🌈 e\u0301 \u202Egnidaer',
  '${7*7} {{7*7}} %s %00 \\u0000 ../../etc/passwd',
]

test('a message over the limit is not sent, is kept and says why, on both sides', async ({
  team,
  openDesk,
  openWidget,
}) => {
  const desk = await openDesk(team.anna)
  const widget = await openWidget(team)
  await widget.begin(jonas)
  await desk.accept('Jonas Weber')
  const long = 'a'.repeat(20_001)

  await widget.look()
  await paste(widget.field, long)
  await expect(widget.frame.getByText(/Too long: 20,?001 of 20,?000 characters/)).toBeVisible()
  await widget.field.press('Enter')
  await expect(widget.field).toHaveValue(long)
  await widget.field.press('Backspace')
  await widget.field.press('Enter')
  await expect(widget.field).toHaveValue('')
  await expect(desk.talk.message('aaaaaaaa').last()).toBeVisible()

  await desk.look()
  await paste(desk.talk.field, long)
  await expect(desk.talk.reply.getByText(/1 character too (many|long)/)).toBeVisible()
  await desk.talk.field.press('Control+Enter')
  await expect(desk.talk.field).toHaveValue(long)
  await desk.talk.field.press('Backspace')
  await desk.talk.field.press('Control+Shift+Enter')
  await expect(desk.talk.field).toHaveValue('')
  await expect(widget.log.getByRole('article')).toHaveCount(3)
})

test('uploads that are not what they say, empty or too large are refused, and the talk goes on', async ({
  team,
  openDesk,
  openWidget,
}) => {
  const desk = await openDesk(team.anna)
  const widget = await openWidget(team)
  await widget.begin(jonas)
  await desk.accept('Jonas Weber')

  await widget.attach({ name: 'nothing.png', mimeType: 'image/png', buffer: Buffer.alloc(0) })
  await expect(widget.frame.getByText('The file is empty')).toBeVisible()
  await widget.frame.getByRole('button', { name: 'Remove nothing.png' }).click()
  await widget.attach({
    name: 'huge.bin',
    mimeType: 'application/octet-stream',
    buffer: Buffer.alloc(25 * 1024 * 1024 + 1),
  })
  await expect(widget.frame.getByText(/Larger than/)).toBeVisible()
  await widget.frame.getByRole('button', { name: 'Remove huge.bin' }).click()
  await widget.attach(brokenPicture('photo.png'))
  await expect(widget.frame.getByText('Files of this kind are not accepted')).toBeVisible()
  await widget.frame.getByRole('button', { name: 'Remove photo.png' }).click()
  await widget.say('Then without a picture')
  await expect(desk.talk.message('Then without a picture')).toBeVisible()

  await desk.talk.attach(brokenPicture('scan.png'))
  await expect(desk.talk.reply.getByRole('alert')).toContainText('scan.png')
  await desk.talk.say('Never mind')
  await expect(widget.message('Never mind')).toBeVisible()
})

test('markup, SQL, right-to-left and emoji are text everywhere', async ({ team, openDesk, openWidget }) => {
  const desk = await openDesk(team.anna)
  const widget = await openWidget(team)
  await widget.begin({ ...jonas, name: '<b>Bobby</b> "Tables"' })
  await desk.accept('<b>Bobby</b> "Tables"')
  for (const text of nasty) {
    await widget.say(text)
    await expect(desk.talk.message(text)).toBeVisible()
    await desk.talk.addComment(text)
  }
  await desk.talk.say(nasty[0] ?? '')
  await expect(widget.message(nasty[0] ?? '')).toHaveCount(2)
  await desk.edit(desk.customer, 'Company', nasty[1] ?? '')
  await expect(desk.customer.getByRole('button', { name: `Company: ${nasty[1]}` })).toBeVisible()
  await desk.edit(desk.request, 'Title', nasty[2] ?? '')
  await expect(desk.talk.region.getByRole('heading', { level: 1 })).toHaveText(nasty[2] ?? '')
  await desk.page.reload()
  await expect(desk.talk.message(nasty[3] ?? '').first()).toBeVisible()
  for (const page of [desk.page, widget.page])
    for (const frame of page.frames()) expect(await frame.evaluate(() => 'wasRun' in window)).toBe(false)
  await desk.comments.getByRole('button', { name: '1 earlier' }).click()
  await expect(desk.comments.getByText(nasty[0] ?? '')).toBeVisible()
})

test('a name of 10,000 characters is refused with its limit, the text kept', async ({ team, server, openDesk }) => {
  const desk = await openDesk(team.anna)
  await waitingCustomer(server.origin, team.siteKey, 'Jonas Weber')
  await desk.accept('Jonas Weber')
  const long = 'n'.repeat(10_000)
  await desk.customer.getByRole('button', { name: 'Name: Jonas Weber' }).click()
  const field = desk.customer.getByRole('textbox', { name: 'Name' })
  await field.press('ControlOrMeta+a')
  await paste(field, long)
  await field.press('Enter')
  await expect(desk.customer.getByRole('alert')).toContainText('200 characters at most')
  await expect(field).toHaveValue(long)
  await field.press('Escape')
  await expect(desk.customer.getByRole('button', { name: 'Name: Jonas Weber' })).toBeVisible()
})

test('the widget’s form refuses a long name and a wrong email before sending, and keeps them', async ({
  team,
  openDesk,
  openWidget,
}) => {
  await openDesk(team.anna)
  const widget = await openWidget(team)
  await widget.open()
  await paste(widget.frame.getByLabel('Name'), 'n'.repeat(10_000))
  await widget.frame.getByLabel('Email').pressSequentially('not an email')
  await widget.frame.getByLabel('Your question').pressSequentially('Hello')
  await widget.frame.getByRole('button', { name: 'Start chat' }).click()
  await expect(widget.frame.getByText(/Too long: 10,?000 of 200 characters/)).toBeVisible()
  await expect(widget.frame.getByText('Write the email as name@example.com')).toBeVisible()
  await expect(widget.frame.getByLabel('Your question')).toHaveValue('Hello')
})

test('what is not the contract gets a clear error and no stack, and the server stays up', async ({ team, server }) => {
  const { origin } = server
  const json = { 'content-type': 'application/json' }
  const post = (path: string, body: string, headers: Record<string, string> = json) =>
    fetch(origin + path, { method: 'POST', headers, body })
  const cookie = `care_session=${team.admin.session}`
  const answers = await Promise.all([
    post('/api/session', 'this is not JSON'),
    post('/api/session', '{"email":1}'),
    post('/api/widget/chat', '{}', { ...json, authorization: 'Visitor forged' }),
    post('/api/widget/session', JSON.stringify({ siteKey: team.siteKey }), { ...json, origin: 'https://evil.example' }),
    fetch(`${origin}/api/requests/no-such-request`, { headers: { cookie } }),
    fetch(`${origin}/api/nothing/here`, { headers: { cookie } }),
    fetch(`${origin}/api/queues/${team.queueId}`, {
      method: 'PATCH',
      headers: { ...json, cookie, 'if-match': '999', 'idempotency-key': 'stale-version' },
      body: '{"name":"x"}',
    }),
  ])
  const codes: unknown[] = []
  for (const answer of answers) {
    const text = await answer.text()
    expect(answer.status).toBeGreaterThanOrEqual(400)
    expect(answer.status).toBeLessThan(500)
    expect(text).not.toMatch(/\bat .*\.(ts|js):\d+/)
    const envelope = JSON.parse(text) as Record<string, unknown>
    expect(Object.keys(envelope).toSorted()).toEqual(['code', 'details', 'message', 'requestId'])
    codes.push(envelope['code'])
  }
  expect(codes).toEqual([
    'BAD_JSON',
    'INVALID_INPUT',
    'VISITOR_UNKNOWN',
    'FOREIGN_ORIGIN',
    'NOT_FOUND',
    'NOT_FOUND',
    'CONFLICT',
  ])
  expect((await fetch(`${origin}/healthz`)).status).toBe(200)
})

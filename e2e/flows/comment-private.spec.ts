import { expect, test } from '../fixtures/test.ts'

const secret = 'the customer must not see this: kx7-blue'

test('a comment never reaches the widget, on no way', async ({ team, openDesk, openWidget, openLine }) => {
  const line = await openLine()
  const desk = await openDesk(team.anna)
  const widget = await openWidget(team, { line })
  // What the browser says it got, beside what went over the line.
  const frames: string[] = []
  widget.page.on('websocket', (socket) =>
    socket.on('framereceived', ({ payload }) => void frames.push(String(payload))),
  )
  const bodies: Promise<string>[] = []
  widget.page.on('response', (answer) => {
    if (answer.url().includes('/api/')) bodies.push(answer.text().catch(() => ''))
  })
  await widget.begin({ name: 'Jonas Weber', email: 'jonas@example.com', question: 'Is it heavy?' })
  await desk.accept('Jonas Weber')

  await desk.talk.addComment(secret)
  await expect(desk.comments.getByText(secret)).toBeVisible()
  await desk.comments.getByRole('textbox', { name: 'Add a comment for your team' }).pressSequentially('kx8-green below')
  await desk.comments.getByRole('textbox', { name: 'Add a comment for your team' }).press('Enter')
  await expect(desk.talk.message('kx8-green')).toBeVisible()
  // What comes after the comments on the same connection has arrived, so they would have too.
  await desk.talk.say('It weighs nine kilograms')
  await expect(widget.message('It weighs nine kilograms')).toBeVisible()
  await widget.page.reload()
  await expect(widget.message('It weighs nine kilograms')).toBeVisible()

  const wire = line.received() + frames.join('\n') + (await Promise.all(bodies)).join('\n')
  expect(wire).toContain('It weighs nine kilograms')
  expect(wire).not.toMatch(/kx7-blue|kx8-green/)
  expect(wire).not.toMatch(/comment\.added|"comment/)
  await expect(widget.log.getByText(/kx[78]/)).toHaveCount(0)
})

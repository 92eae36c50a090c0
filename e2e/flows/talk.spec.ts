import { expect, test } from '../fixtures/test.ts'
import { write } from '../pages/write.ts'
import { picture } from '../fixtures/files.ts'
import { waitingCustomer } from '../fixtures/visitors.ts'

const jonas = { name: 'Jonas Weber', email: 'jonas@example.com', question: 'Is the Aroma 2 in stock?' }

test('a customer and an operator talk, and each sees the other', async ({ team, openDesk, openWidget }) => {
  const desk = await openDesk(team.anna)
  const widget = await openWidget(team)
  await widget.begin(jonas)

  await desk.accept('Jonas Weber')
  await expect(desk.talk.message('Is the Aroma 2 in stock?')).toBeVisible()
  await expect(widget.frame.getByText('Anna Kowalska from Brewhaus')).toBeVisible()

  await desk.talk.say('Yes, three of them.')
  await expect(widget.message('Yes, three of them.')).toBeVisible()
  await widget.say('Please keep one for me')
  await expect(desk.talk.message('Please keep one for me')).toBeVisible()
})

test('typing signs go both ways and end', async ({ team, openDesk, openWidget }) => {
  const desk = await openDesk(team.anna)
  const widget = await openWidget(team)
  await widget.begin(jonas)
  await desk.accept('Jonas Weber')

  await widget.look()
  await widget.field.pressSequentially('Do you')
  await expect(desk.talk.region.getByText('Jonas Weber is typing')).toBeVisible()
  await write(widget.field, '')
  await expect(desk.talk.region.getByText('Jonas Weber is typing')).toBeHidden()

  await desk.look()
  await desk.talk.field.pressSequentially('One mo')
  await expect(widget.frame.getByText('Anna Kowalska is typing')).toBeAttached()
  await write(desk.talk.field, '')
  await expect(widget.frame.getByText('Anna Kowalska is typing')).not.toBeAttached()
})

test('read marks: sent, delivered, then read when the other looks', async ({ team, server, openDesk, openWidget }) => {
  const desk = await openDesk(team.anna)
  const widget = await openWidget(team)
  await widget.begin(jonas)
  // Nobody of the desk has opened it yet.
  await expect(widget.message(jonas.question).getByText('Seen')).toBeHidden()
  await desk.accept('Jonas Weber')
  await expect(widget.message(jonas.question).getByText('Seen')).toBeVisible()

  // Minimised it has arrived, and nobody has read it.
  await widget.frame.getByRole('button', { name: 'Minimise chat' }).click()
  await desk.talk.say('Here I am')
  await expect(desk.talk.message('Here I am').getByText('Delivered')).toBeAttached()
  await expect(desk.talk.message('Here I am').getByText('Read')).toBeHidden()
  await expect(widget.launcher).toHaveAccessibleName('Open chat, 1 unread')
  await widget.open()
  await expect(desk.talk.message('Here I am').getByText('Read')).toBeVisible()

  // The same the other way: on the desk, but in another task than the one that is read.
  await waitingCustomer(server.origin, team.siteKey, 'Elena Petrova', 'Which beans?')
  await desk.accept('Elena Petrova')
  await widget.say('So you are')
  await expect(widget.message('So you are').getByText('Delivered')).toBeVisible()
  await desk.look()
  await desk.tasks.row('Jonas Weber').click()
  await expect(widget.message('So you are').getByText('Seen')).toBeVisible()

  // With the page closed it is only sent.
  await widget.page.close()
  await desk.talk.say('Are you still there?')
  await expect(desk.talk.message('Are you still there?').getByText('Sent', { exact: true })).toBeAttached()
})

test('pictures and files go both ways, links open, line breaks stay', async ({ team, openDesk, openWidget }) => {
  const desk = await openDesk(team.anna)
  const widget = await openWidget(team)
  await widget.begin(jonas)
  await desk.accept('Jonas Weber')

  await widget.attach(picture('machine.png'))
  await expect(widget.frame.getByRole('button', { name: 'Remove machine.png' })).toBeVisible()
  await widget.say('It looks so')
  const seen = desk.talk.log.getByRole('img', { name: 'machine.png' })
  await expect(seen).toBeVisible()
  await expect.poll(() => seen.evaluate((image: HTMLImageElement) => image.naturalWidth)).toBeGreaterThan(0)

  await desk.talk.attach(picture('manual.png'), {
    name: 'manual.txt',
    mimeType: 'text/plain',
    buffer: Buffer.from('Clean it.\n'),
  })
  await expect(desk.talk.reply.getByRole('button', { name: /Remove.*manual\.txt/ })).toBeVisible()
  await expect(desk.talk.reply.getByRole('progressbar')).toHaveCount(0)
  await desk.talk.say('See https://shop.example/help\nand the files')
  const image = widget.log.getByRole('img', { name: 'manual.png' })
  await expect(image).toBeVisible()
  await expect.poll(() => image.evaluate((element: HTMLImageElement) => element.naturalWidth)).toBeGreaterThan(0)
  await expect(widget.log.getByRole('link', { name: /manual\.txt/ })).toBeVisible()
  await expect(widget.log.getByRole('link', { name: 'https://shop.example/help' })).toHaveAttribute(
    'href',
    'https://shop.example/help',
  )
  expect(await widget.texts()).toContain('See https://shop.example/help\nand the files')
})

import { screen, waitFor, within } from '@testing-library/preact'
import { userEvent } from '@testing-library/user-event'
import { beforeEach, expect, it } from 'vitest'
import { aChat, anAttachment, FakeServer, openWidget, slotsOfFake } from '../testing/fakes.tsx'

let server: FakeServer
const user = userEvent.setup()
beforeEach(() => {
  localStorage.clear()
  server = new FakeServer()
})
const field = (name: string): HTMLElement => screen.getByRole('textbox', { name })
const composer = (): Promise<HTMLTextAreaElement> => screen.findByRole('textbox', { name: 'Message' })
const log = (): HTMLElement => screen.getByRole('log', { name: 'Messages' })

it('asks for name, email and question, says what is wrong, and starts the chat', async () => {
  await openWidget(server)
  await screen.findByRole('dialog', { name: 'Chat with Brewhaus' })
  await user.type(field('Name'), 'Elena')
  await user.type(field('Email'), 'elena@lozenets')
  await user.type(field('Your question'), 'Cracked tank')
  await user.click(screen.getByRole('button', { name: 'Start chat' }))
  expect(screen.getByText('Write the email as name@example.com')).toBeTruthy()
  expect(server.bodies('startChat')).toEqual([])
  await user.type(field('Email'), '.example')
  await user.click(screen.getByRole('button', { name: 'Start chat' }))
  expect(await screen.findByText('Your place in the line: 2', { exact: false })).toBeTruthy()
  expect(screen.getByRole('heading', { name: 'About 2 minutes left' })).toBeTruthy()
  expect(server.bodies('startChat')).toMatchObject([
    { name: 'Elena', email: 'elena@lozenets.example', text: 'Cracked tank' },
  ])
  expect(within(log()).getByText('Cracked tank')).toBeTruthy()
})

it('keeps the half-filled form over a reload, and repeats a lost start with the same id', async () => {
  const { unmount } = await openWidget(server)
  await user.type(field('Your question'), 'Half')
  unmount()
  server.failures = [['startChat', 'OFFLINE']]
  await openWidget(server)
  expect(field('Your question')).toHaveProperty('value', 'Half')
  await user.type(field('Name'), 'E')
  await user.type(field('Email'), 'e@example.com')
  await user.click(screen.getByRole('button', { name: 'Start chat' }))
  await screen.findByRole('log', {}, { timeout: 3000 })
  const ids = (server.bodies('startChat') as { clientMessageId: string }[]).map((body) => body.clientMessageId)
  expect(ids).toHaveLength(2)
  expect(new Set(ids).size).toBe(1)
})

it('goes straight to the composer where the form is switched off', async () => {
  server.config.hasPreChat = false
  await openWidget(server)
  await user.type(await composer(), 'Hello{Enter}')
  await screen.findByText('Hello')
  expect(server.bodies('startChat')).toMatchObject([{ text: 'Hello', name: '', email: '' }])
})

it('shows place and wait live, and turns into the thread when an operator joins', async () => {
  server.chat = aChat({ state: 'waiting', place: 3, expectedWaitSeconds: 600, operatorName: null })
  await openWidget(server)
  await screen.findByRole('heading', { name: 'About 10 minutes left' })
  server.push?.['chat.changed']({ chat: { ...server.chat, place: 1, expectedWaitSeconds: null } })
  await screen.findByRole('heading', { name: 'An operator joins soon' })
  server.push?.['chat.changed']({ chat: aChat() })
  expect(await screen.findByText('Maya from Brewhaus')).toBeTruthy()
})

it('shows sent, delivered and seen, typing signs and safe links; markup stays text', async () => {
  server.chat = aChat()
  await openWidget(server)
  await user.type(await composer(), '<img src=x onerror=alert(1)> javascript:alert(1) https://a.example/x{Enter}')
  await screen.findByText('Sent')
  expect(log().querySelector('img')).toBeNull()
  expect(
    within(log())
      .getAllByRole('link')
      .map((link) => link.getAttribute('href')),
  ).toEqual(['https://a.example/x'])
  expect(within(log()).getByRole('link').getAttribute('rel')).toContain('noopener')
  server.push?.['chat.marks']({
    marks: { customerDelivered: 0, customerRead: 0, operatorDelivered: 1, operatorRead: 0 },
  })
  await screen.findByText('Delivered')
  server.push?.['chat.marks']({
    marks: { customerDelivered: 0, customerRead: 0, operatorDelivered: 1, operatorRead: 1 },
  })
  await screen.findByText('Seen')
  server.push?.['chat.typing']({ isTyping: true, name: 'Maya' })
  await screen.findByText('Maya is typing')
  server.push?.['chat.message']({ message: server.say('Hello') })
  await screen.findByRole('article', { name: /^Maya, / })
  expect(screen.queryByText('Maya is typing')).toBeNull()
  expect(server.bodies('typing')).toEqual([{ isTyping: true }, { isTyping: false }])
  await waitFor(() => expect(server.bodies('setWidgetMarks').at(-1)).toEqual({ delivered: 2, read: 2 }))
})

it('sends in order what was written without a connection, once, also after a reload', async () => {
  server.chat = aChat()
  const { unmount } = await openWidget(server)
  server.disconnect()
  server.failures = [['sendWidgetMessage', 'OFFLINE']]
  await user.type(await composer(), 'one{Enter}two{Enter}three')
  expect(screen.getAllByText('Sending')).toHaveLength(2)
  unmount()
  await openWidget(server)
  expect((await composer()).value).toBe('three')
  await waitFor(() => expect(server.messages.map((message) => message.text)).toEqual(['one', 'two']))
  await waitFor(() => expect(screen.queryByText('Sending')).toBeNull())
})

it('says what was not sent and why, and sends it on Retry', async () => {
  server.chat = aChat()
  await openWidget(server)
  server.failures = [['sendWidgetMessage', 'TOO_LARGE']]
  await user.type(await composer(), 'big{Enter}')
  await screen.findByText(/Not sent\. It is too large/)
  await user.click(screen.getByRole('button', { name: 'Retry' }))
  await screen.findByText('Sent')
  expect(server.messages).toHaveLength(1)
})

it('fetches what pushes did not bring: a gap, a reconnect, a chat begun in another tab', async () => {
  server.chat = aChat()
  await openWidget(server)
  server.say('first, its push is lost')
  server.push?.['chat.message']({ message: server.say('second') })
  await screen.findByText('first, its push is lost')
  server.disconnect()
  server.say('while away')
  server.connect()
  await screen.findByText('while away')
  expect(
    within(log())
      .getAllByRole('article')
      .map((one) => one.textContent?.replace(/Maya.*/, '')),
  ).toEqual(['first, its push is lost', 'second', 'while away'])
  server.chat = aChat({ activityId: 'a2' })
  server.messages = []
  server.say('other chat', { activityId: 'a2' })
  server.push?.['chat.changed']({ chat: server.chat })
  await screen.findByText('other chat')
  expect(screen.queryByText('while away')).toBeNull()
})

it('loads earlier messages', async () => {
  server.chat = aChat()
  for (let n = 1; n <= 70; n++) server.say(`message ${n}`)
  await openWidget(server)
  await screen.findByText('message 70')
  expect(screen.queryByText('message 10')).toBeNull()
  await user.click(screen.getByRole('button', { name: 'Earlier messages' }))
  await screen.findByText('message 1')
  expect(screen.queryByRole('button', { name: 'Earlier messages' })).toBeNull()
})

it('refuses a message over the limit before sending and keeps the text', async () => {
  server.chat = aChat()
  server.config.maxMessageLength = 20
  await openWidget(server)
  const box = await composer()
  await user.type(box, 'nineteen characters')
  expect(screen.getByText('19 of 20 characters')).toBeTruthy()
  await user.type(box, ' and more{Enter}')
  expect(screen.getByText('Too long: 28 of 20 characters')).toBeTruthy()
  expect(box.value).toBe('nineteen characters and more')
  expect(server.bodies('sendWidgetMessage')).toEqual([])
})

it('sends files: too large ones are refused at once, failed ones can be tried again', async () => {
  server.chat = aChat()
  await openWidget(server)
  await composer()
  server.failures = [['upload', 'FILE_TYPE_REFUSED']]
  const input = document.querySelector<HTMLInputElement>('input[type=file]')
  if (!input) throw new Error('no file input')
  await user.upload(input, [new File(['x'.repeat(2000)], 'big.bin'), new File(['x'], 'note.txt')])
  await screen.findByText(/Larger than/)
  await screen.findByText('Files of this kind are not accepted')
  await user.click(screen.getByRole('button', { name: 'Upload note.txt again' }))
  await waitFor(() => expect(screen.queryByText('Files of this kind are not accepted')).toBeNull())
  await user.click(screen.getByRole('button', { name: 'Remove big.bin' }))
  await user.click(screen.getByRole('button', { name: 'Send message' }))
  await waitFor(() =>
    expect(server.bodies('sendWidgetMessage')).toMatchObject([{ text: '', attachmentIds: ['note.txt'] }]),
  )
  expect(screen.queryByRole('button', { name: 'Remove note.txt' })).toBeNull()
})

it('Enter while a file is on its way sends both when it has arrived; who writes on sends himself', async () => {
  server.chat = aChat()
  const hold = (): (() => void) => {
    const { promise, resolve } = Promise.withResolvers<void>()
    server.uploading = promise
    return resolve
  }
  await openWidget(server)
  const box = await composer()
  const input = document.querySelector<HTMLInputElement>('input[type=file]')
  if (!input) throw new Error('no file input')
  const arrive = hold()
  await user.upload(input, new File(['x'], 'one.txt'))
  await user.type(box, 'Look{Enter}')
  expect(box.value).toBe('Look')
  expect(server.bodies('sendWidgetMessage')).toEqual([])
  arrive()
  await waitFor(() =>
    expect(server.bodies('sendWidgetMessage')).toMatchObject([{ text: 'Look', attachmentIds: ['one.txt'] }]),
  )
  await waitFor(() => expect(box.value).toBe(''))
  const arriveLater = hold()
  await user.upload(input, new File(['x'], 'two.txt'))
  await user.type(box, 'And{Enter} this')
  arriveLater()
  await screen.findByRole('button', { name: 'Remove two.txt' })
  expect(box.value).toBe('And this')
  expect(server.bodies('sendWidgetMessage')).toHaveLength(1)
})

it('shows pictures and files of the other side', async () => {
  server.chat = aChat()
  server.say('', {
    attachments: [anAttachment(), anAttachment({ id: 'f2', name: 'bill.pdf', isImage: false, size: 2048 })],
  })
  await openWidget(server)
  expect(await screen.findByRole('img', { name: 'tank.png' })).toHaveProperty('width', 24)
  expect(screen.getByText('bill.pdf').closest('a')?.getAttribute('href')).toBe('/files/f2')
})

it('takes a message out of hours, and comes back when somebody is there', async () => {
  server.config.isOnline = false
  await openWidget(server)
  await screen.findByRole('heading', { name: 'Leave a message' })
  await user.type(field('Email'), 'elena@example.com')
  await user.type(field('Message'), 'Call me')
  await user.click(screen.getByRole('button', { name: 'Send message' }))
  await screen.findByText('We answer to elena@example.com.')
  expect(server.bodies('leaveMessage')).toMatchObject([{ email: 'elena@example.com', text: 'Call me' }])
  server.push?.['site.changed']({ isOnline: true, opensAt: null })
  await screen.findByRole('button', { name: 'Start chat' })
})

it('ends the chat after asking, rates it once, and offers a new one', async () => {
  server.chat = aChat({ canRate: true })
  await openWidget(server)
  await composer()
  await user.click(screen.getByRole('button', { name: 'End chat' }))
  const question = screen.getByRole('group', { name: 'End this chat?' })
  await user.click(within(question).getByRole('button', { name: 'End chat' }))
  const rating = await screen.findByRole('radiogroup', { name: 'How did Maya do?' })
  await user.click(within(rating).getByRole('radio', { name: 'Very good' }))
  await user.type(screen.getByRole('textbox', { name: 'Anything else? (optional)' }), 'Fast')
  await user.click(screen.getByRole('button', { name: 'Send rating' }))
  await screen.findByText('Thank you for your rating')
  expect(server.bodies('rateChat')).toEqual([{ score: 5, comment: 'Fast' }])
  await user.click(screen.getByRole('button', { name: 'New chat' }))
  await screen.findByRole('button', { name: 'Start chat' })
})

it('leaves the line, or leaves a message instead of waiting', async () => {
  server.chat = aChat({ state: 'waiting', place: 1, operatorName: null })
  await openWidget(server)
  await user.click(await screen.findByRole('button', { name: 'Leave a message' }))
  await user.click(screen.getByRole('button', { name: 'Back to the line' }))
  await user.click(screen.getByRole('button', { name: 'Leave the line' }))
  await screen.findByRole('button', { name: 'New chat' })
  expect(server.bodies('leaveChat')).toHaveLength(1)
})

it('is offered to leave a message after a long wait, and keeps his place meanwhile', async () => {
  server.chat = aChat({ state: 'waiting', place: 2, operatorName: null, overflowOffer: 'message' })
  await openWidget(server)
  await screen.findByText('It takes longer than usual')
  expect(screen.getAllByRole('button', { name: 'Leave a message' })).toHaveLength(1)
  await user.click(screen.getByRole('button', { name: 'Leave a message' }))
  await user.click(screen.getByRole('button', { name: 'Back to the line' }))
  expect(screen.getByText('Your place in the line: 2.', { exact: false })).toBeTruthy()
})

it('says why the chat cannot be opened', async () => {
  server.failures = [['openWidget', 'FOREIGN_ORIGIN']]
  await openWidget(server)
  await screen.findByRole('heading', { name: 'Chat is not available' })
  await screen.findByText('The chat is not switched on for this page.')
  await user.click(screen.getByRole('button', { name: 'Try again' }))
  expect(await screen.findByRole('button', { name: 'Start chat' })).toBeTruthy()
})

it('asks for a call back when it is closed, says what is wrong with the number, and moves and cancels it', async () => {
  server.config.isOnline = false
  await openWidget(server)
  await user.click(await screen.findByRole('button', { name: 'Have us call you' }))
  const time = await screen.findByRole<HTMLSelectElement>('combobox', { name: 'Time' })
  expect(document.activeElement).toBe(field('Phone number'))
  server.failures = [['askCallback', 'PHONE_INVALID']]
  await user.type(field('Phone number'), '601')
  await user.click(screen.getByRole('button', { name: 'Ask for the call' }))
  expect(await screen.findByText('Write the number with its country code, like +48 601 234 567')).toBeTruthy()
  expect(field('Phone number')).toHaveProperty('value', '601')
  await user.selectOptions(time, String(slotsOfFake[1]?.from))
  await user.click(screen.getByRole('button', { name: 'Ask for the call' }))
  expect(await screen.findByRole('heading', { name: /^We call you/ })).toBeTruthy()
  expect(server.bodies('askCallback').at(-1)).toMatchObject({ phone: '601', from: slotsOfFake[1]?.from })
  expect(screen.getByRole('link', { name: 'Your call back' }).getAttribute('href')).toMatch(/\/callback#link-token$/)
  await user.click(screen.getByRole('button', { name: 'Move the call' }))
  await waitFor(() =>
    expect(server.bodies('moveCallbackByLink')).toEqual([{ token: 'link-token', from: slotsOfFake[0]?.from }]),
  )
  await user.click(screen.getByRole('button', { name: 'Cancel the call' }))
  expect(await screen.findByRole('heading', { name: 'The call is cancelled' })).toBeTruthy()
})

it('offers a call back to who waits too long, and takes him out of the line for it', async () => {
  server.chat = aChat({ state: 'waiting', place: 3, overflowOffer: 'callback', operatorName: null })
  await openWidget(server)
  await user.click(await screen.findByRole('button', { name: 'Have us call you' }))
  await screen.findByRole('combobox', { name: 'Time' })
  await user.type(field('Phone number'), '+48601234567')
  await user.click(screen.getByRole('button', { name: 'Ask for the call' }))
  await screen.findByRole('heading', { name: /^We call you/ })
  expect(server.bodies('leaveChat')).toHaveLength(1)
})

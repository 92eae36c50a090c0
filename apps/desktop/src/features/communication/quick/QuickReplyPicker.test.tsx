import type { QuickReply } from '@care/contract'
import { aCustomer, anActivity, aMessage, aQuickReply, aRequest } from '@care/testkit'
import { act, screen, waitFor, within } from '@testing-library/react'
import userEvent from '@testing-library/user-event'
import type { ReactNode } from 'react'
import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import { useDrafts } from '../../../shared/drafts/drafts.ts'
import { customerQuery } from '../../../shared/entities/customer.ts'
import { fakeServer, Refusal, type FakeCall } from '../../../shared/testing/fake-server.ts'
import { renderDesk, testClient } from '../../../shared/testing/render.tsx'
import { focusComposer } from '../../../shared/workspace/open-task.ts'
import { Composer } from '../Composer.tsx'
import { startOutbox } from '../outbox/outbox.ts'
import { useUploadStore } from '../upload-store.ts'
import { useUploads } from '../useUploads.ts'

const base = anActivity({ id: 'ac-1', customer: { id: 'cu-elena', name: 'Elena Petrova', isVip: true } })
const activity = { ...base, abilities: { ...base.abilities, reply: true, comment: true } }
const file = {
  id: 'f1',
  name: 'label.pdf',
  contentType: 'application/pdf',
  size: 3,
  isImage: false,
  width: null,
  height: null,
}
const replies = [
  aQuickReply({
    shortcut: 'hello',
    texts: { en: 'Hello {customer.firstName}', bg: 'Здравейте, {customer.firstName}' },
    uses: 2,
  }),
  aQuickReply({
    shortcut: 'refund',
    title: 'Refund steps',
    texts: { en: 'Refund for {request.number} to {customer.company}' },
  }),
  aQuickReply({ shortcut: 'replacement', title: 'Sent', texts: { en: 'Order {?order number} on {?day}' }, uses: 9 }),
  aQuickReply({ shortcut: 'label', title: 'Return label', texts: { en: 'Here it is' }, attachments: [file] }),
]
const page = (items: QuickReply[], nextCursor: string | null = null) => ({ items, nextCursor, groups: [] })
const said = ({ body }: FakeCall) => body as { clientMessageId: string; text: string; attachmentIds: string[] }

function Area(): ReactNode {
  const uploads = useUploads('ac-1')
  return (
    <Composer
      activity={activity}
      request={aRequest()}
      uploads={uploads}
      MailWriter={() => null}
      onClose={() => undefined}
    />
  )
}
const field = () => screen.getByRole<HTMLTextAreaElement>('textbox')
const options = async () =>
  (await screen.findAllByRole('option')).map((option) => option.querySelector('code')?.textContent)
const marked = () => field().value.slice(field().selectionStart, field().selectionEnd)
let server: ReturnType<typeof fakeServer>
let stop: () => void

function show(): void {
  const client = testClient()
  client.setQueryData(customerQuery('cu-elena').queryKey, aCustomer({ company: null }))
  renderDesk(<Area />, client)
}
beforeEach(() => {
  localStorage.clear()
  useDrafts.setState({ drafts: {}, saved: new Set() })
  useUploadStore.setState({}, true)
  server = fakeServer({
    listQuickReplies: () => page(replies),
    useQuickReply: () => ({ attachments: [{ ...file, id: 'copy' }] }),
    sendMessage: (call) => aMessage({ activityId: 'ac-1', ...said(call) }),
    getRequest: () => aRequest(),
    moveStage: () => aRequest(),
  })
  stop = startOutbox(testClient(), `person-${Math.random()}`)
})
afterEach(() => {
  stop()
  vi.unstubAllGlobals()
})

test('a slash lists what is used most first, and narrows as one types', async () => {
  show()
  await userEvent.type(field(), '/')
  expect(await options()).toEqual(['/replacement', '/hello', '/label', '/refund'])
  expect(screen.getByRole('listbox', { name: 'Quick replies' })).toBeTruthy()
  await userEvent.type(field(), 're')
  await waitFor(async () => expect(await options()).toEqual(['/refund', '/replacement', '/label']))
  expect(field().getAttribute('aria-activedescendant')).toBe(screen.getAllByRole('option')[0]?.id)
  await userEvent.type(field(), 'zzz')
  expect(await screen.findByText('Nothing found')).toBeTruthy()
})

test('what is chosen by keys takes the place of the slash, filled in for this customer', async () => {
  show()
  await userEvent.type(field(), 'Good day. /he')
  await screen.findAllByRole('option')
  await userEvent.keyboard('{Enter}')
  // Elena's language is Bulgarian, and the reply has it.
  expect(field().value).toBe('Good day. Здравейте, Elena')
  expect(screen.queryByRole('listbox')).toBeNull()
  await waitFor(() =>
    expect(server.callsTo('useQuickReply').map(({ params }) => params)).toEqual([{ quickReplyId: 'qr-hello' }]),
  )
})

test('arrows go round, Tab takes, Escape leaves what was typed', async () => {
  show()
  await userEvent.type(field(), '/re')
  await screen.findAllByRole('option')
  await userEvent.keyboard('{ArrowDown}{ArrowDown}{ArrowDown}{ArrowUp}{Tab}')
  expect(field().value).toBe('Here it is')
  await userEvent.clear(field())
  await userEvent.type(field(), '/re{Escape}')
  expect(field().value).toBe('/re')
  expect(screen.queryByRole('listbox')).toBeNull()
  await userEvent.type(field(), 'f')
  expect(screen.queryByRole('listbox')).toBeNull()
})

test('what could not be filled in is marked and blocks sending until it is edited', async () => {
  show()
  await userEvent.type(field(), '/repl')
  await screen.findAllByRole('option')
  await userEvent.keyboard('{Enter}')
  expect(field().value).toBe('Order {?order number} on {?day}')
  expect(marked()).toBe('{?order number}')
  expect(await screen.findByText('Fill in or take out before sending: order number, day')).toBeTruthy()
  expect([...document.querySelectorAll('form mark')].map((mark) => mark.textContent)).toEqual([
    '{?order number}',
    '{?day}',
  ])
  await userEvent.keyboard('{Control>}{Enter}{/Control}')
  await userEvent.click(screen.getByRole('button', { name: /Send and wait for customer/ }))
  expect(server.callsTo('sendMessage')).toHaveLength(0)
  act(() => field().setSelectionRange(0, 0))
  await userEvent.click(screen.getByRole('button', { name: 'Next field' }))
  await userEvent.keyboard('58213')
  await userEvent.click(screen.getByRole('button', { name: 'Next field' }))
  expect(marked()).toBe('{?day}')
  await userEvent.keyboard('Friday')
  expect(screen.queryByText(/Fill in or take out/)).toBeNull()
  await userEvent.keyboard('{Control>}{Enter}{/Control}')
  await waitFor(() =>
    expect(server.callsTo('sendMessage').map((call) => said(call).text)).toEqual(['Order 58213 on Friday']),
  )
})

test('an unknown company stays as a field, named in words', async () => {
  show()
  await userEvent.type(field(), '/refund')
  await screen.findAllByRole('option')
  await userEvent.keyboard('{Enter}')
  expect(field().value).toBe('Refund for REQ-20481 to {customer.company}')
  expect(await screen.findByText('Fill in or take out before sending: Customer’s company')).toBeTruthy()
})

test('files of the reply go with the message, which waits for them', async () => {
  let answer: (value: unknown) => void = () => undefined
  server.answers.useQuickReply = () => new Promise((resolve) => (answer = resolve)) as never
  show()
  await userEvent.type(field(), '/label')
  await screen.findAllByRole('option')
  await userEvent.keyboard('{Enter}')
  expect(await screen.findByText('label.pdf')).toBeTruthy()
  await userEvent.keyboard('{Control>}{Enter}{/Control}')
  expect(server.callsTo('sendMessage')).toHaveLength(0)
  act(() => answer({ attachments: [{ ...file, id: 'copy' }] }))
  await waitFor(() => expect(server.callsTo('sendMessage').map((call) => said(call).attachmentIds)).toEqual([['copy']]))
})

test('files that cannot be fetched are said, and the text stays', async () => {
  server.answers.useQuickReply = () => {
    throw new Refusal('NOT_FOUND')
  }
  show()
  await userEvent.type(field(), '/label')
  await screen.findAllByRole('option')
  await userEvent.keyboard('{Enter}')
  expect(await screen.findByText(/label\.pdf: It does not exist/)).toBeTruthy()
  expect(field().value).toBe('Here it is')
})

test('with more than a page the server is asked, and Enter waits for the answer to what is typed', async () => {
  let answer: (value: unknown) => void = () => undefined
  server.answers.listQuickReplies = ({ query }) =>
    query.search ? (new Promise((resolve) => (answer = resolve)) as never) : page(replies, 'more')
  show()
  await userEvent.type(field(), '/')
  await screen.findAllByRole('option')
  await userEvent.type(field(), 're{Enter}')
  expect(field().value).toBe('/re')
  const rare = aQuickReply({ shortcut: 're-rare', texts: { en: 'The rare one' } })
  act(() => answer(page([rare])))
  await waitFor(() => expect(field().value).toBe('The rare one'))
})

test('the button and the key open it; Escape takes the slash away that nobody typed', async () => {
  show()
  await userEvent.click(screen.getByRole('button', { name: 'Quick replies' }))
  expect(await options()).toHaveLength(4)
  expect(field().value).toBe('/')
  await userEvent.keyboard('{Escape}')
  expect(field().value).toBe('')
  await userEvent.click(screen.getByRole('tab', { name: /Comment/ }))
  await userEvent.type(field(), 'note')
  act(() => focusComposer('reply', { quickReplies: '' }))
  expect(await options()).toHaveLength(4)
  expect(field().value).toBe('/')
  expect(useDrafts.getState().drafts['ac-1/comment']).toBe('note')
})

test('none at all, and a list that did not load, say so in the picker alone', async () => {
  server.answers.listQuickReplies = () => {
    throw new Refusal('UNAVAILABLE')
  }
  show()
  await userEvent.type(field(), '/x')
  expect(await screen.findByText('Quick replies did not load')).toBeTruthy()
  server.answers.listQuickReplies = () => page([])
  const picker = screen.getByText('Quick replies did not load').closest('form')
  await userEvent.click(within(picker as HTMLElement).getByRole('button', { name: 'Try again' }))
  expect(await screen.findByText(/Texts that you send again and again/)).toBeTruthy()
  expect(field().value).toBe('/x')
})

test('a sentence after a slash is no search', async () => {
  show()
  await userEvent.type(field(), 'Either /x or y and{Enter}more')
  expect(field().value).toBe('Either /x or y and\nmore')
  expect(screen.queryByText('Nothing found')).toBeNull()
})

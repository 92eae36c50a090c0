import { aCustomer, anActivity, aRequest } from '@care/testkit'
import { screen, waitFor } from '@testing-library/react'
import userEvent from '@testing-library/user-event'
import { beforeEach, expect, test } from 'vitest'
import { useDrafts } from '../../shared/drafts/drafts.ts'
import { fakeServer, Refusal } from '../../shared/testing/fake-server.ts'
import { renderDesk } from '../../shared/testing/render.tsx'
import type { MailWriterProps } from '../../shared/ui/mail-slots.ts'
import { focusComposer } from '../../shared/workspace/open-task.ts'
import { MailWriter } from './MailWriter.tsx'
import { aMail } from './testing.ts'

beforeEach(() => useDrafts.setState({ drafts: {} }))

const nothing = (): void => undefined
const activity = anActivity({ id: 'activity', medium: 'email' })
const props: MailWriterProps = {
  activity,
  request: aRequest(),
  modes: <p>Reply or comment</p>,
  files: null,
  fileIds: [],
  isUploading: false,
  onAttach: nothing,
  quickReplies: null,
  onQuickReplies: nothing,
  onInsert: nothing,
  onFieldKey: () => false,
  Send: () => <button type="button">Send</button>,
  seenSeq: () => undefined,
  onBegin: nothing,
  onSent: nothing,
}
const subject = () => screen.queryByRole<HTMLInputElement>('textbox', { name: 'Subject' })

test('it is shown whole, once the mail that it answers is known: the subject never is another one', async () => {
  let answer = (): void => undefined
  const asked = new Promise<void>((done) => (answer = done))
  fakeServer({
    getCustomer: () => aCustomer(),
    listMails: async () => {
      await asked
      return { items: [aMail({})], nextCursor: null, isSetUp: true, signature: 'Anna of the shop' }
    },
  })
  renderDesk(<MailWriter {...props} />)
  // A comment can be written meanwhile.
  expect(screen.getByText('Reply or comment')).toBeTruthy()
  expect(subject()).toBeNull()
  // Who begins to write at once is waited for: his keys are no shortcuts, and the field has the focus when it comes.
  focusComposer('reply')
  await waitFor(() => expect(document.activeElement?.querySelector('[aria-busy]')).toBeTruthy())
  answer()
  await waitFor(() => expect(subject()?.value).toBe('Re: My grinder'))
  expect(screen.getByRole('group', { name: 'Kind of mail' })).toBeTruthy()
  expect(screen.getByText(/Anna of the shop/)).toBeTruthy()
  expect(document.activeElement).toBe(screen.getByRole('textbox', { name: 'Mail' }))
})

test('who leaves the field before it is there, by Escape, is not brought back to it', async () => {
  let answer = (): void => undefined
  const asked = new Promise<void>((done) => (answer = done))
  fakeServer({
    getCustomer: () => aCustomer(),
    listMails: async () => {
      await asked
      return { items: [aMail({})], nextCursor: null, isSetUp: true, signature: '' }
    },
  })
  const user = userEvent.setup()
  renderDesk(
    <>
      <div role="log" tabIndex={-1} />
      <MailWriter {...props} />
    </>,
  )
  focusComposer('reply')
  await waitFor(() => expect(document.activeElement?.querySelector('[aria-busy]')).toBeTruthy())
  await user.keyboard('{Escape}')
  expect(document.activeElement).toBe(screen.getByRole('log'))
  answer()
  await waitFor(() => expect(subject()).toBeTruthy())
  expect(document.activeElement).toBe(screen.getByRole('log'))
  // Asked again, it takes the focus.
  focusComposer('reply')
  await waitFor(() => expect(document.activeElement).toBe(screen.getByRole('textbox', { name: 'Mail' })))
})

test('what it answers is not to be had: one writes without it', async () => {
  fakeServer({
    getCustomer: () => aCustomer(),
    listMails: () => {
      throw new Refusal('INTERNAL')
    },
  })
  renderDesk(<MailWriter {...props} />)
  await waitFor(() => expect(subject()?.value).toContain(`[REQ-${activity.request.number}]`))
})

import type { Attachment, Mail } from '@care/contract'
import { aMessage } from '@care/testkit'
import { screen } from '@testing-library/react'
import userEvent from '@testing-library/user-event'
import type { ReactNode } from 'react'
import { beforeEach, describe, expect, test } from 'vitest'
import { serverNow } from '../../shared/clock.ts'
import { getDraft, useDrafts } from '../../shared/drafts/drafts.ts'
import { fakeServer, Refusal } from '../../shared/testing/fake-server.ts'
import { renderDesk } from '../../shared/testing/render.tsx'
import { useToast } from '../../shared/ui/toast.tsx'
import { emptyLetter, keepSent } from './letter.ts'
import { MailBody } from './MailBody.tsx'
import { aMail } from './testing.ts'

const Files = ({ files }: { files: readonly Attachment[] }): ReactNode => <p>Files: {files.map(({ name }) => name)}</p>
const file = (id: string): Attachment => ({
  id,
  name: `${id}.png`,
  contentType: 'image/png',
  size: 1,
  isImage: true,
  width: 1,
  height: 1,
})
const message = aMessage({
  id: 'message',
  activityId: 'activity',
  text: 'It does not grind.',
  attachments: [file('inline'), file('other')],
})

let server: ReturnType<typeof fakeServer>
let shown: Mail[]
beforeEach(() => {
  server = fakeServer({ listMails: () => ({ items: shown, nextCursor: null, isSetUp: true, signature: '' }) })
  useDrafts.setState({ drafts: {} })
  useToast.setState({ toast: null })
})
function show(more: Partial<Mail>, ...before: Mail[]) {
  shown = [aMail(more), ...before]
  return renderDesk(<MailBody message={message} Files={Files} />)
}

describe('what came', () => {
  test('is its text, below its subject and to whom it went; who is in copy unfolds', async () => {
    show({})
    expect(await screen.findByRole('heading', { name: 'My grinder' })).toBeDefined()
    expect(screen.getByText('It does not grind.')).toBeDefined()
    await userEvent.click(screen.getByRole('button', { name: 'To support@shop.example, Ivan' }))
    expect(screen.getByText('Ivan <ivan@customers.example>')).toBeDefined()
  })

  test('has its subject only where that changes', async () => {
    show({ subject: 'Re: My grinder' }, aMail({ id: 'before', messageId: 'before', subject: 'AW: My grinder' }))
    await screen.findByRole('button', { name: /^To support/ })
    expect(screen.queryByRole('heading')).toBeNull()
  })

  test('stands as HTML in a frame that runs nothing, and its pictures are not shown twice', async () => {
    show({ hasHtml: true, inlineFileIds: ['inline'] })
    const frame = await screen.findByTitle('Mail')
    expect(frame.getAttribute('sandbox')).toBe('allow-same-origin allow-popups allow-popups-to-escape-sandbox')
    expect(frame.getAttribute('src')).toBe('/api/mails/mail/frame?part=body&images=own&look=light')
    expect(screen.getByText('Files: other.png')).toBeDefined()
  })

  test('folds what it quotes and what a machine wrote, with why it is one', async () => {
    show({ automatic: 'list', hasQuote: true })
    expect(await screen.findByText('Automatic mail: a mailing list')).toBeDefined()
    expect(screen.queryByText('It does not grind.')).toBeNull()
    await userEvent.click(screen.getByRole('button', { name: 'Show' }))
    expect(screen.getByText('It does not grind.')).toBeDefined()
    expect(screen.queryByTitle('Quoted mail')).toBeNull()
    await userEvent.click(screen.getByRole('button', { name: 'Show what is quoted' }))
    expect(screen.getByTitle('Quoted mail').getAttribute('src')).toContain('part=quote')
  })

  test('says what of it was not taken, and has the whole to save', async () => {
    show({ problems: ['FILE_TYPE_REFUSED: run.exe', 'SOMETHING_NEW'], originalFileId: 'raw' })
    expect(await screen.findByText('An attachment was not taken: a program (run.exe)')).toBeDefined()
    expect(screen.getByText('Something of it was not taken')).toBeDefined()
    expect(screen.getByRole('link', { name: 'Original mail' }).getAttribute('href')).toBe('/api/files/raw')
  })

  test('is its words alone while its facts did not load', async () => {
    server.answers.listMails = () => {
      throw new Refusal('NOT_FOUND')
    }
    show({})
    expect(await screen.findByText('It does not grind.')).toBeDefined()
  })
})

describe('what goes', () => {
  const out = { direction: 'out', from: null, state: 'waiting' } as const

  test('counts down and is taken back: the words are where they were written', async () => {
    keepSent('message', { ...emptyLetter, text: 'Sorry', html: '<div>Sorry</div>' }, '')
    server.answers.cancelMail = () => (shown = [aMail({ ...out, state: 'cancelled' })])[0] ?? aMail({})
    show({ ...out, sendAfter: serverNow() + 8_000, canCancel: true })
    expect(await screen.findByText(/Goes out in [78] s/)).toBeDefined()
    await userEvent.click(screen.getByRole('button', { name: 'Undo' }))
    expect(await screen.findByText('Taken back')).toBeDefined()
    expect(getDraft('activity', 'reply')).toBe('Sorry')
  })

  test('that is on its way already says so and gives nothing back', async () => {
    keepSent('message', { ...emptyLetter, text: 'Sorry' }, '')
    server.answers.cancelMail = () => {
      throw new Refusal('NOT_ALLOWED_NOW')
    }
    show({ ...out, sendAfter: serverNow() + 1_000, canCancel: true })
    await userEvent.click(await screen.findByRole('button', { name: 'Undo' }))
    await expect.poll(() => useToast.getState().toast).not.toBeNull()
    expect(getDraft('activity', 'reply')).toBe('')
  })

  test('waits for another try with the reason, or is sent now', async () => {
    server.answers.retryMail = () => (shown = [aMail({ ...out, sendAfter: serverNow() })])[0] ?? aMail({})
    show({ ...out, tries: 2, sendAfter: serverNow() + 300_000, error: 'come back later', canRetry: true })
    expect(await screen.findByText(/^Next try .*come back later$/)).toBeDefined()
    await userEvent.click(screen.getByRole('button', { name: 'Send now' }))
    expect(server.callsTo('retryMail')[0]?.params).toEqual({ mailId: 'mail' })
  })

  test('has failed with the reason, is sent again, or came back with the words of the server', async () => {
    show({ ...out, state: 'failed', error: '550 no such user', canRetry: true })
    expect(await screen.findByText('Not sent. 550 no such user')).toBeDefined()
    expect(screen.getByRole('button', { name: 'Send again' })).toBeDefined()
  })

  test('came back: the words of the server that said so', async () => {
    show({ ...out, state: 'sent', delivery: 'failed', deliveryNote: 'elena@x.example 5.1.1' })
    expect((await screen.findByRole('alert')).textContent).toBe('Not deliveredelena@x.example 5.1.1')
  })
})

import { limits } from '@care/domain'
import { act, fireEvent, screen, waitFor } from '@testing-library/react'
import userEvent from '@testing-library/user-event'
import { useState, type ReactNode } from 'react'
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest'
import { getDraft, setDraft, startDrafts, useDrafts } from '../../shared/drafts/drafts.ts'
import { memoryKv } from '../../shared/storage/kv.ts'
import { fakeServer, Refusal, type FakeCall } from '../../shared/testing/fake-server.ts'
import { aComment, anActivity, aMessage, aRequest } from '@care/testkit'
import { renderDesk, testClient } from '../../shared/testing/render.tsx'
import { Composer } from './Composer.tsx'
import { startOutbox } from './outbox/outbox.ts'
import { useUploadStore } from './upload-store.ts'
import { useUploads } from './useUploads.ts'
import { waitingStage } from './waiting-stage.ts'

const activity = anActivity({ id: 'ac-1' })
const name = { en: 'Waiting', ru: 'Ожидание', pl: 'Oczekuje', bg: 'Изчакване' }
const request = aRequest({
  category: 'active',
  stage: 'active',
  stages: [{ key: 'waiting', category: 'waiting', name, isNext: true, asks: false }],
})
const all = { ...activity, abilities: { ...activity.abilities, reply: true, comment: true } }

function Area({ can = all }: { can?: typeof all }): ReactNode {
  const uploads = useUploads(can.id)
  return (
    <Composer activity={can} request={request} uploads={uploads} MailWriter={() => null} onClose={() => undefined} />
  )
}
const said = ({ body }: FakeCall) => body as { clientMessageId: string; text: string; attachmentIds: string[] }
const field = () => screen.getByRole<HTMLTextAreaElement>('textbox')
const aFile = (id: string) => ({
  id,
  name: 'a.txt',
  contentType: 'text/plain',
  size: 3,
  isImage: false,
  width: null,
  height: null,
})
async function attach(file: File): Promise<void> {
  const input = document.querySelector<HTMLInputElement>('input[type=file]')
  if (!input) throw new Error('no file input')
  await userEvent.upload(input, file)
}
let stop: () => void
let server: ReturnType<typeof fakeServer>

beforeEach(() => {
  localStorage.clear()
  useDrafts.setState({ drafts: {}, saved: new Set() })
  useUploadStore.setState({}, true)
  server = fakeServer({
    sendMessage: (call) =>
      aMessage({ activityId: 'ac-1', clientMessageId: said(call).clientMessageId, text: said(call).text }),
    getRequest: () => request,
    moveStage: () => request,
  })
  stop = startOutbox(testClient(), `person-${Math.random()}`)
})
afterEach(() => {
  stop()
  vi.unstubAllGlobals()
})

describe('the composer', () => {
  test('sends with Ctrl+Enter and moves to waiting; the field is empty and keeps the focus', async () => {
    renderDesk(<Area />)
    await userEvent.type(field(), 'On its way')
    await userEvent.keyboard('{Control>}{Enter}{/Control}')
    expect(field().value).toBe('')
    expect(document.activeElement).toBe(field())
    await waitFor(() => expect(server.callsTo('moveStage')).toHaveLength(1))
    expect(server.callsTo('sendMessage').map((call) => said(call).text)).toEqual(['On its way'])
  })

  test('Ctrl+Shift+Enter keeps it in progress, Enter alone is a new line', async () => {
    renderDesk(<Area />)
    await userEvent.type(field(), 'one{Enter}two')
    await userEvent.keyboard('{Control>}{Shift>}{Enter}{/Shift}{/Control}')
    await waitFor(() => expect(server.callsTo('sendMessage').map((call) => said(call).text)).toEqual(['one\ntwo']))
    expect(server.callsTo('moveStage')).toHaveLength(0)
  })

  test('reply and comment have drafts of their own', async () => {
    renderDesk(<Area />)
    await userEvent.type(field(), 'to the customer')
    await userEvent.click(screen.getByRole('tab', { name: /Comment/ }))
    expect(field().value).toBe('')
    await userEvent.type(field(), 'between us')
    await userEvent.click(screen.getByRole('tab', { name: /Reply/ }))
    expect(field().value).toBe('to the customer')
    expect(getDraft('ac-1', 'comment')).toBe('between us')
  })

  test('a comment begun while replying was not possible stays a comment when it becomes possible', async () => {
    const looking = { ...all, abilities: { ...all.abilities, reply: false } }
    server.answers.addComment = () => aComment()
    function Changing(): ReactNode {
      const [can, setCan] = useState(looking)
      return (
        <>
          <button type="button" onClick={() => setCan(all)}>
            allow
          </button>
          <Area can={can} />
        </>
      )
    }
    renderDesk(<Changing />)
    await userEvent.type(field(), 'He lies')
    fireEvent.click(screen.getByText('allow'))
    await userEvent.type(field(), ' again')
    expect(field().value).toBe('He lies again')
    await userEvent.keyboard('{Control>}{Enter}{/Control}')
    await waitFor(() => expect(server.callsTo('addComment')).toMatchObject([{ body: { text: 'He lies again' } }]))
    expect(server.callsTo('sendMessage')).toEqual([])
  })

  test('a comment goes to the comments and never to the customer', async () => {
    server.answers.addComment = () => {
      throw new Refusal('FORBIDDEN')
    }
    renderDesk(<Area />)
    await userEvent.click(screen.getByRole('tab', { name: /Comment/ }))
    await userEvent.type(field(), 'between us')
    await userEvent.click(screen.getByRole('button', { name: 'Add comment' }))
    await waitFor(() => expect(server.callsTo('addComment')).toHaveLength(1))
    expect(server.callsTo('sendMessage')).toHaveLength(0)
  })

  test('past the limit it says by how much, keeps the text and does not send', async () => {
    renderDesk(<Area />)
    fireEvent.change(field(), { target: { value: 'x'.repeat(limits.message + 3) } })
    expect(screen.getByText('3 characters too many')).toBeTruthy()
    await userEvent.click(screen.getByRole('button', { name: /Send and wait for customer/ }))
    expect(field().value).toHaveLength(limits.message + 3)
    expect(server.callsTo('sendMessage')).toHaveLength(0)
  })

  test('a file over the limit is refused before it is sent; a good one goes with the message', async () => {
    server.answers.uploadFile = () => aFile('file-1')
    renderDesk(<Area />)
    const big = new File(['x'], 'big.bin')
    Object.defineProperty(big, 'size', { value: limits.attachmentBytes + 1 })
    await attach(big)
    expect((await screen.findByRole('alert')).textContent).toContain('larger than')
    expect(server.callsTo('uploadFile')).toHaveLength(0)
    await userEvent.click(screen.getByRole('button', { name: 'Remove big.bin' }))
    await attach(new File(['abc'], 'a.txt'))
    await screen.findByRole('button', { name: 'Remove a.txt' })
    await waitFor(() => expect(screen.queryByRole('progressbar')).toBeNull())
    await userEvent.click(screen.getByRole('button', { name: /Send and wait for customer/ }))
    await waitFor(() =>
      expect(server.callsTo('sendMessage').map((call) => said(call).attachmentIds)).toEqual([['file-1']]),
    )
  })

  test('without the right to reply only comments are there', () => {
    renderDesk(<Area can={{ ...all, abilities: { ...all.abilities, reply: false } }} />)
    expect(screen.queryByRole('tab', { name: /Reply/ })).toBeNull()
    expect(screen.getByRole('button', { name: 'Add comment' })).toBeTruthy()
  })

  test('waits only where the workflow has a stage for it', () => {
    expect(waitingStage(request)).toBe('waiting')
    expect(waitingStage({ ...request, category: 'waiting' })).toBeNull()
    expect(waitingStage(aRequest({ stages: [] }))).toBeNull()
  })
})

describe('a reply sent while its file is on the way', () => {
  /** An upload that ends when the test says so. */
  function slowUpload(): PromiseWithResolvers<ReturnType<typeof aFile>> {
    const answer = Promise.withResolvers<ReturnType<typeof aFile>>()
    server.answers.uploadFile = () => answer.promise
    return answer
  }
  const sent = () => server.callsTo('sendMessage').map((call) => [said(call).text, said(call).attachmentIds])
  async function writeAndSend(): Promise<void> {
    await attach(new File(['abc'], 'a.txt'))
    await userEvent.type(field(), 'Here it is')
    await userEvent.keyboard('{Control>}{Enter}{/Control}')
  }

  test('goes out by itself with the file once that is there', async () => {
    const answer = slowUpload()
    renderDesk(<Area />)
    await writeAndSend()
    expect(screen.getByText('Will be sent when the upload is done')).toBeTruthy()
    expect(screen.getByRole<HTMLProgressElement>('progressbar').value).toBe(50)
    await userEvent.type(field(), ' and more')
    expect(field().value).toBe('Here it is')
    expect(sent()).toEqual([])
    answer.resolve(aFile('file-1'))
    await waitFor(() => expect(sent()).toEqual([['Here it is', ['file-1']]]))
    expect(field().value).toBe('')
    await waitFor(() => expect(server.callsTo('moveStage')).toHaveLength(1))
  })

  test('files stand in the order in which they were chosen, whichever is there first', async () => {
    const answers = [
      Promise.withResolvers<ReturnType<typeof aFile>>(),
      Promise.withResolvers<ReturnType<typeof aFile>>(),
    ]
    let asked = 0
    server.answers.uploadFile = () => answers[asked++]?.promise ?? Promise.reject(new Error('a third one'))
    renderDesk(<Area />)
    await attach(new File(['abc'], 'large.txt'))
    await attach(new File(['a'], 'small.txt'))
    answers[1]?.resolve(aFile('second'))
    await waitFor(() => expect(getDraft('ac-1', 'files')).toContain('second'))
    answers[0]?.resolve(aFile('first'))
    await waitFor(() => expect(getDraft('ac-1', 'files')).toMatch(/first.*second/))
  })

  test('goes out while another task is open', async () => {
    const answer = slowUpload()
    const { unmount } = renderDesk(<Area />)
    await writeAndSend()
    unmount()
    answer.resolve(aFile('file-1'))
    await waitFor(() => expect(sent()).toEqual([['Here it is', ['file-1']]]))
  })

  test('stays, and says so, when the upload fails; sending again leaves the file out', async () => {
    const answer = slowUpload()
    renderDesk(<Area />)
    await writeAndSend()
    answer.reject(new Refusal('TOO_LARGE'))
    expect(await screen.findByText('Not sent: a file could not be uploaded')).toBeTruthy()
    expect(field().value).toBe('Here it is')
    expect(sent()).toEqual([])
    await userEvent.click(screen.getByRole('button', { name: /Send and wait for customer/ }))
    await waitFor(() => expect(sent()).toEqual([['Here it is', []]]))
    expect(screen.queryByText('Not sent: a file could not be uploaded')).toBeNull()
  })

  test('can be called off; the text stays to be changed', async () => {
    const answer = slowUpload()
    renderDesk(<Area />)
    await writeAndSend()
    await userEvent.click(screen.getByRole('button', { name: 'Cancel' }))
    await userEvent.type(field(), ', Anna')
    answer.resolve(aFile('file-1'))
    await screen.findByText('3 B')
    expect(field().value).toBe('Here it is, Anna')
    expect(sent()).toEqual([])
  })

  test('removing the file ends its upload and sends nothing without a further word', async () => {
    const answer = slowUpload()
    renderDesk(<Area />)
    await writeAndSend()
    await userEvent.click(screen.getByRole('button', { name: 'Remove a.txt' }))
    answer.resolve(aFile('file-1'))
    await Promise.resolve()
    expect(screen.queryByText('a.txt')).toBeNull()
    expect(sent()).toEqual([])
    expect(getDraft('ac-1', 'files')).toBe('')
    expect(field().value).toBe('Here it is')
  })
})

describe('drafts', () => {
  test('are stored 300 ms after the last key and come back after a reload', async () => {
    vi.useFakeTimers()
    const kv = memoryKv<string>()
    await startDrafts('anna', kv)
    setDraft('ac-1', 'reply', 'Hel')
    await vi.advanceTimersByTimeAsync(200)
    setDraft('ac-1', 'reply', 'Hello')
    await vi.advanceTimersByTimeAsync(299)
    expect(await kv.entries()).toEqual([])
    await vi.advanceTimersByTimeAsync(2)
    expect(await kv.entries()).toEqual([['ac-1/reply', 'Hello']])
    useDrafts.setState({ drafts: {}, saved: new Set() })
    await startDrafts('anna', kv)
    expect(getDraft('ac-1', 'reply')).toBe('Hello')
    vi.useRealTimers()
  })

  test('what one typed last is kept for him, not for who signs in after him', async () => {
    const [annas, veras] = [memoryKv<string>(), memoryKv<string>()]
    await startDrafts('anna', annas)
    setDraft('ac-1', 'reply', 'of Anna')
    await startDrafts('vera', veras)
    expect(await annas.entries()).toEqual([['ac-1/reply', 'of Anna']])
    await new Promise((resolve) => setTimeout(resolve, 350))
    expect(await veras.entries()).toEqual([])
  })

  test('a page that goes before the timer loses nothing', async () => {
    const slow = { ...memoryKv<string>(), set: () => new Promise<void>(() => undefined) }
    await startDrafts('anna', slow)
    setDraft('ac-1', 'reply', 'last words')
    act(() => void dispatchEvent(new Event('pagehide')))
    useDrafts.setState({ drafts: {}, saved: new Set() })
    await startDrafts('anna', memoryKv<string>())
    expect(getDraft('ac-1', 'reply')).toBe('last words')
  })

  test('an emptied draft is forgotten', async () => {
    vi.useFakeTimers()
    const kv = memoryKv<string>()
    await startDrafts('anna', kv)
    setDraft('ac-1', 'reply', 'x')
    await vi.advanceTimersByTimeAsync(400)
    setDraft('ac-1', 'reply', '')
    await vi.advanceTimersByTimeAsync(400)
    expect(await kv.entries()).toEqual([])
    vi.useRealTimers()
  })
})

import { screen, waitFor, within } from '@testing-library/react'
import userEvent from '@testing-library/user-event'
import type { Comment } from '@care/contract'
import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import { fakeServer, NoAnswer, Refusal } from '../../shared/testing/fake-server.ts'
import { aComment, anActivity } from '@care/testkit'
import { renderDesk } from '../../shared/testing/render.tsx'
import { CommentsSection } from './CommentsSection.tsx'

beforeEach(() => localStorage.clear())
afterEach(() => vi.unstubAllGlobals())

function commentsServer(comments: Comment[] = []) {
  const all = [...comments]
  const server = fakeServer({
    getActivity: ({ params }) => anActivity({ id: params.activityId ?? '' }),
    listComments: ({ params }) => ({
      items: all.filter(({ activityId }) => activityId === params.activityId),
      hasEarlier: false,
    }),
    addComment: ({ params, body }) => {
      const { clientCommentId, text } = body as { clientCommentId: string; text: string }
      const known = all.find(({ id }) => id === clientCommentId)
      const made =
        known ??
        aComment({
          id: clientCommentId,
          text,
          activityId: params.activityId ?? '',
          author: { id: 'op-anna', name: 'Anna' },
        })
      if (!known) all.push(made)
      return made
    },
  })
  return { server, all }
}
const show = (activityId: string | null = 'ac-1') => renderDesk(<CommentsSection activityId={activityId} />)
const field = () => screen.findByRole('textbox', { name: 'Add a comment for your team' })
const shown = () =>
  within(screen.getByRole('list', { name: 'Comments' }))
    .getAllByRole('listitem')
    .map((item) => item.querySelector('p')?.textContent)

test('empty and without an activity', async () => {
  commentsServer()
  show()
  expect(await screen.findByText('No comments on this chat')).toBeTruthy()
  expect(screen.getByRole('region', { name: 'Comments' })).toBeTruthy()
})

test('Enter sends, Shift+Enter begins a line; the comment stands there at once and once', async () => {
  const { server } = commentsServer([aComment()])
  show()
  await userEvent.type(await field(), 'First{Shift>}{Enter}{/Shift}second{Enter}')
  await waitFor(() => expect(shown()).toEqual(['Plovdiv has 6 tanks.', 'First\nsecond']))
  expect(await field()).toHaveProperty('value', '')
  await waitFor(() => expect(screen.queryByText('Sending')).toBeNull())
  expect(server.callsTo('addComment')).toHaveLength(1)
  expect(shown()).toHaveLength(2)
})

test('the draft is kept per activity, over changing the task and a reload', async () => {
  commentsServer()
  const first = show()
  await userEvent.type(await field(), 'Half a thou')
  first.rerender(<></>)
  first.unmount()
  const other = show('ac-2')
  expect(await field()).toHaveProperty('value', '')
  other.unmount()
  show('ac-1')
  expect(await field()).toHaveProperty('value', 'Half a thou')
})

test('without a connection it waits with a clock, survives a reload and goes out once', async () => {
  const { server, all } = commentsServer()
  const right = server.answers.addComment
  server.answers.addComment = () => {
    throw new NoAnswer()
  }
  const { unmount } = show()
  await userEvent.type(await field(), 'While offline{Enter}')
  expect(await screen.findByText('While offline')).toBeTruthy()
  expect(screen.getByText('Not sent yet')).toBeTruthy()
  unmount()
  if (right) server.answers.addComment = right
  show()
  await waitFor(() => expect(all.map(({ text }) => text)).toEqual(['While offline']))
  await waitFor(() => expect(screen.queryByText('Not sent yet')).toBeNull())
  const [first, second] = server.callsTo('addComment')
  expect(second?.body).toEqual(first?.body)
})

test('a refused comment comes back into the field with the reason', async () => {
  const { server } = commentsServer()
  server.answers.addComment = () => {
    throw new Refusal('FORBIDDEN')
  }
  show()
  await userEvent.type(await field(), 'Not mine{Enter}')
  expect((await screen.findByRole('alert')).textContent).toContain('do not have the right')
  expect(await field()).toHaveProperty('value', 'Not mine')
})

test('over the limit nothing is sent and the text is kept (rule 5)', async () => {
  const { server } = commentsServer()
  show()
  await userEvent.click(await field())
  await userEvent.paste('x'.repeat(10_003))
  expect((await screen.findByRole('alert')).textContent).toBe('3 characters too many')
  await userEvent.keyboard('{Enter}')
  expect(server.callsTo('addComment')).toEqual([])
})

test('earlier ones are folded, and fetched when there are more', async () => {
  const five = Array.from({ length: 5 }, (_, i) => aComment({ id: `cm-${i}`, text: `Comment ${i}` }))
  const { server } = commentsServer(five)
  server.answers.listComments = ({ query }) =>
    query.before === undefined
      ? { items: five, hasEarlier: true }
      : { items: [aComment({ id: 'cm-old', text: 'Oldest' })], hasEarlier: false }
  show()
  expect(await screen.findByText('Comment 4')).toBeTruthy()
  expect(shown()).toEqual(['Comment 2', 'Comment 3', 'Comment 4'])
  await userEvent.click(screen.getByRole('button', { name: 'Show earlier' }))
  expect(shown()).toHaveLength(5)
  await userEvent.click(screen.getByRole('button', { name: 'Show earlier' }))
  await waitFor(() => expect(shown()[0]).toBe('Oldest'))
  expect(screen.queryByRole('button', { name: 'Show earlier' })).toBeNull()
})

test('markup and right-to-left text are text', async () => {
  commentsServer([aComment({ text: '<img src=x onerror=alert(1)> שלום https://care.example/a?b=1' })])
  const { container } = show()
  const link = await screen.findByRole('link', { name: 'https://care.example/a?b=1' })
  expect(link.getAttribute('rel')).toContain('noopener')
  expect(link.parentElement?.getAttribute('dir')).toBe('auto')
  expect(container.querySelector('img')).toBeNull()
})

test('who may not comment sees the list only', async () => {
  const { server } = commentsServer([aComment()])
  server.answers.getActivity = () => anActivity({ abilities: { ...anActivity().abilities, comment: false } })
  show()
  expect(await screen.findByText('Plovdiv has 6 tanks.')).toBeTruthy()
  expect(screen.queryByRole('textbox')).toBeNull()
})

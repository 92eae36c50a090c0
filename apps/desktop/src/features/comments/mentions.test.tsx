import { aComment, anActivity } from '@care/testkit'
import { screen, waitFor, within } from '@testing-library/react'
import userEvent from '@testing-library/user-event'
import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import { useKnown } from '../../shared/mentions/known.ts'
import { fakeServer, Refusal } from '../../shared/testing/fake-server.ts'
import { renderDesk } from '../../shared/testing/render.tsx'
import { CommentsSection } from './CommentsSection.tsx'

beforeEach(() => {
  localStorage.clear()
  useKnown.setState({ known: {} })
})
afterEach(() => vi.unstubAllGlobals())

const people = [
  { id: 'op-boris', name: 'Борис Петров', label: 'Борис Петров', hint: '' },
  { id: 'op-lis', name: 'Anna Lis', label: 'Anna Lis (a.lis@example.com)', hint: 'a.lis@example.com' },
]
function server() {
  const comments = [aComment()]
  return fakeServer({
    getActivity: ({ params }) => anActivity({ id: params.activityId ?? '' }),
    listComments: () => ({ items: comments, hasEarlier: false }),
    listColleagues: ({ query }) => ({
      items: people.filter(({ name }) => name.toLowerCase().includes(String(query.search).toLowerCase())),
    }),
    addComment: ({ body }) => {
      const { clientCommentId, text } = body as { clientCommentId: string; text: string }
      const made = aComment({ id: clientCommentId, text, mentions: [{ id: 'op-boris', name: 'Boris Renamed' }] })
      comments.push(made)
      return made
    },
  })
}
const field = () => screen.findByRole<HTMLTextAreaElement>('textbox', { name: 'Add a comment for your team' })
const sent = (api: ReturnType<typeof server>) =>
  api.callsTo('addComment').map(({ body }) => (body as { text: string }).text)

test('@ opens the list of colleagues; keys choose; ids are sent and the present name is shown', async () => {
  const api = server()
  renderDesk(<CommentsSection activityId="ac-1" />)
  await userEvent.type(await field(), 'Ask @')
  const list = await screen.findByRole('listbox', { name: 'Colleagues to mention' })
  await waitFor(() => expect(within(list).getAllByRole('option')).toHaveLength(2))
  expect((await field()).getAttribute('aria-activedescendant')).toBe(within(list).getAllByRole('option')[0]?.id)
  await userEvent.keyboard('{ArrowDown}{ArrowUp}{Enter}')
  expect((await field()).value).toBe('Ask @Борис Петров ')
  expect(screen.queryByRole('listbox')).toBeNull()
  expect(screen.getByRole('list', { name: 'Will be told' }).textContent).toContain('Борис Петров')
  await userEvent.type(await field(), 'now{Enter}')
  await waitFor(() => expect(sent(api)).toEqual(['Ask <@op-boris> now']))
  expect(await screen.findByText('@Boris Renamed')).toBeTruthy()
})

test('namesakes are told apart; Esc closes the list and what was typed stays words', async () => {
  const api = server()
  renderDesk(<CommentsSection activityId="ac-1" />)
  await userEvent.type(await field(), '@Lis')
  await userEvent.click(await screen.findByRole('option', { name: /Anna Lis.*a\.lis@example\.com/ }))
  expect((await field()).value).toBe('@Anna Lis (a.lis@example.com) ')
  await userEvent.click(screen.getByRole('button', { name: /^Do not mention Anna Lis/ }))
  expect((await field()).value).toBe('Anna Lis (a.lis@example.com) ')
  await userEvent.clear(await field())
  await userEvent.type(await field(), '@Bo')
  expect(await screen.findByText('Nobody who may see this has such a name.')).toBeTruthy()
  await userEvent.clear(await field())
  await userEvent.type(await field(), '@Бор')
  await screen.findByRole('option', { name: 'Борис Петров' })
  await userEvent.keyboard('{Escape}')
  expect(screen.queryByRole('listbox')).toBeNull()
  await userEvent.keyboard('{Enter}')
  await waitFor(() => expect(sent(api)).toEqual(['@Бор']))
})

test('a refused mention names whom and why, keeps the text, and goes out without it when one says so', async () => {
  const api = server()
  const add = api.answers.addComment
  api.answers.addComment = () => {
    throw new Refusal('MENTION_REFUSED', { people: [{ id: 'op-boris', name: 'Boris', why: 'cannotSee' }] })
  }
  renderDesk(<CommentsSection activityId="ac-1" />)
  await userEvent.type(await field(), '@Бор')
  await userEvent.click(await screen.findByRole('option', { name: 'Борис Петров' }))
  await userEvent.type(await field(), 'see{Enter}')
  expect((await screen.findByRole('alert')).textContent).toContain('Boris may not see this request')
  expect((await field()).value).toBe('@Борис Петров see')
  if (add) api.answers.addComment = add
  await userEvent.click(screen.getByRole('button', { name: 'Send without the mention' }))
  await waitFor(() => expect(sent(api).at(-1)).toBe('@Борис Петров see'))
})

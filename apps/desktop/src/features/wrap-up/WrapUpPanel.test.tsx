import { anActivity, aRequest } from '@care/testkit'
import { screen, waitFor, within } from '@testing-library/react'
import userEvent from '@testing-library/user-event'
import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import { getDraft } from '../../shared/drafts/drafts.ts'
import { fakeServer, Refusal } from '../../shared/testing/fake-server.ts'
import { renderDesk } from '../../shared/testing/render.tsx'
import { ToastRegion } from '../../shared/ui/toast.tsx'
import { WrapUpPanel } from './WrapUpPanel.tsx'

const { outcomes } = aRequest()
const wrappingUp = (draft = { outcome: null as string | null, comment: '' }) =>
  anActivity({
    state: 'wrapUp',
    abilities: { ...anActivity().abilities, reply: false, wrapUp: true },
    wrapUp: { until: Date.now() + 42_000, canHaveMore: true, defaultOutcome: 'solved', draft },
  })
const server = () =>
  fakeServer({
    saveWrapUp: () => ({ ok: true as const }),
    finishWrapUp: () => anActivity({ state: 'ended' }),
    extendWrapUp: () => wrappingUp(),
    suggestTags: () => ({ items: [] }),
  })
const show = (draft?: { outcome: string | null; comment: string }) =>
  renderDesk(
    <>
      <WrapUpPanel activity={wrappingUp(draft)} outcomes={outcomes} />
      <ToastRegion />
    </>,
  )
const comment = () => screen.getByRole<HTMLTextAreaElement>('textbox', { name: /^Comment for your team/ })
const done = () => userEvent.click(screen.getByRole('button', { name: /^Done/ }))

beforeEach(() => localStorage.clear())
afterEach(() => vi.unstubAllGlobals())

test('asks for an outcome, says what is recorded by itself, and takes outcome and comment', async () => {
  const api = server()
  show()
  const region = screen.getByRole('region', { name: 'Wrap-up' })
  expect(region.textContent).toMatch(/0:4[12] left/)
  expect(region.textContent).toContain('“Solved” is recorded')
  await done()
  expect(await screen.findByText('Choose an outcome')).toBeTruthy()
  expect(api.callsTo('finishWrapUp')).toHaveLength(0)
  const group = screen.getByRole('radiogroup', { name: 'Outcome' })
  expect(within(group).queryByRole('radio', { name: 'No activity' })).toBeNull()
  await userEvent.click(within(group).getByRole('radio', { name: 'Not solved' }))
  await userEvent.type(comment(), 'Waits for a part')
  await done()
  await waitFor(() => expect(api.callsTo('finishWrapUp')).toHaveLength(1))
  expect(api.callsTo('finishWrapUp')[0]?.body).toEqual({ outcome: 'notSolved', comment: 'Waits for a part' })
  expect(await screen.findByText('Wrapped up as Not solved')).toBeTruthy()
  expect(localStorage.getItem('care.wrap-up.ac-1')).toBeNull()
})

test('keeps what is typed on the server, and what the server has not got over a reload', async () => {
  const api = server()
  const { unmount } = show({ outcome: 'duplicate', comment: 'So far' })
  expect(comment().value).toBe('So far')
  expect(screen.getByRole<HTMLInputElement>('radio', { name: 'Duplicate' }).checked).toBe(true)
  await userEvent.type(comment(), '!')
  await waitFor(() => expect(api.callsTo('saveWrapUp')).toHaveLength(1))
  expect(api.callsTo('saveWrapUp')[0]?.body).toEqual({ outcome: 'duplicate', comment: 'So far!' })
  await waitFor(() => expect(localStorage.getItem('care.wrap-up.ac-1')).toBeNull())
  unmount()
  localStorage.setItem('care.wrap-up.ac-1', JSON.stringify({ outcome: null, comment: 'Typed last' }))
  show({ outcome: 'duplicate', comment: 'So far!' })
  expect(comment().value).toBe('Typed last')
  await waitFor(() => expect(api.callsTo('saveWrapUp')).toHaveLength(2))
})

test('what comes too late becomes the draft of a comment', async () => {
  const api = server()
  api.answers.saveWrapUp = () => {
    throw new Refusal('NOT_ALLOWED_NOW')
  }
  show()
  await userEvent.type(comment(), 'Too late')
  expect(await screen.findByText(/kept as a draft/)).toBeTruthy()
  expect(getDraft('ac-1', 'comment')).toBe('Too late')
})

test('more time is asked for by a button', async () => {
  const api = server()
  show()
  await userEvent.click(screen.getByRole('button', { name: 'More time' }))
  await waitFor(() => expect(api.callsTo('extendWrapUp')).toHaveLength(1))
})

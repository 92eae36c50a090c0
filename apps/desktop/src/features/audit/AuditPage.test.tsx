import { screen } from '@testing-library/react'
import userEvent from '@testing-library/user-event'
import { afterEach, expect, test, vi } from 'vitest'
import { fakeServer, Refusal } from '../../shared/testing/fake-server.ts'
import { renderDesk } from '../../shared/testing/render.tsx'
import { AuditPage } from './AuditPage.tsx'

afterEach(() => vi.unstubAllGlobals())

const entry = (id: string, name: string) => ({
  id,
  at: 0,
  kind: 'recording.listened' as const,
  operator: { id: `op-${id}`, name },
  subjectId: 'call',
  account: null,
  request: { id: 'r', number: 7 },
  customer: { id: 'c', name: 'Elena' },
})

test('says who listened to what, page by page', async () => {
  fakeServer({
    listAudit: ({ query }) =>
      query['cursor'] === 'next'
        ? { items: [entry('2', 'Boris')], nextCursor: null }
        : { items: [entry('1', 'Vera')], nextCursor: 'next' },
  })
  renderDesk(<AuditPage />)
  expect(await screen.findByText('Vera listened to a recording')).toBeTruthy()
  expect(screen.getByText(/REQ-7 · Elena/)).toBeTruthy()
  await userEvent.click(screen.getByRole('button', { name: 'Show more' }))
  expect(await screen.findByText('Boris listened to a recording')).toBeTruthy()
  expect(screen.queryByRole('button', { name: 'Show more' })).toBeNull()
})

test('says that nobody has listened yet, and that it did not load', async () => {
  fakeServer({ listAudit: () => ({ items: [], nextCursor: null }) })
  const { unmount } = renderDesk(<AuditPage />)
  expect(await screen.findByText('Nobody has listened to anything or changed an account yet')).toBeTruthy()
  unmount()
  fakeServer({
    listAudit: () => {
      throw new Refusal('FORBIDDEN')
    },
  })
  renderDesk(<AuditPage />)
  expect(await screen.findByRole('button', { name: 'Try again' })).toBeTruthy()
})

test('says who closed whose account', async () => {
  const closed = {
    ...entry('1', 'Vera'),
    kind: 'operator.closed' as const,
    account: { id: 'op-anna', name: 'Anna' },
    request: null,
    customer: null,
  }
  fakeServer({ listAudit: () => ({ items: [closed], nextCursor: null }) })
  renderDesk(<AuditPage />)
  expect(await screen.findByText('Vera closed the account of Anna')).toBeTruthy()
})

import { noon } from '@care/testkit'
import { screen } from '@testing-library/react'
import { afterEach, expect, test, vi } from 'vitest'
import { fakeServer } from '../../../shared/testing/fake-server.ts'
import { renderDesk } from '../../../shared/testing/render.tsx'
import { aTodo } from '../../../shared/testing/todo.ts'
import { TodoReminders } from './TodoReminders.tsx'

afterEach(() => vi.unstubAllGlobals())

test('a reminder says whom it is about, and that it is a VIP', async () => {
  const rings = { ringsSince: noon }
  const items = [
    aTodo({ ...rings, id: 't1', title: 'Call', customer: { id: 'c1', name: 'Jonas', isVip: true } }),
    aTodo({ ...rings, id: 't2', title: 'Write', customer: { id: 'c2', name: 'Elena', isVip: false } }),
  ]
  fakeServer({ listTodos: () => ({ items, nextCursor: null }) })
  renderDesk(<TodoReminders />)
  const [jonas, elena] = (await screen.findAllByRole('status')).map(({ textContent }) => textContent)
  expect(jonas).toContain('JonasVIP')
  expect(elena).toContain('Elena')
  expect(elena).not.toContain('VIP')
})

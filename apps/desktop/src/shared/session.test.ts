import { beforeEach, expect, test } from 'vitest'
import { useSession } from './session.ts'

const session = () => useSession.getState()
beforeEach(() => useSession.setState({ hasEnded: false, number: 0 }))

test('a refusal of what was asked before one signed in again does not end the new session', () => {
  const asked = session().number
  session().end(asked)
  expect(session().hasEnded).toBe(true)
  session().renew()
  session().end(asked)
  expect(session().hasEnded).toBe(false)
  session().end(session().number)
  expect(session().hasEnded).toBe(true)
})

test('what the server says by itself is about the current one', () => {
  session().renew()
  session().end()
  expect(session().hasEnded).toBe(true)
})

import { expect, test } from 'vitest'
import { openTempStore } from '../testing/temp-store.ts'
import { describeError } from './log.ts'

test('a failed statement is told without what people wrote', async () => {
  const temp = await openTempStore()
  const { operators } = temp.store.t
  const row = {
    id: 'a',
    name: 'Private Person',
    email: 'private@example.com',
    emailFolded: 'private@example.com',
    passwordHash: 'hash',
    role: 'operator' as const,
    capacity: {},
    isActive: true,
    createdAt: 1,
  }
  const twice = temp.store.transact(async (tx) => {
    await tx.insert(operators).values(row)
    await tx.insert(operators).values(row)
  })
  const text = await twice.then(String, describeError)
  expect(text).toMatch(/unique/i)
  expect(text).not.toMatch(/private/i)
  await temp.remove()
})

test('other errors keep their words, their place and their cause', () => {
  const text = describeError(new TypeError('no such thing', { cause: new Error('the reason') }))
  expect(text).toMatch(/^TypeError: no such thing\n\s+at [\s\S]*caused by Error: the reason/)
  expect(describeError('plain')).toBe('plain')
})

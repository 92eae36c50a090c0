import { expect, test } from 'vitest'
import { limits } from './limits.ts'

test.each([
  [limits.requestTitle, 200],
  [limits.description, 10_000],
  [limits.comment, 10_000],
  [limits.message, 20_000],
  [limits.tag, 50],
  [limits.attachmentBytes, 26_214_400],
])('Rule 5 names this limit: %i', (limit, promised) => {
  expect(limit).toBe(promised)
})

import { expect, test } from 'vitest'
import { hourMs } from '../time.ts'
import {
  automaticAnswerProblem,
  automaticNoticeHeaders,
  automaticReplyHeaders,
  isOwnLoop,
  mayAnswerAutomatically,
} from './automatic-answer.ts'
import { isAutomatic } from './automatic.ts'

const now = 1_000 * hourMs
const asked = { isAutomatic: false, isOwnLoop: false, lastForRequestAt: null, recentToAddress: 0, now }

test.each([
  [{}, null],
  [{ isAutomatic: true }, 'AUTOMATIC'],
  [{ isOwnLoop: true, isAutomatic: true }, 'LOOP'],
  [{ lastForRequestAt: now - 24 * hourMs + 1 }, 'ONCE_A_DAY'],
  [{ lastForRequestAt: now - 24 * hourMs }, null],
  [{ recentToAddress: 9 }, null],
  [{ recentToAddress: 10 }, 'TOO_MANY'],
])('%j: %s (rules 36, 37)', (over, problem) => {
  expect(automaticAnswerProblem({ ...asked, ...over })).toBe(problem)
  expect(mayAnswerAutomatically({ ...asked, ...over })).toBe(problem === null)
})

test.each([
  ['answers', automaticReplyHeaders('kawa')],
  ['notices', automaticNoticeHeaders('kawa')],
])('%s that we send are automatic to everybody, and known to us when they come back', (_, sent) => {
  const headers = new Map(Object.entries(sent).map(([name, value]) => [name.toLowerCase(), [value]]))
  expect(isAutomatic(headers, { from: null })).toBe('auto-submitted')
  expect(isOwnLoop(headers, 'kawa')).toBe(true)
  expect(isOwnLoop(headers, 'other')).toBe(false)
  expect(isOwnLoop(new Map(), 'kawa')).toBe(false)
})

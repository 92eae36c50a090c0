import { describe, expect, test } from 'vitest'
import { newMarks } from './activity.ts'
import { text } from './common.ts'
import { requestPatch } from './request.ts'
import { requestTypePatch } from './request-type.ts'

const takes = (schema: { safeParse(value: unknown): { success: boolean } }, field: string, value: unknown): boolean =>
  schema.safeParse({ [field]: value }).success

describe('an instant that a person chooses', () => {
  test.each([
    ['none', null, true],
    ['the first', 0, true],
    ['the last of 2199', Date.UTC(2200, 0, 1) - 1, true],
    ['the first of 2200', Date.UTC(2200, 0, 1), false],
    ['before 1970', -5, false],
    ['what no date can show', 9e15, false],
    ['half a millisecond', 0.5, false],
  ])('%s', (_, value, isTaken) => {
    expect(takes(requestPatch, 'dueAt', value)).toBe(isTaken)
  })
})

describe('days of a request type', () => {
  test.each([
    ['never', 'autoCloseDays', null, true],
    ['an hour', 'autoCloseDays', 1 / 24, true],
    ['ten years', 'autoCloseDays', 3650, true],
    ['a moment', 'autoCloseDays', 1e-9, false],
    ['no time', 'autoCloseDays', 0, false],
    ['more than ten years', 'autoCloseDays', 3651, false],
    ['a reply never reopens', 'reopenDays', 0, true],
    ['a reply reopens within an hour', 'reopenDays', 1 / 24, true],
    ['a reply reopens within a moment', 'reopenDays', 1e-9, false],
    ['less than never', 'reopenDays', -1, false],
    ['a reply always reopens', 'reopenDays', null, false],
  ])('%s', (_, field, value, isTaken) => {
    expect(takes(requestTypePatch, field, value)).toBe(isTaken)
  })
})

test('a mark stands at a place that a thread can have', () => {
  expect(takes(newMarks, 'read', 2 ** 31 - 1)).toBe(true)
  expect(takes(newMarks, 'read', 2 ** 31)).toBe(false)
})

test('a text loses what cannot be stored before it is measured', () => {
  expect(text(3).parse(' a\u0000bc ')).toBe('abc')
  expect(text(3).parse('a\uD83D')).toBe('a\uFFFD')
  expect(text(3).safeParse('abcd').success).toBe(false)
})

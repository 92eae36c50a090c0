import { dayMs } from '@care/domain'
import { describe, expect, test } from 'vitest'
import { aTask } from '../../shared/testing/tasks.ts'
import { filtersUsed, fitsFilters, noFilters, type TaskFilters } from './filter.ts'

const noon = new Date(2026, 10, 26, 12).getTime()
const said = (at: number) => aTask({ lastLine: { text: 'Hi', author: 'customer', at } })

describe('a task passes', () => {
  test.each<[string, ReturnType<typeof aTask>, Partial<TaskFilters>, boolean]>([
    ['anything where nothing is chosen', aTask(), {}, true],
    ['its stage’s kind', aTask({ category: 'waiting' }), { categories: ['new', 'waiting'] }, true],
    ['another kind', aTask({ category: 'active' }), { categories: ['new', 'waiting'] }, false],
    ['its medium', aTask({ medium: 'email' }), { media: ['email'] }, true],
    ['another medium', aTask({ medium: 'chat' }), { media: ['email'] }, false],
    ['unread', aTask({ unread: 2 }), { isUnread: true }, true],
    ['read', aTask({ unread: 0 }), { isUnread: true }, false],
    ['no VIP', aTask(), { isVip: true }, false],
    ['said this morning', said(noon - 3 * 3_600_000), { when: 'today' }, true],
    ['said last night', said(noon - 13 * 3_600_000), { when: 'today' }, false],
    ['said today is of this week too', said(noon), { when: 'week' }, true],
    ['said last month', said(noon - 30 * dayMs), { when: 'older' }, true],
    ['said this week', said(noon - 2 * dayMs), { when: 'older' }, false],
    ['all of several', aTask({ unread: 1, medium: 'email' }), { isUnread: true, media: ['chat'] }, false],
  ])('%s', (_, task, filters, fits) => {
    expect(fitsFilters(task, { ...noFilters, ...filters }, noon)).toBe(fits)
  })
})

test('kinds of filters are counted, not choices', () => {
  expect(filtersUsed(noFilters)).toBe(0)
  expect(filtersUsed({ ...noFilters, media: ['chat', 'email'], isVip: true })).toBe(2)
})

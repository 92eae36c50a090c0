import type { Todo } from '@care/contract'
import { instantOf } from '@care/domain/follow-ups'
import { expect, test } from 'vitest'
import { aTodo } from '../../../shared/testing/todo.ts'
import { words } from '../../../shared/testing/render.tsx'
import { ownZone } from '../due-words.ts'
import { formOf, newTodoOf, patchOf, problemsOf } from './form.ts'

const now = instantOf('2026-11-26', '10:00', ownZone())
const todo = (over: Partial<Todo>): Todo => aTodo({ createdAt: now, updatedAt: now, ...over })

test('a new one: what is missing or past is said by field', () => {
  const form = formOf(null, 'op-anna')
  expect(problemsOf(form, null, words, now)).toEqual({ title: 'Say what is to be done' })
  const said = { ...form, title: ' Call ' }
  expect(problemsOf({ ...said, reminder: '60' }, null, words, now).reminder).toMatch(/needs a due date/)
  expect(problemsOf({ ...said, date: '2026-11-26', reminder: '60' }, null, words, now).reminder).toMatch(/in the past/)
  expect(problemsOf({ ...said, time: '12:00' }, null, words, now).time).toMatch(/needs a date/)
  expect(problemsOf({ ...said, title: 'x'.repeat(201) }, null, words, now).title).toMatch(/200/)
  expect(newTodoOf({ ...said, date: '2026-11-27', time: '09:00', reminder: '15' }, 'c1', null)).toMatchObject({
    title: 'Call',
    due: { date: '2026-11-27', time: '09:00', timeZone: ownZone() },
    reminder: { kind: 'before', minutes: 15 },
  })
})

test('only what was changed is sent; a time said in another zone stays said there', () => {
  const due = { date: '2026-11-27', time: '09:00', timeZone: 'Asia/Tokyo' }
  const rang = todo({
    due,
    dueAt: instantOf(due.date, '09:00', due.timeZone),
    reminder: { kind: 'at', at: now - 1 },
  })
  const form = formOf(rang, '')
  expect(patchOf(form, rang)).toEqual({})
  expect(patchOf({ ...form, title: 'Write' }, rang)).toEqual({ title: 'Write' })
  // It rang already: another title does not make it wrong.
  expect(problemsOf({ ...form, title: 'Write' }, rang, words, now)).toEqual({})
  expect(problemsOf({ ...form, date: '2026-12-01' }, rang, words, now).reminder).toMatch(/in the past/)
})

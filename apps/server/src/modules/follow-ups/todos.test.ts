import { dayMs, hourMs, minuteMs } from '@care/domain'
import { instantOf } from '@care/domain/follow-ups'
import { eq } from '../../db/drizzle.ts'
import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import type { OperatorActor } from '../../kernel/actor.ts'
import { createTestClock } from '../../kernel/clock.ts'
import { openRouting, type RoutingBench, startProcess } from '../../testing/routing-bench.ts'
import { refusal } from '../../testing/workbench.ts'
import { takeTask } from '../routing/commands/take-task.ts'
import { undoFollowUp } from '../undo/commands/undo-follow-up.ts'
import { addTodo, type NewTodoInput } from './commands/add-todo.ts'
import { deleteTodo } from './commands/delete-todo.ts'
import { editTodo } from './commands/edit-todo.ts'
import { remindTodo } from './commands/remind-todo.ts'
import { seeTodo } from './commands/see-todo.ts'
import { setTodoDone } from './commands/set-todo-done.ts'
import { todoById, todoList } from './queries/todos.ts'

let bench: RoutingBench
let anna: OperatorActor
let boris: OperatorActor
let customerId: string
beforeEach(async () => {
  bench = await openRouting()
  anna = await bench.desk('Anna')
  boris = await bench.operator('Boris', 'operator', ['q2'])
  customerId = (await bench.visitor('Jonas')).customerId
})
afterEach(() => bench.remove())

const timeZone = 'Europe/Warsaw'
const inAnHour = { kind: 'before', minutes: 60 } as const
const row = async (id: string) => {
  const { todos } = bench.store.t
  const [found] = await bench.store.read.select().from(todos).where(eq(todos.id, id))
  if (!found) throw new Error('no to-do')
  return found
}
const add = async (input: Partial<NewTodoInput> = {}, change = 'change-add-1') =>
  (await bench.execute(addTodo, anna, { customerId, title: 'Call back', ...input }, { requestId: change })).todoId
const list = async (who: OperatorActor, query: Partial<Parameters<typeof todoList>[2]> = {}) =>
  (await todoList(bench.store.read, who, { state: 'open', limit: 50, ...query })).items.map(({ title }) => title)
const undo = (who: OperatorActor, change: string, requestId: string | null = null) =>
  bench.execute(undoFollowUp, who, { customerId, requestId, change })

describe('a new to-do', () => {
  test('is its maker’s, or a colleague’s; due as the clocks of the person’s zone say', async () => {
    const id = await add({ due: { date: '2026-04-07', time: '10:00', timeZone }, reminder: inAnHour })
    const dueKey = instantOf('2026-04-07', '10:00', timeZone)
    expect(await row(id)).toMatchObject({ ownerId: 'anna', createdById: 'anna', dueKey, remindAt: dueKey - hourMs })
    const given = await add({ title: 'Send papers', ownerId: 'boris' })
    expect(await row(given)).toMatchObject({ ownerId: 'boris', createdById: 'anna', remindAt: null })
    expect(await list(anna)).toEqual(['Call back'])
    expect(await list(boris)).toEqual(['Send papers'])
    // Ids only: no words in the log (rule 47).
    expect(bench.ofType('todo.added').map(({ facts }) => facts)).toEqual([
      { todoId: id, customerId, requestId: null, ownerId: 'anna', version: 1 },
      { todoId: given, customerId, requestId: null, ownerId: 'boris', version: 1 },
    ])
  })

  test('is refused for nobody, for another customer’s request, for who left, with a reminder that could not ring', async () => {
    const other = await bench.task()
    const { requestId } = await bench.row(other)
    expect(await refusal(add({ customerId: 'nobody' }))).toBe('NOT_FOUND')
    expect(await refusal(add({ requestId }))).toBe('INVALID_INPUT')
    expect(await refusal(add({ ownerId: 'nobody' }))).toBe('NOT_FOUND')
    expect(await refusal(add({ reminder: inAnHour }))).toBe('INVALID_INPUT')
    expect(await refusal(add({ reminder: { kind: 'at', at: bench.clock.now() } }))).toBe('INVALID_INPUT')
    const { operators } = bench.store.t
    await bench.store.transact((tx) => tx.update(operators).set({ isActive: false }).where(eq(operators.id, 'boris')))
    expect(await refusal(add({ ownerId: 'boris' }))).toBe('NOT_FOUND')
    expect(await list(anna)).toEqual([])
  })

  test('of a request one may not see is its owner’s and its maker’s only', async () => {
    const activityId = await bench.task({ customerId })
    await bench.execute(takeTask, anna, { activityId })
    const { requestId } = await bench.row(activityId)
    const id = await add({ requestId })
    expect(await list(anna, { requestId })).toEqual(['Call back'])
    expect(await list(boris, { customerId })).toEqual([])
    expect(await refusal(todoById(bench.store.read, boris, id))).toBe('NOT_FOUND')
    expect(await refusal(bench.execute(setTodoDone, boris, { todoId: id, isDone: true }))).toBe('NOT_FOUND')
    await bench.execute(editTodo, anna, { todoId: id, version: 1, patch: { ownerId: 'boris' } })
    expect(await list(boris, { customerId })).toEqual(['Call back'])
    expect(await list(boris)).toEqual(['Call back'])
  })
})

test('lists of others are for who may: the rest see them only at the customer', async () => {
  const vera = await bench.operator('Vera', 'supervisor', [])
  await add()
  expect(await list(boris, { customerId })).toEqual(['Call back'])
  expect(await refusal(list(boris, { owner: 'anna' }))).toBe('FORBIDDEN')
  expect(await refusal(list(boris, { owner: 'all' }))).toBe('FORBIDDEN')
  expect(await list(vera, { owner: 'all' })).toEqual(['Call back'])
  expect(await list(vera, { owner: 'anna' })).toEqual(['Call back'])
  expect(await list(vera)).toEqual([])
  expect(await refusal(bench.execute(setTodoDone, boris, { todoId: 'none', isDone: true }))).toBe('NOT_FOUND')
})

test('the order of the list: next due first, those without a date last, page by page; done ones latest first', async () => {
  for (const [title, date] of [
    ['c', '2026-05-03'],
    ['a', '2026-05-01'],
    ['d', null],
    ['b', '2026-05-02'],
  ] as const)
    await add({ title, due: date === null ? null : { date, time: null, timeZone } })
  const seen: string[] = []
  for (let cursor: string | undefined, more = true; more;) {
    const page = await todoList(bench.store.read, anna, { state: 'open', limit: 1, cursor })
    seen.push(...page.items.map(({ title }) => title))
    more = page.nextCursor !== null
    cursor = page.nextCursor ?? undefined
  }
  expect(seen).toEqual(['a', 'b', 'c', 'd'])
  const may2 = instantOf('2026-05-02', '00:00', timeZone)
  expect(await list(anna, { dueFrom: may2, dueBefore: may2 + dayMs })).toEqual(['b'])
  for (const item of (await todoList(bench.store.read, anna, { state: 'open', limit: 50 })).items.slice(0, 2)) {
    bench.clock.advance(1)
    await bench.execute(setTodoDone, anna, { todoId: item.id, isDone: true })
  }
  expect(await list(anna, { state: 'done' })).toEqual(['b', 'a'])
  expect(await list(anna)).toEqual(['c', 'd'])
})

describe('an edit', () => {
  test('on an old version is refused with what it is now and who was faster (rule 4)', async () => {
    const id = await add({ ownerId: 'boris' })
    await bench.execute(editTodo, boris, { todoId: id, version: 1, patch: { title: 'Write back' } })
    await expect(
      bench.execute(editTodo, anna, { todoId: id, version: 1, patch: { title: 'Call', note: 'Now' } }),
    ).rejects.toMatchObject({
      code: 'CONFLICT',
      details: { currentVersion: 2, changedBy: 'Boris', current: { title: 'Write back', note: '' } },
    })
    expect(bench.ofType('todo.edited')).toMatchObject([{ facts: { fields: { title: { from: null, to: null } } } }])
  })
  test('of others needs the right', async () => {
    const id = await add()
    const patch = { title: 'Mine' }
    expect(await refusal(bench.execute(editTodo, boris, { todoId: id, version: 1, patch }))).toBe('FORBIDDEN')
    const vera = await bench.operator('Vera', 'supervisor', [])
    await bench.execute(editTodo, vera, { todoId: id, version: 1, patch })
    expect(await row(id)).toMatchObject({ title: 'Mine', version: 2 })
  })
  test('of the date moves the reminder; of another field leaves one that rang alone', async () => {
    const id = await add({ due: { date: '2026-04-07', time: '10:00', timeZone }, reminder: inAnHour })
    bench.clock.set((await row(id)).remindAt ?? 0)
    await bench.sweep()
    await bench.execute(editTodo, anna, { todoId: id, version: 1, patch: { title: 'Call' } })
    expect(await row(id)).toMatchObject({ remindAt: null, title: 'Call' })
    const due = { date: '2026-04-09', time: '10:00', timeZone }
    await bench.execute(editTodo, anna, { todoId: id, version: 2, patch: { due } })
    expect(await row(id)).toMatchObject({ remindAt: instantOf('2026-04-09', '09:00', timeZone), ringsSince: null })
  })
})

describe('a reminder', () => {
  test('rings at its time, not a millisecond before, for whose it is by then, and once', async () => {
    const id = await add({ reminder: { kind: 'at', at: bench.clock.now() + hourMs } })
    await bench.execute(editTodo, anna, { todoId: id, version: 1, patch: { ownerId: 'boris' } })
    bench.clock.advance(hourMs - 1)
    await bench.sweep()
    expect(bench.ofType('todo.due')).toEqual([])
    bench.clock.advance(1)
    await bench.sweep()
    await bench.sweep()
    expect(bench.ofType('todo.due')).toMatchObject([{ facts: { todoId: id, ownerId: 'boris', customerId } }])
    expect(await list(boris, { rings: true })).toEqual(['Call back'])
    await bench.execute(seeTodo, boris, { todoId: id })
    await bench.execute(seeTodo, boris, { todoId: id })
    expect(await list(boris, { rings: true })).toEqual([])
    expect(await refusal(bench.execute(seeTodo, anna, { todoId: id }))).toBe('FORBIDDEN')
  })

  test('rings once, by any number of processes, also after a downtime of a month', async () => {
    for (let i = 0; i < 10; i++) await add({ reminder: { kind: 'at', at: bench.clock.now() + hourMs + i } })
    const clock = createTestClock(bench.clock.now() + 30 * dayMs)
    const processes = [1, 2, 3].map(() => startProcess(bench.store, clock, bench.events))
    await Promise.all(processes.map((process) => process.sweeps.runAll()))
    expect(bench.ofType('todo.due')).toHaveLength(10)
    expect(await list(anna, { rings: true })).toHaveLength(10)
  })

  test('of what is done or deleted does not ring, also when the sweep has found it before', async () => {
    const reminder = { kind: 'at', at: bench.clock.now() + hourMs } as const
    const [done, deleted] = [await add({ reminder }), await add({ reminder })]
    bench.clock.advance(hourMs)
    await bench.execute(setTodoDone, anna, { todoId: done, isDone: true })
    await bench.execute(deleteTodo, anna, { todoId: deleted })
    for (const todoId of [done, deleted])
      expect(await refusal(bench.execute(remindTodo, { kind: 'system' }, { todoId }))).toBe('NOT_ALLOWED_NOW')
    await bench.sweep()
    expect(bench.ofType('todo.due')).toEqual([])
    expect(await refusal(bench.execute(remindTodo, anna, { todoId: done }))).toBe('FORBIDDEN')
  })
})

describe('undo puts back', () => {
  test('done, with the reminder: one whose time came meanwhile rings at once', async () => {
    const at = bench.clock.now() + minuteMs / 2
    const id = await add({ reminder: { kind: 'at', at } })
    const before = await row(id)
    await bench.execute(setTodoDone, anna, { todoId: id, isDone: true }, { requestId: 'change-done-1' })
    expect(await row(id)).toMatchObject({ doneAt: bench.clock.now(), doneById: 'anna', remindAt: null })
    // Again changes nothing.
    await bench.execute(setTodoDone, anna, { todoId: id, isDone: true })
    expect(bench.ofType('todo.done')).toHaveLength(1)
    bench.clock.advance(minuteMs / 2)
    await undo(anna, 'change-done-1')
    expect(await row(id)).toEqual({ ...before, version: 3, updatedAt: bench.clock.now() })
    await bench.sweep()
    expect(bench.ofType('todo.due')).toHaveLength(1)
  })
  test('a deletion and an addition; only who did it, only for a minute, only what has not changed since', async () => {
    const id = await add()
    await bench.execute(deleteTodo, anna, { todoId: id }, { requestId: 'change-delete-1' })
    expect(await refusal(todoById(bench.store.read, anna, id))).toBe('NOT_FOUND')
    expect(await refusal(undo(boris, 'change-delete-1'))).toBe('NOT_FOUND')
    await undo(anna, 'change-delete-1')
    expect(await list(anna)).toEqual(['Call back'])
    expect(await refusal(undo(anna, 'change-delete-1'))).toBe('NOT_ALLOWED_NOW')
    expect(await refusal(undo(anna, 'change-add-1'))).toBe('NOT_ALLOWED_NOW')
    const other = await add({ title: 'Other' }, 'change-add-2')
    await undo(anna, 'change-add-2')
    expect(await refusal(todoById(bench.store.read, anna, other))).toBe('NOT_FOUND')
    const late = await add({ title: 'Late' }, 'change-add-3')
    bench.clock.advance(minuteMs + 1)
    expect(await refusal(undo(anna, 'change-add-3'))).toBe('NOT_ALLOWED_NOW')
    expect(await row(late)).toMatchObject({ deletedAt: null })
  })
  test('also of a request’s to-do, whose changes stand in its history', async () => {
    const activityId = await bench.task({ customerId })
    await bench.execute(takeTask, anna, { activityId })
    const { requestId } = await bench.row(activityId)
    const id = await add({ requestId })
    await bench.execute(setTodoDone, anna, { todoId: id, isDone: true }, { requestId: 'change-done-2' })
    expect(await refusal(undo(anna, 'change-done-2'))).toBe('NOT_FOUND')
    await undo(anna, 'change-done-2', requestId)
    expect(await list(anna, { requestId })).toEqual(['Call back'])
  })
})

test('what was deleted a day ago is gone for good', async () => {
  const id = await add()
  await bench.execute(deleteTodo, anna, { todoId: id })
  bench.clock.advance(dayMs - 1)
  await bench.sweep()
  expect((await row(id)).deletedAt).not.toBeNull()
  bench.clock.advance(1)
  await bench.sweep()
  const { todos } = bench.store.t
  expect(await bench.store.read.select().from(todos)).toEqual([])
})

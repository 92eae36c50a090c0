import type { Todo } from '@care/contract'
import { type DueBounds, type DueState, dueState, rangeOf } from '@care/domain/follow-ups'

/** What a chip of the list shows: everything open, one part of time, or what is done. */
export const parts = ['all', 'overdue', 'today', 'week', 'later', 'done'] as const
export type Part = (typeof parts)[number]

/** To-dos in order with a heading before each part of time; a list of what is done has none. */
export function withHeadings(
  todos: readonly Todo[],
  bounds: DueBounds,
): ({ heading: DueState; todo?: undefined } | { todo: Todo })[] {
  let last: DueState | null = null
  return todos.flatMap((todo) => {
    if (todo.doneAt !== null) return [{ todo }]
    const state = dueState(todo.dueAt, bounds)
    const starts = state !== last
    last = state
    return [...(starts ? [{ heading: state }] : []), { todo }]
  })
}

/**
 * The question to the server for a part. By the minute: `now` moves on, and another question each second would show another
 * list each second.
 */
export function filterOf(
  part: Part,
  bounds: DueBounds,
): { state: 'open' | 'done'; dueFrom?: number; dueBefore?: number } {
  if (part === 'done') return { state: 'done' }
  if (part === 'all') return { state: 'open' }
  const { from, before } = rangeOf(part, bounds)
  return {
    state: 'open',
    ...(from === null ? {} : { dueFrom: from }),
    ...(before === null ? {} : { dueBefore: before }),
  }
}

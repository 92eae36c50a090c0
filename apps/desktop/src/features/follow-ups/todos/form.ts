import type { NewTodo, Todo, TodoPatch } from '@care/contract'
import { limits } from '@care/domain'
import { type Due, isCalendarDay, isClockTime, type Reminder, reminderProblem } from '@care/domain/follow-ups'
import type { DesktopT } from '@care/i18n/desktop'
import { fromFieldValue, toFieldValue } from '../../../shared/format/date-field.ts'
import { ownZone, shownDue } from '../due-words.ts'

/** A to-do as its form has it: what the fields write. */
export interface TodoForm {
  title: string
  note: string
  date: string
  time: string
  /** 'none', 'exact', or so many minutes before. */
  reminder: string
  /** With 'exact'. */
  at: string
  ownerId: string
}

export function formOf(todo: Todo | null, ownerId: string): TodoForm {
  if (todo === null) return { title: '', note: '', date: '', time: '', reminder: 'none', at: '', ownerId }
  const shown = shownDue(todo)
  const { reminder } = todo
  return {
    title: todo.title,
    note: todo.note,
    date: shown?.date ?? '',
    time: shown?.time ?? '',
    reminder: reminder === null ? 'none' : reminder.kind === 'at' ? 'exact' : String(reminder.minutes),
    at: reminder?.kind === 'at' ? toFieldValue(reminder.at) : '',
    ownerId: todo.owner.id,
  }
}

/** As it was said before, when the fields still show that: the zone in which it was said stays. */
function dueIn(form: TodoForm, before: Todo | null): Due | null {
  if (form.date === '') return null
  const shown = before && shownDue(before)
  if (before?.due && shown?.date === form.date && (shown.time ?? '') === form.time) return before.due
  return { date: form.date, time: form.time === '' ? null : form.time, timeZone: ownZone() }
}

function reminderIn({ reminder, at }: TodoForm): Reminder | null {
  if (reminder === 'none') return null
  if (reminder === 'exact') return { kind: 'at', at: fromFieldValue(at) ?? 0 }
  return { kind: 'before', minutes: Number(reminder) }
}

export interface TodoProblems {
  title?: string
  note?: string
  date?: string
  time?: string
  reminder?: string
}

/** Why it cannot be saved at `now`, by field; empty when it can. */
export function problemsOf(form: TodoForm, before: Todo | null, t: DesktopT, now: number): TodoProblems {
  const problems: TodoProblems = {}
  const { title, note } = limits.followUp
  if (form.title.trim() === '') problems.title = t('followUps.nameNeeded')
  if (form.title.trim().length > title) problems.title = t('common.tooLong', { n: title })
  if (form.note.trim().length > note) problems.note = t('common.tooLong', { n: note })
  if (form.date !== '' && !isCalendarDay(form.date)) problems.date = t('followUps.wrongDate')
  if (form.time !== '' && (form.date === '' || !isClockTime(form.time))) problems.time = t('followUps.timeNeedsDate')
  if (problems.date !== undefined || problems.time !== undefined) return problems
  // One that rang already may stand as it is.
  const { due, reminder } = patchOf(form, before)
  if (before !== null && due === undefined && reminder === undefined) return problems
  const problem = reminderProblem(dueIn(form, before), reminderIn(form), now)
  if (problem !== null)
    problems.reminder = t(problem === 'it is in the past' ? 'followUps.reminderPast' : 'followUps.reminderNeedsDate')
  return problems
}

/** The fields that differ from what was opened. */
export function patchOf(form: TodoForm, before: Todo | null): Partial<TodoPatch> {
  const was = before && formOf(before, '')
  const differs = (...names: (keyof TodoForm)[]): boolean => !was || names.some((name) => was[name] !== form[name])
  return {
    ...(differs('title') ? { title: form.title.trim() } : {}),
    ...(differs('note') ? { note: form.note.trim() } : {}),
    ...(differs('date', 'time') ? { due: dueIn(form, before) } : {}),
    ...(differs('reminder', 'at') ? { reminder: reminderIn(form) } : {}),
    ...(differs('ownerId') ? { ownerId: form.ownerId } : {}),
  }
}

export const newTodoOf = (form: TodoForm, customerId: string, requestId: string | null): NewTodo => ({
  customerId,
  requestId,
  title: form.title.trim(),
  note: form.note.trim(),
  due: dueIn(form, null),
  reminder: reminderIn(form),
  ownerId: form.ownerId,
})

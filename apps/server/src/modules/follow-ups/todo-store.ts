import { type Due, dueAtOf, remindAtOf, type Reminder, reminderProblem } from '@care/domain/follow-ups'
import { and, eq, isNull } from '../../db/drizzle.ts'
import { locked, plus } from '../../db/sql.ts'
import type { Reader } from '../../db/store.ts'
import { AppError, notFound } from '../../kernel/app-error.ts'
import type { Ctx } from '../../kernel/command.ts'
import { maySee } from './rights.ts'

export type TodoRecord = Reader['t']['todos']['$inferSelect']

/** Where to-dos without a date stand: behind every date that there is. */
export const endOfTime = 8.64e15

export const dueOf = ({ dueDate, dueTime, dueZone }: TodoRecord): Due | null =>
  dueDate === null || dueZone === null ? null : { date: dueDate, time: dueTime, timeZone: dueZone }
export const dueAtIn = ({ dueKey }: TodoRecord): number | null => (dueKey === endOfTime ? null : dueKey)

/** The columns of a due date and a reminder, the timer included. Refuses a reminder that could not ring. */
export function timeColumns(due: Due | null, reminder: Reminder | null, now: number): Partial<TodoRecord> {
  const problem = reminderProblem(due, reminder, now)
  if (problem !== null)
    throw new AppError('INVALID_INPUT', problem, { issues: [{ path: 'reminder', message: problem }] })
  return { ...dueColumns(due), reminder, remindAt: remindAtOf(due, reminder), ringsSince: null }
}
export const dueColumns = (due: Due | null) => ({
  dueDate: due?.date ?? null,
  dueTime: due?.time ?? null,
  dueZone: due?.timeZone ?? null,
  dueKey: due === null ? endOfTime : dueAtOf(due),
})

/** Locks it for a change; what the actor may not see does not exist for him. */
export async function loadTodo(ctx: Ctx, todoId: string): Promise<TodoRecord> {
  const { todos } = ctx.tx.t
  const query = ctx.tx
    .select()
    .from(todos)
    .where(and(eq(todos.id, todoId), isNull(todos.deletedAt)))
  const [row] = await locked(ctx.tx, query, todos)
  if (!row || !(await maySee(ctx.tx, ctx.actor, row))) throw notFound('to-do')
  return row
}

/** Writes fields of a locked to-do and counts its version. */
export async function writeTodo(ctx: Ctx, id: string, fields: Partial<TodoRecord>): Promise<TodoRecord> {
  const { todos } = ctx.tx.t
  const [row] = await ctx.tx
    .update(todos)
    .set({ ...fields, updatedAt: ctx.now, version: plus(todos.version, 1) })
    .where(eq(todos.id, id))
    .returning()
  if (!row) throw notFound('to-do')
  return row
}

/** What every event of a to-do says. */
export const ofTodo = ({ id, customerId, requestId, ownerId }: TodoRecord) => ({
  todoId: id,
  customerId,
  requestId,
  ownerId,
})

import { asc, eq } from '../db/drizzle.ts'
import type { OperatorActor } from '../kernel/actor.ts'
import { createExecute } from '../kernel/execute.ts'
import { openRouting } from './routing-bench.ts'
import { activitiesModule } from '../modules/activities/index.ts'
import { addRequest } from '../modules/requests/commands/add-request.ts'
import { requestsModule } from '../modules/requests/index.ts'
import { routingModule } from '../modules/routing/index.ts'
import { takeTask } from '../modules/routing/commands/take-task.ts'
import { undoChange } from '../modules/undo/commands/undo-change.ts'
import { undoModule } from '../modules/undo/index.ts'
import { tiesModule } from '../modules/ties/index.ts'
import { mergeRequests } from '../modules/ties/commands/merge-requests.ts'
import { undoRequestMerge } from '../modules/ties/commands/undo-request-merge.ts'

/** A customer of Anna's with some requests, for the tests of what ties requests together; `others`: modules that look on. */
export async function openTies(others: Parameters<typeof createExecute>[0]['modules'] = []) {
  const bench = await openRouting()
  const { store, clock, events } = bench
  const modules = [requestsModule, activitiesModule, routingModule, tiesModule, undoModule, ...others]
  const execute = createExecute({ store, clock, modules, afterCommit: (made) => void events.push(...made) })
  const anna = await bench.desk('Anna', 100)
  const visitor = await bench.visitor('Jonas')
  const { requests, activities, comments } = store.t
  let made = 0

  /** One in Anna's charge, of this customer unless another is named. */
  const add = async (title: string, customerId = visitor.customerId, actor = anna): Promise<string> => {
    const input = { customerId, title, description: '', priority: 'normal' as const }
    return (await execute(addRequest, actor, input)).requestId
  }
  /** A mail in Anna's progress, put on this request. */
  const mail = async (requestId: string): Promise<string> => {
    const id = await bench.task({ customerId: visitor.customerId, medium: 'email' })
    await execute(takeTask, anna, { activityId: id })
    await store.transact((tx) => tx.update(activities).set({ requestId }).where(eq(activities.id, id)))
    return id
  }
  const request = async (id: string) => {
    const [row] = await store.read.select().from(requests).where(eq(requests.id, id))
    if (!row) throw new Error('no request')
    return row
  }
  const named = () => ({ requestId: `change-${(made += 1)}` })
  return {
    ...bench,
    execute,
    anna,
    jonas: visitor,
    add,
    mail,
    request,
    named,
    merge: (requestId: string, targetId: string, actor: OperatorActor = anna, options = named()) =>
      execute(mergeRequests, actor, { requestId, targetId }, options),
    unmerge: (mergeId: string, actor: OperatorActor = anna) => execute(undoRequestMerge, actor, { mergeId }),
    undo: (requestId: string, change: { requestId: string }) =>
      execute(undoChange, anna, { requestId, change: change.requestId }),
    /** All that a tie can change, without clocks and counters of changes. */
    rows: async () => ({
      requests: (await store.read.select().from(requests).orderBy(asc(requests.id))).map((row) => ({
        ...row,
        version: 0,
        lastUpdateAt: 0,
        listedAt: 0,
        autoCloseAt: 0,
        autoCloseCheckAt: 0,
      })),
      activities: (await store.read.select().from(activities).orderBy(asc(activities.id))).map((row) => ({
        ...row,
        version: 0,
      })),
      todos: await store.read.select().from(store.t.todos).orderBy(asc(store.t.todos.id)),
      comments: await store.read.select().from(comments).orderBy(asc(comments.id)),
      links: await store.read.select().from(store.t.requestLinks).orderBy(asc(store.t.requestLinks.id)),
    }),
  }
}
export type TiesBench = Awaited<ReturnType<typeof openTies>>

/** What the desk is told about a refusal; 'none' when there was none. */
export async function problemOf(work: Promise<unknown>): Promise<string> {
  try {
    await work
    return 'none'
  } catch (error) {
    const { details, code } = error as { details?: { problem?: string }; code?: string }
    return details?.problem ?? code ?? String(error)
  }
}

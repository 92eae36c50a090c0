import type { BulkSelection } from '@care/contract'
import { limits } from '@care/domain'
import { and, asc, eq } from '../../db/drizzle.ts'
import { writesAtOnce } from '../../db/bulk.ts'
import { isUnreachable } from '../../db/trouble.ts'
import { type OperatorActor, system } from '../../kernel/actor.ts'
import { AppError } from '../../kernel/app-error.ts'
import { describeError } from '../../kernel/log.ts'
import type { JobHandler } from '../../kernel/module.ts'
import type { Services } from '../../kernel/services.ts'
import { operatorById } from '../auth/index.ts'
import { requestIdsMatching } from '../lists/index.ts'
import { advanceRun } from './commands/advance-run.ts'
import { changeItem, undoItem } from './commands/change-item.ts'
import { noteRefusal } from './commands/note-refusal.ts'
import { step } from './jobs-names.ts'
import type { RunRecord } from './store.ts'

/** Of one job: other owed work waits for no more than that. */
const batch = 40
/** Of a selection, in one go. */
const slice = 400

/** Does the next batch of a run, as its person; what comes next is owed by `advanceRun`. */
export const bulkJobs: Record<string, JobHandler> = {
  [step]: async (payload, services) => {
    const { store, execute } = services
    const { bulkRuns } = store.t
    const [run] = await store.read
      .select()
      .from(bulkRuns)
      .where(eq(bulkRuns.id, String(payload.runId)))
    // Repeated after a crash, or somebody stopped it: that has owed a job of its own.
    if (!run || run.step !== payload.step) return
    const actor = await operatorById(services, run.operatorId)
    const advance = (input: Omit<Parameters<typeof advanceRun.run>[2], 'run'>) =>
      execute(advanceRun, system, { run, ...input })
    if (!actor) return void (await advance({ state: run.state === 'undoing' ? 'finished' : 'stopped' }))
    switch (run.state) {
      case 'gathering': {
        const { found, cursor } = await gather(services, actor, run)
        const isTooMany = run.total + found.length > limits.bulkItems
        await advance(
          isTooMany ? { state: 'refused' } : { found, cursor, state: cursor === null ? 'running' : 'gathering' },
        )
        return
      }
      case 'running': {
        const worked = await workOff(services, actor, run, 'waiting')
        await advance({ state: worked ? 'running' : 'finished' })
        return
      }
      case 'undoing': {
        const worked = await workOff(services, actor, run, 'done')
        await advance({ state: worked ? 'undoing' : 'undone' })
        return
      }
      default:
        await advance({ state: run.state })
    }
  },
}

/** The next requests of the selection; all are found before the first is changed, because changing may move them. */
async function gather(
  { store }: Services,
  actor: OperatorActor,
  run: RunRecord,
): Promise<{ found: string[]; cursor: string | null }> {
  const selection: BulkSelection = run.selection
  if ('ids' in selection) {
    const from = Number(run.cursor ?? 0)
    const end = from + slice
    return { found: selection.ids.slice(from, end), cursor: end < selection.ids.length ? String(end) : null }
  }
  const asker = { actor, now: run.createdAt, dayEndsAt: selection.dayEndsAt }
  const page = await requestIdsMatching(store.read, selection.filter, asker, run.cursor ?? undefined, slice)
  return { found: page.ids, cursor: page.nextCursor }
}

/** One batch of the items in this state; false when there are none left. */
async function workOff(
  services: Services,
  actor: OperatorActor,
  run: RunRecord,
  state: 'waiting' | 'done',
): Promise<boolean> {
  const { store } = services
  const { bulkItems } = store.t
  const items = await store.read
    .select({ position: bulkItems.position, requestId: bulkItems.requestId })
    .from(bulkItems)
    .where(and(eq(bulkItems.runId, run.id), eq(bulkItems.state, state)))
    .orderBy(asc(bulkItems.position))
    .limit(batch)
  const atOnce = writesAtOnce(store.dialect)
  for (let from = 0; from < items.length; from += atOnce) {
    await Promise.all(items.slice(from, from + atOnce).map((item) => workOne(services, actor, run, state, item)))
    // Lets messages through.
    await new Promise(setImmediate)
  }
  return items.length > 0
}

async function workOne(
  { execute, log }: Services,
  actor: OperatorActor,
  run: RunRecord,
  from: 'waiting' | 'done',
  item: { position: number; requestId: string },
): Promise<void> {
  const input = { runId: run.id, ...item }
  try {
    if (from === 'waiting')
      // The run is the name of the change at each request, by which it is undone.
      await execute(changeItem, actor, { ...input, actions: run.actions }, { requestId: run.id })
    else await execute(undoItem, actor, input, { requestId: `undo-${run.id}` })
  } catch (error) {
    if (error instanceof AppError && error.code === 'ALREADY_TAKEN') return
    // The job comes again when the database does.
    if (isUnreachable(error)) throw error
    if (!(error instanceof AppError)) log.error({ run: run.id, error: describeError(error) }, 'bulk item failed')
    await execute(noteRefusal, system, { ...input, from, error: refusalOf(error) })
  }
}

const refusalOf = (error: unknown) =>
  error instanceof AppError
    ? { code: error.code, details: JSON.stringify(error.details).length > 2_000 ? {} : error.details }
    : { code: 'INTERNAL', details: {} }

import {
  type Attributes,
  canChangeRequest,
  canCloseWith,
  canMove,
  firstStageOf,
  isAutoCloseDue,
  nextStages,
  type Stage,
  stageOf,
} from '@care/domain'
import { and, count, eq, ne } from '../../../db/drizzle.ts'
import { AppError } from '../../../kernel/app-error.ts'
import { command, type Ctx } from '../../../kernel/command.ts'
import { fillIn, requireFields } from '../own-fields.ts'
import { plannedFor } from '../planned.ts'
import { about, enteredAt, type LoadedRequest, loadRequest, type RequestRecord, writeRequest } from '../store.ts'

/** The problem of an auto-close whose clock was restarted, or that something planned is waited for. */
export const notDue = 'NOT_DUE'

export interface CloseInput {
  requestId: string
  outcome: string
  /** One of several closed stages; else the first that the workflow leads to. */
  stage?: string | undefined
  /** What closing asks for; written with it or not at all. */
  attributes?: Attributes
  note?: string
  askForRating?: boolean
  /** Also when parts of it are open; Care Desktop itself is not asked. */
  withOpenParts?: boolean
  /** Only when auto-close is due at this time and nothing is planned; set by the sweep, epoch ms (rule 9). */
  onlyIfDueBy?: number
}

/**
 * Closes a request with an outcome of its type (rule 11). Its open activities end in the same transaction (projection
 * of activities). Refuses FIELDS_REQUIRED a person who leaves out what closing asks for, a closed request, and an auto-close whose clock was restarted meanwhile, with NOT_ALLOWED_NOW.
 */
export const closeRequest = command({
  name: 'close-request',
  action: 'requests.close',
  load: (ctx, input: CloseInput) => loadRequest(ctx, input.requestId),
  allow: ({ actor }, { request, holderIds }) =>
    actor.kind === 'operator' && canChangeRequest(actor, { ...request, taskOperatorIds: holderIds }),
  async run(ctx, loaded, input) {
    const { type } = loaded
    let { request } = loaded
    const isAutomatic = input.onlyIfDueBy !== undefined
    if (request.category === 'closed') throw await closedAlready(ctx, request)
    if (isAutomatic && !(await isDue(ctx, loaded, input.onlyIfDueBy ?? 0)))
      throw new AppError('NOT_ALLOWED_NOW', 'not due', { problem: notDue })
    const byPerson = ctx.actor.kind === 'operator'
    if (!canCloseWith(type.outcomes, input.outcome, byPerson))
      throw new AppError('INVALID_INPUT', 'no such outcome', { issues: [{ path: 'outcome', message: 'unknown' }] })
    const stage = closedStage(loaded, input.stage)
    if (byPerson && input.withOpenParts !== true) await refuseOpenParts(ctx, request.id)
    if (byPerson) {
      request = (await fillIn(ctx, loaded, input.attributes)).request
      requireFields(type, request.attributes, stage)
    }
    const since = enteredAt(ctx, request)
    // Rule 44: never after spam or an automatic closing.
    const asksRating = byPerson && (input.askForRating ?? false) && input.outcome !== 'spam'
    const row = await writeRequest(ctx, request, {
      stage: stage.key,
      category: stage.category,
      stageSince: since,
      outcome: input.outcome,
      outcomeNote: input.note ?? '',
      closedAt: ctx.now,
      closedById: ctx.actor.kind === 'operator' ? ctx.actor.id : null,
      asksRating,
      snoozedUntil: null,
      autoCloseAt: null,
      autoCloseCheckAt: null,
    })
    ctx.emit('request.closed', {
      ...about(request),
      outcome: input.outcome,
      isAutomatic,
      lastUpdateAt: request.lastUpdateAt,
      asksRating,
      snoozed: request.snoozedUntil === null ? null : { until: request.snoozedUntil, byId: request.snoozedById },
      from: request.stage,
      stageMs: since - request.stageSince,
      version: row.version,
    })
    return { requestId: request.id }
  },
})

/** What is planned for later, a call back, is waited for; the days of the type begin after it. */
async function isDue(ctx: Ctx, { request, type }: LoadedRequest, at: number): Promise<boolean> {
  if (!isAutoCloseDue(request, at)) return false
  const planned = await plannedFor(ctx, request.id)
  return planned === null || planned + (type.autoCloseMs ?? 0) <= at
}

/** Closing is possible from everywhere; which of several ends it is follows the workflow. */
function closedStage({ request, type }: LoadedRequest, key: string | undefined): Stage {
  const { workflow } = type
  if (key === undefined) {
    const next = nextStages(workflow, request.stage).find(({ category }) => category === 'closed')
    const stage = next ?? firstStageOf(workflow, 'closed')
    if (!stage) throw new Error(`type ${type.id} has no closed stage`)
    return stage
  }
  const stage = stageOf(workflow, key)
  if (stage?.category !== 'closed')
    throw new AppError('INVALID_INPUT', 'no such closed stage', { issues: [{ path: 'stage', message: 'unknown' }] })
  if (!canMove(workflow, request.stage, key))
    throw new AppError('NOT_ALLOWED_NOW', 'the workflow has no such move', { from: request.stage, to: key })
  return stage
}

/** Who closes the whole is asked whether the parts that are still open may stay so (row J8). */
async function refuseOpenParts(ctx: Ctx, requestId: string): Promise<void> {
  const { requests } = ctx.tx.t
  const [open] = await ctx.tx
    .select({ n: count() })
    .from(requests)
    .where(and(eq(requests.parentId, requestId), ne(requests.category, 'closed')))
  if (open && open.n > 0)
    throw new AppError('NOT_ALLOWED_NOW', 'parts of the request are open', { problem: 'OPEN_PARTS', parts: open.n })
}

/** Two people closed it: the slower one is told who did. */
async function closedAlready(ctx: Ctx, { closedById }: RequestRecord): Promise<AppError> {
  const { operators } = ctx.tx.t
  const [by] = await ctx.tx
    .select({ id: operators.id, name: operators.name })
    .from(operators)
    .where(eq(operators.id, closedById ?? ''))
  return new AppError('NOT_ALLOWED_NOW', 'the request is closed already', { problem: 'CLOSED', by: by ?? null })
}

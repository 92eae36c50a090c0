import { canChangeActivity } from '@care/domain'
import { afterAttempt, type CallOutcome } from '@care/domain/callbacks'
import { and, eq } from '../../../db/drizzle.ts'
import { AppError } from '../../../kernel/app-error.ts'
import { command, type Ctx } from '../../../kernel/command.ts'
import { endActivityRow } from '../../activities/index.ts'
import { releaseRequest, restarted } from '../../requests/index.ts'
import type {} from '../events.ts'
import { hoursOf, loadCallback, type LoadedCallback, ofCallback, planAgain } from '../store.ts'

export interface AttemptInput {
  activityId: string
  /** Which try it is, as its operator saw it; 1 = the first. */
  number: number
  outcome: CallOutcome
  note: string
  /** When to try next, epoch ms; needed for `later`, else after the pause and inside the opening hours. */
  nextTryAt?: number | null | undefined
}

/**
 * Its operator notes how a try went: it is over, given up after three, or waits for its next time and leaves his progress
 * (row K4, rule 2). NOT_ALLOWED_NOW when it is not in progress; ALREADY_TAKEN with who when this try is noted already.
 */
export const noteAttempt = command({
  name: 'note-attempt',
  action: 'tasks.handle',
  load: (ctx, { activityId }: AttemptInput) => loadCallback(ctx, activityId),
  allow: ({ actor }, { activity, callback }, { number }) =>
    // Who is a moment too late is told so, and has lost the task meanwhile.
    actor.kind === 'operator' && (canChangeActivity(actor, activity) || number <= callback.attempts),
  async run(ctx, loaded, input) {
    const { activity, callback, request, type } = loaded
    if (input.number !== callback.attempts + 1) throw await noted(ctx, loaded, input.number)
    if (activity.state !== 'active' || ctx.actor.kind !== 'operator')
      throw new AppError('NOT_ALLOWED_NOW', 'it is not in progress')
    const next = afterAttempt({
      ...input,
      now: ctx.now,
      hours: await hoursOf(ctx.tx, activity.queueId),
      nextTryAt: input.nextTryAt ?? null,
    })
    if (next.kind === 'problem')
      throw new AppError('INVALID_INPUT', next.problem, { issues: [{ path: 'nextTryAt', message: next.problem }] })
    await store(ctx, input, ctx.actor.id, next.kind === 'again' ? next.at : null)
    const { requests } = ctx.tx.t
    await ctx.tx
      .update(requests)
      .set(restarted(type, request, 'comment', ctx.now))
      .where(eq(requests.id, request.id))
    const version = await goOn(ctx, loaded, next)
    const isGivenUp = next.kind === 'givenUp'
    const { number, outcome } = input
    ctx.emit('callback.tried', { ...ofCallback(activity), number, outcome, isGivenUp, version })
    return { activityId: activity.id }
  },
})

async function store(ctx: Ctx, input: AttemptInput, operatorId: string, nextTryAt: number | null): Promise<void> {
  const { activityId, number, outcome, note } = input
  const { callbacks, callbackAttempts } = ctx.tx.t
  await ctx.tx
    .insert(callbackAttempts)
    .values({ activityId, number, operatorId, outcome, note, at: ctx.now, nextTryAt })
  const [row] = await ctx.tx
    .update(callbacks)
    .set({ attempts: number, lastOutcome: outcome })
    .where(and(eq(callbacks.activityId, activityId), eq(callbacks.attempts, number - 1)))
    .returning({ attempts: callbacks.attempts })
  if (!row) throw new AppError('NOT_ALLOWED_NOW', 'this try is noted already')
}

/** Ends it, or plans it again: then its operator has it no more. Gives the activity's version. */
async function goOn(
  ctx: Ctx,
  { activity }: LoadedCallback,
  next: { kind: 'done' | 'givenUp' } | { kind: 'again'; at: number },
): Promise<number> {
  const gone = (): AppError => new AppError('NOT_ALLOWED_NOW', 'it is not in progress')
  if (next.kind !== 'again') {
    const row = await endActivityRow(ctx, activity, 'operatorEnded')
    if (!row) throw gone()
    return row.version
  }
  const row = await planAgain(ctx, activity, next.at)
  if (!row) throw gone()
  const { operatorId, transferToId: toId } = activity
  if (operatorId !== null) {
    if (toId !== null) ctx.emit('transfer.withdrawn', { ...ofCallback(row), operatorId, toId, version: row.version })
    await releaseRequest(ctx, activity.requestId, operatorId)
  }
  ctx.emit('callback.planned', {
    ...ofCallback(row),
    dueAt: next.at,
    why: 'again',
    operatorId,
    version: row.version,
  })
  return row.version
}

/** Two noted the same try: the slower one is told who was faster. */
async function noted(ctx: Ctx, { activity }: LoadedCallback, number: number): Promise<AppError> {
  const { callbackAttempts, operators } = ctx.tx.t
  const [row] = await ctx.tx
    .select({ id: operators.id, name: operators.name })
    .from(callbackAttempts)
    .innerJoin(operators, eq(operators.id, callbackAttempts.operatorId))
    .where(and(eq(callbackAttempts.activityId, activity.id), eq(callbackAttempts.number, number)))
  return row
    ? new AppError('ALREADY_TAKEN', 'this try is noted already', { by: row })
    : new AppError('NOT_ALLOWED_NOW', 'it is not the next try')
}

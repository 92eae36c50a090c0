import { channelLimits, intakePause, intakeTries } from '@care/domain/channels'
import { and, eq } from '../../../db/drizzle.ts'
import { AppError, notFound } from '../../../kernel/app-error.ts'
import { command, type Ctx } from '../../../kernel/command.ts'
import { takeIntake } from '../jobs-names.ts'
import type { IntakeRecord } from '../store.ts'
import type {} from '../events.ts'

async function find({ tx }: Ctx, intakeId: string): Promise<IntakeRecord> {
  const { intakes } = tx.t
  const [row] = await tx.select().from(intakes).where(eq(intakes.id, intakeId))
  if (!row) throw notFound('intake')
  return row
}
const tooLate = (): AppError => new AppError('NOT_ALLOWED_NOW', 'it was taken, or tried again, meanwhile')

/** What came in was taken: its body goes, its name stays so that it is known when it comes again. */
export const finishIntake = command({
  name: 'finish-intake',
  action: [],
  load: (ctx, { intakeId }: { intakeId: string }) => find(ctx, intakeId),
  allow: () => false,
  async run(ctx, { id }) {
    const { intakes } = ctx.tx.t
    const [row] = await ctx.tx
      .update(intakes)
      .set({ state: 'done', nextTryAt: null, error: null, raw: null })
      .where(and(eq(intakes.id, id), eq(intakes.state, 'received')))
      .returning({ id: intakes.id })
    if (!row) throw tooLate()
    return { ok: true as const }
  },
})

export interface FailIntake {
  intakeId: string
  /** As they were when it was tried. */
  tries: number
  error: string
  /** Trying again would not help. */
  isFinal: boolean
}

/** A try failed: the next one is owed, after a growing pause; after the last one a person has to look. */
export const failIntake = command({
  name: 'fail-intake',
  action: [],
  load: (ctx, { intakeId }: FailIntake) => find(ctx, intakeId),
  allow: () => false,
  async run(ctx, { id, channelId }, { tries: before, error, isFinal }) {
    const tries = before + 1
    const isOver = isFinal || tries >= intakeTries
    const nextTryAt = isOver ? null : ctx.now + intakePause(tries)
    const { intakes } = ctx.tx.t
    const [row] = await ctx.tx
      .update(intakes)
      .set({
        state: isOver ? 'failed' : 'received',
        tries,
        nextTryAt,
        error: error.slice(0, channelLimits.problemText),
      })
      .where(and(eq(intakes.id, id), eq(intakes.state, 'received'), eq(intakes.tries, before)))
      .returning({ id: intakes.id })
    if (!row) throw tooLate()
    if (nextTryAt === null) ctx.emit('intake.failed', { channelId, intakeId: id })
    else ctx.owe(takeIntake, { intakeId: id }, { lane: 'slow', runAt: nextTryAt })
    return { isOver }
  },
})

/** A person has it tried once more, from the beginning. Refuses what did not fail. */
export const retryIntake = command({
  name: 'retry-intake',
  action: 'settings.channels',
  load: (ctx, { intakeId }: { intakeId: string }) => find(ctx, intakeId),
  allow: () => true,
  async run(ctx, { id, channelId }) {
    const { intakes } = ctx.tx.t
    const [row] = await ctx.tx
      .update(intakes)
      .set({ state: 'received', tries: 0, nextTryAt: ctx.now })
      .where(and(eq(intakes.id, id), eq(intakes.state, 'failed')))
      .returning({ id: intakes.id })
    if (!row) throw new AppError('NOT_ALLOWED_NOW', 'it did not fail')
    ctx.owe(takeIntake, { intakeId: id }, { lane: 'slow' })
    ctx.emit('intake.retried', { channelId, intakeId: id })
    return { ok: true as const }
  },
})

/**
 * A person has seen why it failed and puts it aside, or brings it back among what failed. It is kept as long as before, and
 * known when it comes again. To say again what it is changes nothing; NOT_ALLOWED_NOW for what did not fail.
 */
export const putIntakeAside = command({
  name: 'put-intake-aside',
  action: 'settings.channels',
  load: (ctx, { intakeId }: { intakeId: string; isAside: boolean }) => find(ctx, intakeId),
  allow: () => true,
  async run(ctx, { id, channelId, state }, { isAside }) {
    const { intakes } = ctx.tx.t
    const [before, after] = isAside ? (['failed', 'aside'] as const) : (['aside', 'failed'] as const)
    if (state === after) return { ok: true as const }
    const [row] = await ctx.tx
      .update(intakes)
      .set({ state: after })
      .where(and(eq(intakes.id, id), eq(intakes.state, before)))
      .returning({ id: intakes.id })
    if (!row) throw new AppError('NOT_ALLOWED_NOW', 'it did not fail')
    ctx.emit(isAside ? 'intake.putAside' : 'intake.broughtBack', { channelId, intakeId: id })
    return { ok: true as const }
  },
})

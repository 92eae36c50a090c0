import { and, eq, lte } from '../../../db/drizzle.ts'
import { AppError, notFound } from '../../../kernel/app-error.ts'
import { command } from '../../../kernel/command.ts'
import { calendarById, standing } from '../store.ts'

interface Input {
  queueId: string
  /** Epoch ms; set by the sweep. */
  onlyIfDueBy: number
}

/** A queue opens or closes by its hours: who looks is told, and the next turn is noted. Once only (rule 9's manner). */
export const turnQueue = command({
  name: 'turn-queue',
  action: 'settings.queues',
  async load({ tx }, { queueId }: Input) {
    const { queues } = tx.t
    const [row] = await tx.select().from(queues).where(eq(queues.id, queueId))
    if (!row) throw notFound('queue')
    return row
  },
  allow: () => false,
  async run(ctx, { id, calendarId }, { onlyIfDueBy }) {
    const hours = calendarId === null ? null : await calendarById(ctx, calendarId)
    const { isOpen, turnsAt } = standing(hours, ctx.now)
    const { queues } = ctx.tx.t
    const [row] = await ctx.tx
      .update(queues)
      .set({ turnsAt })
      .where(and(eq(queues.id, id), lte(queues.turnsAt, onlyIfDueBy)))
      .returning({ id: queues.id })
    if (!row) throw new AppError('NOT_ALLOWED_NOW', 'not due')
    ctx.emit('queue.turned', { queueId: id, isOpen })
    return { isOpen }
  },
})

import { and, eq, lte } from '../../../db/drizzle.ts'
import { command } from '../../../kernel/command.ts'

/** Forgets what came in long ago. */
export const purgeIntake = command({
  name: 'purge-intake',
  action: [],
  load: async () => null,
  allow: () => false,
  async run(ctx, _, { intakeId, receivedBy }: { intakeId: string; receivedBy: number }) {
    const { intakes } = ctx.tx.t
    const gone = await ctx.tx
      .delete(intakes)
      .where(and(eq(intakes.id, intakeId), lte(intakes.receivedAt, receivedBy)))
      .returning({ id: intakes.id })
    return { isGone: gone.length > 0 }
  },
})

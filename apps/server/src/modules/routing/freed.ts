import { occupiesPlace } from '@care/domain'
import { eq } from '../../db/drizzle.ts'
import type { Ctx } from '../../kernel/command.ts'
import { heldTasks } from './store.ts'

/** A task has left the operator: when it was the last one that took a place, he is idle from now (rule 14). */
export async function noteFreed(ctx: Ctx, operatorId: string): Promise<void> {
  const { presence } = ctx.tx.t
  const held = (await heldTasks(ctx.tx, [operatorId])).get(operatorId) ?? []
  if (held.some((task) => occupiesPlace(task, ctx.now))) return
  await ctx.tx.update(presence).set({ idleSince: ctx.now }).where(eq(presence.operatorId, operatorId))
}

import { and, eq, lte } from '../../db/drizzle.ts'
import { system } from '../../kernel/actor.ts'
import { command } from '../../kernel/command.ts'
import type { Services } from '../../kernel/services.ts'

/** A process that was not seen for so long is dead, and so are its sockets. */
export const deadAfterMs = 15_000

const beatProcess = command({
  name: 'beat-process',
  action: [],
  load: async () => null,
  allow: () => false,
  async run(ctx, _, { processId }: { processId: string }) {
    const { processes } = ctx.tx.t
    const [known] = await ctx.tx
      .update(processes)
      .set({ lastSeenAt: ctx.now })
      .where(eq(processes.id, processId))
      .returning({ id: processes.id })
    if (!known)
      await ctx.tx
        .insert(processes)
        .values({ id: processId, startedAt: ctx.now, lastSeenAt: ctx.now })
        .onConflictDoNothing()
    return { isNew: !known }
  },
})

/** Removes a process that was not seen since then; false when it has been seen, or was removed by another one. */
export const forgetProcess = command({
  name: 'forget-process',
  action: [],
  load: async () => null,
  allow: () => false,
  async run(ctx, _, input: { processId: string; notSeenSince: number }) {
    const { processes } = ctx.tx.t
    const gone = await ctx.tx
      .delete(processes)
      .where(and(eq(processes.id, input.processId), lte(processes.lastSeenAt, input.notSeenSince)))
      .returning({ id: processes.id })
    return { isGone: gone.length > 0 }
  },
})

const beatingHere = new Set<string>()

/**
 * Says that this process lives; every few seconds. `isNew` after the start, and when the others took it for dead (it
 * was suspended): then it must connect the operators of its open sockets again.
 */
export async function beat(services: Services, processId: string): Promise<{ isNew: boolean }> {
  beatingHere.add(processId)
  return services.execute(beatProcess, system, { processId })
}

/** A process never takes itself for dead: when a clock jumps, its own beat is only late. */
export const isBeatingHere = (processId: string): boolean => beatingHere.has(processId)

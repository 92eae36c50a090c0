import { eq, isNull, lte } from '../db/drizzle.ts'
import { system } from '../kernel/actor.ts'
import type { Sweep } from '../kernel/sweep.ts'
import { deadAfterMs, disconnectOperator, forgetProcess, isBeatingHere } from '../modules/routing/index.ts'

/**
 * A process that was killed could not say that its sockets are gone. Another one does so 15 s later; the operators
 * have mostly connected to another process by then, and notice nothing.
 */
export const deadProcesses: Sweep = {
  name: 'dead-processes',
  everyMs: 2_000,
  async find({ store }, now, limit) {
    const { processes, connections } = store.t
    const silent = await store.read
      .select({ id: processes.id })
      .from(processes)
      .where(lte(processes.lastSeenAt, now - deadAfterMs))
      .limit(limit)
    // Of one that was removed already, by a process that died before it had disconnected everybody.
    const orphans = await store.read
      .selectDistinct({ id: connections.processId })
      .from(connections)
      .leftJoin(processes, eq(processes.id, connections.processId))
      .where(isNull(processes.id))
      .limit(limit)
    return [...new Set([...silent, ...orphans].map((row) => row.id))]
      .filter((id) => !isBeatingHere(id))
      .slice(0, limit - 1)
  },
  async handle({ execute, store, clock }, processId) {
    await execute(forgetProcess, system, { processId, notSeenSince: clock.now() - deadAfterMs })
    const { connections } = store.t
    const lost = await store.read.select().from(connections).where(eq(connections.processId, processId))
    for (const { id, operatorId } of lost)
      await execute(disconnectOperator, system, { operatorId, connectionId: id, onlyIfDead: processId })
  },
}

import type { Api, BodyOf } from '@care/contract'
import { eq } from '../../../db/drizzle.ts'
import { inTurn, plus } from '../../../db/sql.ts'
import { notFound } from '../../../kernel/app-error.ts'
import { command } from '../../../kernel/command.ts'
import { keepingHours } from '../../calendars/index.ts'
import { refuseStale } from '../conflict.ts'
import { queueMembersOf, replaceMembers } from '../members.ts'
import { refuseInUse, requireOverflow } from '../queue-checks.ts'

export interface EditQueue {
  queueId: string
  version: number
  patch: BodyOf<Api['editQueue']>
}

/**
 * Changes a queue or its members, archives it or brings it back; refused with the current values when somebody was faster
 * (rule 4), with NOT_ALLOWED_NOW and what stands in it when it is still in use.
 */
export const editQueue = command({
  name: 'edit-queue',
  action: 'settings.queues',
  async load({ tx }, { queueId }: EditQueue) {
    const { queues } = tx.t
    await inTurn(tx, 'queues')
    // Writing first locks the row, so that two editors come one after the other.
    const [row] = await tx
      .update(queues)
      .set({ version: plus(queues.version, 1) })
      .where(eq(queues.id, queueId))
      .returning()
    if (!row) throw notFound('queue')
    return { ...row, version: row.version - 1 }
  },
  allow: () => true,
  async run(ctx, before, { queueId, version, patch: { memberIds, ...patch } }) {
    const wanted = { ...patch, ...(memberIds === undefined ? {} : { memberIds }) }
    const members = before.version === version ? [] : await queueMembersOf(ctx, queueId)
    await refuseStale(
      ctx,
      { type: 'queue.edited', id: { queueId } },
      { ...before, memberIds: members },
      version,
      wanted,
    )
    if (patch.overflowQueueId !== undefined) await requireOverflow(ctx, queueId, patch.overflowQueueId)
    if (patch.isActive === false && before.isActive) await refuseInUse(ctx, queueId)
    const { queues } = ctx.tx.t
    const fields = Object.fromEntries(Object.entries(patch).filter(([, value]) => value !== undefined))
    const hours = patch.calendarId === undefined ? null : await keepingHours(ctx, patch.calendarId)
    const set = { ...fields, ...hours?.columns }
    if (Object.keys(set).length > 0) await ctx.tx.update(queues).set(set).where(eq(queues.id, queueId))
    if (hours && patch.calendarId !== before.calendarId) ctx.emit('queue.turned', { queueId, isOpen: hours.isOpen })
    const { added, removed } =
      memberIds === undefined ? { added: [], removed: [] } : await replaceMembers(ctx, queueId, memberIds)
    ctx.emit('queue.edited', { queueId, fields: Object.keys(fields), added, removed })
    return { added, removed }
  },
})

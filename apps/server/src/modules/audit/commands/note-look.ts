import type { AuditKind } from '@care/contract'
import { minuteMs } from '@care/domain'
import { command } from '../../../kernel/command.ts'
import { loadVisibleActivity } from '../../activities/index.ts'

interface Look {
  kind: AuditKind
  subjectId: string
  /** What it belongs to; whoever does not see that one gets NOT_FOUND. */
  activityId: string
}

/** Players ask for a file in pieces: what one asks for within this time is one look, in ms. */
const onceMs = 10 * minuteMs

/** Writes down that somebody looked at what is not for everybody: once in ten minutes for the same thing. */
export const noteLook = command({
  name: 'note-look',
  action: 'requests.view',
  load: (ctx, { activityId }: Look) => loadVisibleActivity(ctx, activityId),
  allow: () => true,
  async run(ctx, { activity }, { kind, subjectId }) {
    if (ctx.actor.kind !== 'operator') return null
    const turn = Math.floor(ctx.now / onceMs)
    await ctx.tx
      .insert(ctx.tx.t.auditEntries)
      .values({
        id: ctx.newId(),
        at: ctx.now,
        operatorId: ctx.actor.id,
        kind,
        subjectId,
        requestId: activity.requestId,
        customerId: activity.customerId,
        onceKey: `${kind} ${ctx.actor.id} ${subjectId} ${turn}`,
      })
      .onConflictDoNothing()
    return null
  },
})

import { and, desc, eq } from 'drizzle-orm'
import { AppError, changedSince, notFound } from '../../../kernel/app-error.ts'
import { command, type Ctx } from '../../../kernel/command.ts'
import type { EventType, StoredEvent } from '../../../kernel/event.ts'
import type { Reversals } from '../../../kernel/module.ts'
import { activityReversals } from '../../activities/index.ts'
import { about, lockRequest, requestReversals } from '../../requests/index.ts'
import { routingReversals } from '../../routing/index.ts'
import type {} from '../events.ts'

export interface UndoInput {
  requestId: string
  /** The `x-request-id` of the call that made the change. */
  change: string
}

/** The toast offers it for 5 s and waits while it is looked at; the server takes it for so long. */
export const undoWithinMs = 60_000

const reversals: Reversals = { ...requestReversals, ...activityReversals, ...routingReversals }
/** The events of one call about one request are few. */
const most = 50

/**
 * Puts back what one call of the same operator has changed in a request and its activities, all of it or nothing. Refuses
 * with NOT_FOUND what is no own change of this request, NOT_ALLOWED_NOW what is longer ago than a minute, cannot be put
 * back, or has changed since.
 */
export const undoChange = command({
  name: 'undo-change',
  action: 'requests.view',
  // Not only what he sees now: what he gave away a moment ago may be out of his sight.
  load: (ctx, input: UndoInput) => lockRequest(ctx, input.requestId),
  allow: ({ actor }) => actor.kind === 'operator',
  async run(ctx, { request }, { change }) {
    const events = await eventsOf(ctx, request.id, change)
    const [last] = events
    if (!last) throw notFound('change')
    if (last.at + undoWithinMs < ctx.now) throw changedSince()
    let undone = 0
    for (const event of events) {
      const reverse = reversals[event.type as EventType] as
        | ((ctx: Ctx, event: Pick<StoredEvent, 'facts' | 'at'>) => Promise<void>)
        | undefined
      if (!reverse) continue
      await reverse(ctx, { facts: event.facts as unknown as StoredEvent['facts'], at: event.at })
      undone += 1
    }
    if (undone === 0) throw new AppError('NOT_ALLOWED_NOW', 'it cannot be undone')
    ctx.emit('change.undone', { ...about(request), change, of: last.command })
    return { requestId: request.id }
  },
})

/** The actor's own, newest first, without what routing has made of it since. */
function eventsOf(ctx: Ctx, requestId: string, change: string) {
  const actorId = ctx.actor.kind === 'operator' ? ctx.actor.id : ''
  const { events } = ctx.tx.t
  return ctx.tx
    .select()
    .from(events)
    .where(
      and(
        eq(events.requestId, requestId),
        eq(events.correlationId, change),
        eq(events.actorKind, 'operator'),
        eq(events.actorId, actorId),
        eq(events.depth, 0),
      ),
    )
    .orderBy(desc(events.seq))
    .limit(most)
}

import { and, desc, eq, isNull } from '../../db/drizzle.ts'
import { AppError, changedSince, notFound } from '../../kernel/app-error.ts'
import type { Ctx } from '../../kernel/command.ts'
import type { EventType, StoredEvent } from '../../kernel/event.ts'
import type { Reversals } from '../../kernel/module.ts'
import { activityReversals } from '../activities/index.ts'
import { blockedSenderReversals } from '../blocked-senders/index.ts'
import { callbackReversals } from '../callbacks/index.ts'
import { followUpReversals } from '../follow-ups/index.ts'
import { requestReversals } from '../requests/index.ts'
import { routingReversals } from '../routing/index.ts'
import { tieReversals } from '../ties/index.ts'

/** The toast offers it for 5 s and waits while it is looked at; the server takes it for so long. */
export const undoWithinMs = 60_000

const ofRequests: Reversals = {
  ...requestReversals,
  ...activityReversals,
  ...routingReversals,
  ...blockedSenderReversals,
  ...callbackReversals,
  ...tieReversals,
}
/** The events of one call about one request are few. */
const most = 50

/** In whose history the change stands: a request's, or that of a customer where no request is named. */
export type Subject = { requestId: string } | { customerId: string }

/**
 * Gives the events of one call of the same operator, newest first, to their reversals, all or none; answers the command
 * that had made them. `only` is about what may be put back this way, `withinMs` how long after the call.
 */
export async function putBack(
  ctx: Ctx,
  subject: Subject,
  change: string,
  only: 'requests' | 'followUps',
  withinMs = undoWithinMs,
): Promise<string> {
  const events = await eventsOf(ctx, subject, change)
  const [last] = events
  if (!last) throw notFound('change')
  if (last.at + withinMs < ctx.now) throw changedSince()
  const reversals = only === 'requests' ? ofRequests : followUpReversals
  let undone = 0
  for (const event of events) {
    const reverse = reversals[event.type as EventType] as
      | ((ctx: Ctx, event: Pick<StoredEvent, 'id' | 'facts' | 'at'>) => Promise<void>)
      | undefined
    if (!reverse) continue
    await reverse(ctx, { id: event.id, facts: event.facts as unknown as StoredEvent['facts'], at: event.at })
    undone += 1
  }
  if (undone === 0) throw new AppError('NOT_ALLOWED_NOW', 'it cannot be undone')
  return last.command
}

/** The actor's own, newest first, without what routing has made of it since. */
function eventsOf(ctx: Ctx, subject: Subject, change: string) {
  const actorId = ctx.actor.kind === 'operator' ? ctx.actor.id : ''
  const { events } = ctx.tx.t
  return ctx.tx
    .select()
    .from(events)
    .where(
      and(
        'requestId' in subject
          ? eq(events.requestId, subject.requestId)
          : and(isNull(events.requestId), eq(events.customerId, subject.customerId)),
        eq(events.correlationId, change),
        eq(events.actorKind, 'operator'),
        eq(events.actorId, actorId),
        eq(events.depth, 0),
      ),
    )
    .orderBy(desc(events.seq))
    .limit(most)
}

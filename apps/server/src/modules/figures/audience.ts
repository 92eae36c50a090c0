import type { EventType } from '../../kernel/event.ts'
import type { Audience, Push } from '../../kernel/module.ts'
import type {} from '../activities/index.ts'
import type {} from '../routing/index.ts'

const moved = (): Push[] => [{ to: 'coalesced', kind: 'liveQueues' }]

/** What changes the live queues. No message does: watching costs the talks nothing. */
export const figureAudience = {
  'activity.queued': moved,
  'activity.ended': moved,
  'activity.moved': moved,
  'callback.planned': moved,
  'offer.made': moved,
  'offer.declined': moved,
  'offer.missed': moved,
  'offer.withdrawn': moved,
  'task.accepted': moved,
  'task.returned': moved,
  'task.transferred': moved,
  'task.groupOver': moved,
  'task.overflowed': moved,
  'transfer.accepted': moved,
  'presence.changed': moved,
  'request.edited': moved,
  'request.snoozed': moved,
  'request.woke': moved,
  'queue.created': moved,
  'queue.edited': moved,
  'operator.created': moved,
  'operator.edited': moved,
  'operator.closed': moved,
  'operator.reopened': moved,
} satisfies Partial<Audience<EventType>>

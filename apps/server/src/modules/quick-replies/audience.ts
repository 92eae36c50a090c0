import { room } from '@care/contract'
import type { Audience, Push } from '../../kernel/module.ts'
import type { QuickReplyEvent } from './events.ts'

/** Shared ones are on every desk, own ones on the desks of their owner. */
const changed = ({ facts: { ownerId } }: { facts: { ownerId: string | null } }): Push[] => [
  {
    to: 'desk',
    rooms: [ownerId === null ? room.desk() : room.operator(ownerId)],
    event: 'quickReplies.changed',
    payload: { isShared: ownerId === null },
  },
]

export const audience = {
  'quickReply.added': changed,
  'quickReply.edited': changed,
  'quickReply.deleted': changed,
  'quickReply.restored': changed,
  'quickReplies.imported': changed,
  // It was gone from every desk when it was deleted.
  'quickReply.purged': () => [],
  // A count is no reason to fetch all lists again.
  'quickReply.used': () => [],
} satisfies Audience<QuickReplyEvent>

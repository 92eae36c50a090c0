import { room } from '@care/contract'
import type { Audience, Push } from '../../kernel/module.ts'
import type { ViewEvent } from './events.ts'

/** Shared ones are on every desk, own ones on their maker's. */
const changed = ({ facts }: { facts: { isShared: boolean; makerId: string; wasShared?: boolean } }): Push[] => [
  {
    to: 'desk',
    rooms: [facts.isShared || facts.wasShared === true ? room.desk() : room.operator(facts.makerId)],
    event: 'views.changed',
    payload: {},
  },
]

export const audience = {
  'view.added': changed,
  'view.edited': changed,
  'view.takenOver': changed,
  'view.deleted': changed,
  'view.restored': changed,
  // It was gone from every desk when it was deleted.
  'view.purged': () => [],
} satisfies Audience<ViewEvent>

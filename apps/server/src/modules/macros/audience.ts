import { room } from '@care/contract'
import type { Audience, Push } from '../../kernel/module.ts'
import type { MacroEvent } from './events.ts'

/** Shared ones are on every desk, own ones on their owner's. */
const changed = ({ facts: { ownerId } }: { facts: { ownerId: string | null } }): Push[] => [
  {
    to: 'desk',
    rooms: [ownerId === null ? room.desk() : room.operator(ownerId)],
    event: 'macros.changed',
    payload: {},
  },
]

export const audience = {
  'macro.added': changed,
  'macro.edited': changed,
  'macro.deleted': changed,
  'macro.restored': changed,
  // It was gone from every desk when it was deleted.
  'macro.purged': () => [],
  // A count is no reason to fetch all lists again.
  'macro.used': () => [],
} satisfies Audience<MacroEvent>

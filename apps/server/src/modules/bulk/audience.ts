import { type BulkRun, room } from '@care/contract'
import type { Audience, Push } from '../../kernel/module.ts'
import type { BulkEvent } from './events.ts'

/** All desks of the person whose run it is. */
const moved = ({ facts, carry }: { facts: { operatorId: string }; carry: unknown }): Push[] => [
  { to: 'desk', rooms: [room.operator(facts.operatorId)], event: 'bulk.moved', payload: { run: carry as BulkRun } },
]

export const audience = {
  'bulk.started': moved,
  'bulk.ended': moved,
  'bulk.undoStarted': moved,
  'bulk.moved': moved,
} satisfies Audience<BulkEvent>

import { room } from '@care/contract'
import type { Audience } from '../../kernel/module.ts'
import type { DraftEvent } from './events.ts'

export const draftAudience = {
  'draft.saved': ({ facts }) => [
    { to: 'desk', rooms: [room.operator(facts.operatorId)], event: 'draft.changed', payload: { draft: facts.draft } },
  ],
  // After so long no desk shows it that would have to take it away.
  'draft.expired': () => [],
} satisfies Audience<DraftEvent>

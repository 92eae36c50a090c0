import { room } from '@care/contract'
import type { Audience } from '../../kernel/module.ts'
import type { CallEventType } from './events.ts'

export const callAudience = {
  // `call.changed` says it too.
  'call.held': () => [],
  'call.changed': ({ facts: { activityId, operatorIds, version } }) => [
    {
      to: 'desk',
      rooms: [room.activity(activityId), ...operatorIds.map((id) => room.operator(id))],
      event: 'call.changed',
      payload: { callId: activityId, version },
    },
  ],
} satisfies Audience<CallEventType>

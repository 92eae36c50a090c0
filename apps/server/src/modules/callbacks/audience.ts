import { room } from '@care/contract'
import type { Audience, Push } from '../../kernel/module.ts'
import type { CallbackEvent } from './events.ts'

interface Changed {
  activityId: string
  requestId: string
  customerId: string
  queueId: string | null
  operatorId?: string | null
  version: number
}

const tasksOf = (operatorId: string, activityId: string): Push => ({
  to: 'desk',
  rooms: [room.operator(operatorId)],
  event: 'tasks.changed',
  payload: { activityId },
})

/** Whoever has it on the screen, the line it left, and the tasks of whoever had it. */
const changed = ({ facts }: { facts: Changed }): Push[] => {
  const { activityId, requestId, customerId, queueId, operatorId = null, version } = facts
  return [
    {
      to: 'desk',
      rooms: [room.activity(activityId), room.request(requestId), room.customer(customerId)],
      event: 'activity.changed',
      payload: { activityId, requestId, customerId, version },
    },
    ...(queueId === null ? [] : [{ to: 'coalesced' as const, kind: 'queue' as const, id: queueId }]),
    ...(operatorId === null ? [] : [tasksOf(operatorId, activityId)]),
  ]
}

export const audience = {
  'callback.planned': changed,
  'callback.tried': changed,
  'callback.cancelled': changed,
} satisfies Audience<CallbackEvent>

import { room } from '@care/contract'
import type { Audience, Push } from '../../kernel/module.ts'
import type { FollowUpEvent } from './events.ts'

interface Changed {
  customerId: string
  requestId: string | null
  ownerId: string
  previousOwnerId?: string
}

/** Whoever has the customer or the request on the screen, and the lists of whose it is and was. */
const changed = ({ facts }: { facts: Changed }): Push[] => {
  const { customerId, requestId, ownerId, previousOwnerId = ownerId } = facts
  return [
    {
      to: 'desk',
      rooms: [
        room.customer(customerId),
        ...(requestId === null ? [] : [room.request(requestId)]),
        ...new Set([room.operator(ownerId), room.operator(previousOwnerId)]),
      ],
      event: 'followUps.changed',
      payload: { customerId, requestId },
    },
  ]
}

export const audience = {
  'todo.added': changed,
  'todo.edited': changed,
  'todo.done': changed,
  'todo.undone': changed,
  'todo.due': (event) => [
    ...changed(event),
    {
      to: 'desk',
      rooms: [room.operator(event.facts.ownerId)],
      event: 'todo.due',
      payload: { todoId: event.facts.todoId },
    },
  ],
  // His other tabs take the reminder away.
  'todo.seen': ({ facts: { customerId, requestId, ownerId } }) => [
    { to: 'desk', rooms: [room.operator(ownerId)], event: 'followUps.changed', payload: { customerId, requestId } },
  ],
  'todo.deleted': changed,
  'todo.restored': changed,
  // It was gone from every desk when it was deleted.
  'todo.purged': () => [],
  'deal.added': changed,
  'deal.edited': changed,
  'deal.stageMoved': changed,
  'deal.deleted': changed,
  'deal.restored': changed,
  'deal.purged': () => [],
  // Read when a screen that has them opens.
  'dealStages.edited': () => [],
} satisfies Audience<FollowUpEvent>

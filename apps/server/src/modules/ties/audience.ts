import { room } from '@care/contract'
import { desc, eq } from '../../db/drizzle.ts'
import type { Audience, Push } from '../../kernel/module.ts'
import type { Services } from '../../kernel/services.ts'
import { requestPushes } from '../requests/index.ts'
import type { TieEvent } from './events.ts'

interface Changed {
  facts: { requestId: string; customerId: string; version: number }
}
const changed = ({ facts: { requestId, customerId, version } }: Changed): Push[] => [
  {
    to: 'desk',
    rooms: [room.request(requestId), room.customer(customerId)],
    event: 'request.changed',
    payload: { requestId, customerId, version },
  },
]
/** Of those that changed their request so many are told to whoever has them open; the others when they are opened. */
const mostTold = 100

/** Tasks show the number and title of their request; open talks are of another one now. */
async function moved(event: Changed, services: Services): Promise<Push[]> {
  const { requestId, customerId } = event.facts
  const { activities } = services.store.t
  const rows = await services.store.read
    .select({ id: activities.id, version: activities.version })
    .from(activities)
    .where(eq(activities.requestId, requestId))
    .orderBy(desc(activities.startedAt))
    .limit(mostTold)
  return [
    ...(await requestPushes(event, services)),
    ...rows.map(({ id: activityId, version }): Push => ({
      to: 'desk',
      rooms: [room.activity(activityId)],
      event: 'activity.changed',
      payload: { activityId, requestId, customerId, version },
    })),
  ]
}

export const tieAudience = {
  'request.merged': moved,
  'request.unmerged': moved,
  'request.split': moved,
  'request.unsplit': moved,
  'request.linked': changed,
  'request.unlinked': changed,
  'request.parentSet': changed,
  'request.partAdded': changed,
  'request.partRemoved': changed,
} satisfies Audience<TieEvent>

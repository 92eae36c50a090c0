import type { DeskEventHandlers } from '../../shared/realtime/events.ts'

export const transferEvents = {
  // Told to both. What the colleague answered is a notification.
  'transfer.ended': (client, { activityId }) => {
    for (const queryKey of [['tasks'], ['activity', activityId]]) void client.invalidateQueries({ queryKey })
  },
} satisfies Partial<DeskEventHandlers>

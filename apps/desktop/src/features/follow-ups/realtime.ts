import { refetchFollowUps } from '../../shared/entities/follow-ups.ts'
import { requestKeys } from '../../shared/entities/request.ts'
import type { DeskEventHandlers } from '../../shared/realtime/events.ts'

export const followUpEvents = {
  'followUps.changed': (client, { requestId }) => {
    refetchFollowUps(client)
    if (requestId !== null) void client.invalidateQueries({ queryKey: requestKeys.history(requestId) })
  },
  // What rings is a list like the others; it comes with it.
  'todo.due': (client) => refetchFollowUps(client),
  // A merge moves them too, and other names stand beside them.
  'customer.changed': (client) => refetchFollowUps(client),
} satisfies Partial<DeskEventHandlers>

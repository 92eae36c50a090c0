import type { Operator } from '@care/contract'
import { meQuery, myId } from '../../shared/entities/me.ts'
import { patchQuery } from '../../shared/entities/patches.ts'
import { operatorsQuery } from '../../shared/entities/workspace-lists.ts'
import type { DeskEventHandlers } from '../../shared/realtime/events.ts'
import { putMyPresence, refreshMyLoad } from './api.ts'

export const presenceEvents = {
  // Patch: the event carries the whole presence.
  'presence.changed': (client, presence) => {
    putMyPresence(client, presence)
    patchQuery<Operator[]>(client, operatorsQuery.queryKey, (operators) =>
      operators.map((one) =>
        one.id === presence.operatorId
          ? {
              ...one,
              presence: presence.shown,
              awayReason: presence.awayReason,
              isDoNotDisturb: presence.doNotDisturb !== null,
            }
          : one,
      ),
    )
  },
  // Name, skills, places: of a colleague in menus, one's own in the corner.
  'operator.changed': (client, { operatorId }) => {
    void client.invalidateQueries({ queryKey: operatorsQuery.queryKey })
    if (operatorId === myId(client)) void client.invalidateQueries({ queryKey: meQuery.queryKey })
  },
  // The load counts what was accepted and given back; it comes with the presence.
  'tasks.changed': (client) => refreshMyLoad(client),
} satisfies Partial<DeskEventHandlers>

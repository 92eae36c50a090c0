import type { DeskEventHandlers } from '../../shared/realtime/events.ts'

export const snoozeEvents = {
  'snoozed.changed': (client) => void client.invalidateQueries({ queryKey: ['snoozed'] }),
  'snooze.over': (client, over) => {
    for (const queryKey of [['snoozed'], ['tasks'], ['request', over.requestId]])
      void client.invalidateQueries({ queryKey })
  },
} satisfies Partial<DeskEventHandlers>

import type { DeskEventHandlers } from '../../shared/realtime/events.ts'

export const callbackKey = (activityId: string) => ['callback', activityId] as const

export const callbackEvents = {
  'activity.changed': (client, { activityId }) => void client.invalidateQueries({ queryKey: callbackKey(activityId) }),
} satisfies Partial<DeskEventHandlers>

import { activityKeys } from '../../shared/entities/activity.ts'
import type { DeskEventHandlers } from '../../shared/realtime/events.ts'

export const mailsKey = (activityId: string) => ['mails', activityId] as const

export const mailEvents = {
  // Refetch: only a mail activity that is looked at has any.
  'activity.changed': (client, { activityId }) => void client.invalidateQueries({ queryKey: mailsKey(activityId) }),
  'message.added': (client, { message }) => void client.invalidateQueries({ queryKey: mailsKey(message.activityId) }),
  // Whether it can be answered by mail is said with the activity.
  'customer.here': (client, { activityId }) =>
    void client.invalidateQueries({ queryKey: activityKeys.details(activityId) }),
} satisfies Partial<DeskEventHandlers>

import { room } from '@care/contract'
import type { Audience, Push } from '../../kernel/module.ts'
import type { NotificationEvent } from './events.ts'
import { notificationById, unreadOf } from './queries/notification-list.ts'

export const notificationAudience = {
  'notification.raised': async ({ facts: { notificationId, operatorId } }, { store }) => [
    {
      to: 'desk',
      rooms: [room.operator(operatorId)],
      event: 'notifications.changed',
      payload: {
        unread: await unreadOf(store.read, operatorId),
        added: await notificationById(store.read, notificationId),
      },
    },
  ],
  'notifications.settled': ({ facts: { operatorIds } }, { store }) =>
    Promise.all(
      operatorIds.map(async (operatorId): Promise<Push> => ({
        to: 'desk',
        rooms: [room.operator(operatorId)],
        event: 'notifications.changed',
        payload: { unread: await unreadOf(store.read, operatorId), added: null },
      })),
    ),
  // No screen shows it.
  'notifications.mailed': () => [],
  // His other tabs read them when they show them.
  'notificationSettings.changed': () => [],
} satisfies Audience<NotificationEvent>

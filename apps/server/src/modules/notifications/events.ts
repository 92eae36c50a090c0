declare module '../../kernel/event.ts' {
  interface EventMap {
    /** Only told: there is something new for him. */
    'notification.raised': { notificationId: string; operatorId: string }
    /** Only told: some of what he was told is read or handled. */
    'notifications.settled': { operatorIds: string[] }
    /** A mail told him of these. */
    'notifications.mailed': { operatorId: string; notificationIds: string[] }
    'notificationSettings.changed': { operatorId: string; fields: string[] }
  }
}
export type NotificationEvent =
  | 'notification.raised'
  | 'notifications.settled'
  | 'notifications.mailed'
  | 'notificationSettings.changed'

import { type Handlers, optionsOf } from '../../kernel/handler.ts'
import { changeNotificationSettings } from './commands/change-settings.ts'
import { handleNotifications } from './commands/handle-notifications.ts'
import { seeNotifications } from './commands/see-notifications.ts'
import { notificationList, unreadOf } from './queries/notification-list.ts'

type NotificationEndpoints =
  | 'listNotifications'
  | 'seeNotifications'
  | 'handleNotifications'
  | 'changeNotificationSettings'

export const notificationHandlers: Handlers<NotificationEndpoints> = {
  listNotifications: ({ actor, query }, { store }) => notificationList(store.read, actor.id, query),
  async seeNotifications(call, { execute, store }) {
    await execute(seeNotifications, call.actor, call.body, optionsOf(call))
    return { unread: await unreadOf(store.read, call.actor.id) }
  },
  async handleNotifications(call, { execute, store }) {
    await execute(handleNotifications, call.actor, call.body, optionsOf(call))
    return { unread: await unreadOf(store.read, call.actor.id) }
  },
  changeNotificationSettings: (call, { execute }) =>
    execute(changeNotificationSettings, call.actor, call.body, optionsOf(call)),
}

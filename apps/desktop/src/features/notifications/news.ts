import type { Me, Notification } from '@care/contract'
import type { QueryClient } from '@tanstack/react-query'
import { create } from 'zustand'
import { meQuery } from '../../shared/entities/me.ts'
import type { DeskEventHandlers } from '../../shared/realtime/events.ts'

/** What has come and was not said yet; kept until the code that says it is there. */
export const useNews = create<{ news: readonly Notification[] }>()(() => ({ news: [] }))

export const notificationsKey = ['notifications']

/** The count stands in "who am I": it comes with the first read, and every tab is told each change. */
export function putUnread(client: QueryClient, unread: number): void {
  client.setQueryData<Me>(meQuery.queryKey, (me) => me && { ...me, notifications: { ...me.notifications, unread } })
}

export const notificationEvents = {
  'notifications.changed': (client, { unread, added }) => {
    putUnread(client, unread)
    void client.invalidateQueries({ queryKey: notificationsKey })
    if (added) useNews.setState(({ news }) => ({ news: [...news, added] }))
  },
} satisfies Partial<DeskEventHandlers>

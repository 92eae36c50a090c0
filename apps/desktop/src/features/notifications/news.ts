import type { Me, Notification } from '@care/contract'
import type { QueryClient } from '@tanstack/react-query'
import { create } from 'zustand'
import { call } from '../../shared/api/client.ts'
import { meQuery } from '../../shared/entities/me.ts'
import type { DeskEventHandlers } from '../../shared/realtime/events.ts'

/** What has come and was not said yet; kept until the code that says it is there. */
export const useNews = create<{ news: readonly Notification[] }>()(() => ({ news: [] }))

export const notificationsKey = ['notifications']

/** The count stands in "who am I": it comes with the first read, and every tab is told each change. */
export function putUnread(client: QueryClient, unread: number): void {
  client.setQueryData<Me>(meQuery.queryKey, (me) => me && { ...me, notifications: { ...me.notifications, unread } })
}

/** The browser's own notifications that stand there, and how each is taken away. */
const told = new Map<string, () => void>()
export const noteTold = (id: string, takeAway: () => void): void => void told.set(id, takeAway)

const most = 100

/** Read or handled in another tab, on another computer or by a colleague: it is nowhere any more (rule 43). */
async function takeAwayHandled(unread: number): Promise<void> {
  // What comes meanwhile is not in the answer.
  const before = [...told.keys()]
  if (before.length === 0) return
  const open = unread === 0 ? [] : (await call('listNotifications', { query: { which: 'open', limit: most } })).items
  const stays = new Set(open.filter(({ seenAt }) => seenAt === null).map(({ id }) => id))
  for (const id of before.filter((one) => !stays.has(one))) {
    told.get(id)?.()
    told.delete(id)
  }
}
/** Without an answer they stay until the next one. */
const nothing = (): void => undefined

export const notificationEvents = {
  'notifications.changed': (client, { unread, added }) => {
    putUnread(client, unread)
    void client.invalidateQueries({ queryKey: notificationsKey })
    takeAwayHandled(unread).catch(nothing)
    if (added) useNews.setState(({ news }) => ({ news: [...news, added] }))
  },
} satisfies Partial<DeskEventHandlers>

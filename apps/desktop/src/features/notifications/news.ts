import type { Me, Notification } from '@care/contract'
import type { QueryClient } from '@tanstack/react-query'
import { useEffect } from 'react'
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

/** Notes of kinds that are not kept in the panel: nobody can say there that they are handled. */
const onlyTold = new Map<string, { requestId: string; takeAway: () => void }>()

/** Keeps the way to take away what the browser showed; what is about no request stays until it is pressed. */
export function noteShown({ id, handledAt, request }: Notification, takeAway: () => void): void {
  if (handledAt === null) told.set(id, takeAway)
  else if (request) onlyTold.set(id, { requestId: request.id, takeAway })
}

function takeAwayAbout(requestId: unknown): void {
  for (const [id, note] of onlyTold) {
    if (note.requestId !== requestId) continue
    note.takeAway()
    onlyTold.delete(id)
  }
}

/** What such a note is about is looked at, in this tab or in another one: it has said what it had to. */
export function useTakeAwayLooked(requestId: string | null): void {
  useEffect(() => {
    const channel = new BroadcastChannel('care-looked')
    const look = (): void => {
      if (requestId === null || document.visibilityState !== 'visible') return
      takeAwayAbout(requestId)
      channel.postMessage(requestId)
    }
    channel.addEventListener('message', ({ data }) => takeAwayAbout(data))
    look()
    document.addEventListener('visibilitychange', look)
    return () => {
      document.removeEventListener('visibilitychange', look)
      channel.close()
    }
  }, [requestId])
}

export const notificationEvents = {
  'notifications.changed': (client, { unread, added }) => {
    putUnread(client, unread)
    void client.invalidateQueries({ queryKey: notificationsKey })
    takeAwayHandled(unread).catch(nothing)
    if (added) useNews.setState(({ news }) => ({ news: [...news, added] }))
  },
} satisfies Partial<DeskEventHandlers>

import type { Notification } from '@care/contract'
import { minuteMs } from '@care/domain'
import type { QueryClient } from '@tanstack/react-query'
import { useEffect } from 'react'
import { create } from 'zustand'
import { call } from '../../shared/api/client.ts'
import { patchMe } from '../../shared/entities/me.ts'
import type { DeskEventHandlers } from '../../shared/realtime/events.ts'

/** What has come and was not said yet; kept until the code that says it is there. */
export const useNews = create<{ news: readonly Notification[] }>()(() => ({ news: [] }))

export const notificationsKey = ['notifications']

/** The count stands in "who am I": it comes with the first read, and every tab is told each change. */
export function putUnread(client: QueryClient, unread: number): void {
  patchMe(client, (me) => ({ ...me, notifications: { ...me.notifications, unread } }))
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

interface OnlyTold {
  /** What is looked at once it was read: a request, the screen of live queues. */
  place: string | null
  todoId: string | null
  takeAway: () => void
}
/** Notes of kinds that are not kept in the panel: nobody can say there that they are handled. */
const onlyTold = new Set<OnlyTold>()

export const liveQueues = 'live-queues'
/** So long stays what is about no request: a to-do that rings and a queue that is late stand in the desk as long as they are. */
const staysMs = 15 * minuteMs

/** Keeps the way to take away what the browser showed. */
export function noteShown({ id, kind, handledAt, request, subjectId }: Notification, takeAway: () => void): void {
  if (handledAt === null) return void told.set(id, takeAway)
  const note: OnlyTold = {
    place: kind === 'alert' ? liveQueues : (request?.id ?? null),
    todoId: kind === 'todoDue' ? subjectId : null,
    takeAway,
  }
  onlyTold.add(note)
  if (!request) setTimeout(() => takeAwayWhere((one) => one === note), staysMs)
}

function takeAwayWhere(isOver: (note: OnlyTold) => boolean): void {
  for (const note of [...onlyTold].filter(isOver)) {
    note.takeAway()
    onlyTold.delete(note)
  }
}

/** Done, seen or changed at whatever desk: it does not ring any more. */
async function takeAwaySilent(): Promise<void> {
  const before = [...onlyTold].filter(({ todoId }) => todoId !== null)
  if (before.length === 0) return
  const { items } = await call('listTodos', { query: { rings: 'true', limit: most } })
  const rings = new Set<string | null>(items.map(({ id }) => id))
  takeAwayWhere((note) => before.includes(note) && !rings.has(note.todoId))
}

/** What such a note is about is looked at, in this tab or in another one: it has said what it had to. */
export function useTakeAwayLooked(place: string | null): void {
  useEffect(() => {
    const channel = new BroadcastChannel('care-looked')
    const takeAway = (looked: unknown): void => takeAwayWhere((note) => note.place === looked)
    const look = (): void => {
      if (place === null || document.visibilityState !== 'visible') return
      takeAway(place)
      channel.postMessage(place)
    }
    channel.addEventListener('message', ({ data }) => takeAway(data))
    look()
    document.addEventListener('visibilitychange', look)
    return () => {
      document.removeEventListener('visibilitychange', look)
      channel.close()
    }
  }, [place])
}

export const notificationEvents = {
  'notifications.changed': (client, { unread, added }) => {
    putUnread(client, unread)
    void client.invalidateQueries({ queryKey: notificationsKey })
    takeAwayHandled(unread).catch(nothing)
    if (added) useNews.setState(({ news }) => ({ news: [...news, added] }))
  },
  'followUps.changed': () => void takeAwaySilent().catch(nothing),
} satisfies Partial<DeskEventHandlers>

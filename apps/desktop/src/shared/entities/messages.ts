import type { Marks, Message } from '@care/contract'
import { queryOptions, skipToken, type QueryClient } from '@tanstack/react-query'
import { call } from '../api/client.ts'
import { serverNow } from '../clock.ts'
import { activityKeys } from './activity.ts'
import { patchQuery, withPatches } from './patches.ts'

/** The stretch of a thread that is at hand: without gaps, in order of seq. It need not reach either end. */
export interface Thread {
  items: Message[]
  hasEarlier: boolean
  hasLater: boolean
  /** Of the whole thread. */
  latestSeq: number
  marks: Marks
  /** When it was fetched; what was changed since came as pushes, unless the line was away. */
  syncedAt: number
}

const pageSize = 60
const catchUpSize = 200
/** More is let go at the far end, so that a thread of years costs a day's memory. */
const mostItems = 1_200
const mostMissed = 600
/** A message may be changed for five minutes; the rest is for clocks. */
const mayChangeMs = 6 * 60_000

export const threadQuery = (client: QueryClient, activityId: string | null) =>
  queryOptions({
    queryKey: activityKeys.messages(activityId ?? ''),
    queryFn: activityId === null ? skipToken : withPatches((): Promise<Thread> => fetchThread(client, activityId)),
  })

type Place = { beforeSeq: number } | { afterSeq: number } | { aroundSeq: number } | { at: number } | { from: 'unread' }
const fetchPage = (activityId: string, query: (Place | object) & { limit: number }) =>
  call('listMessages', { params: { activityId }, query })

const openThread = async (activityId: string, syncedAt: number): Promise<Thread> => ({
  ...(await fetchPage(activityId, { from: 'unread', limit: pageSize })),
  syncedAt,
})

/** First time the unread or the last messages; later only what is new or may have changed: what is on screen stays. */
async function fetchThread(client: QueryClient, activityId: string): Promise<Thread> {
  const known = (): Thread | undefined => client.getQueryData<Thread>(activityKeys.messages(activityId))
  const syncedAt = serverNow()
  const begun = known()
  if (!begun?.items.length) return openThread(activityId, syncedAt)
  if (begun.hasLater) {
    // Something of long ago is looked at: only how the thread stands is asked for.
    const { latestSeq, marks } = await fetchPage(activityId, { limit: 1 })
    return { ...begun, ...known(), latestSeq, marks: furthest(known()?.marks, marks) }
  }
  const since = begun.syncedAt - mayChangeMs
  let afterSeq = (begun.items.find(({ createdAt }) => createdAt > since)?.seq ?? begun.latestSeq + 1) - 1
  const fresh: Message[] = []
  for (;;) {
    const page = await fetchPage(activityId, { afterSeq, limit: catchUpSize })
    fresh.push(...page.items)
    afterSeq = fresh.at(-1)?.seq ?? afterSeq
    // So much was missed that nobody scrolls through it from here: begins where reading stopped.
    if (page.latestSeq - afterSeq > mostMissed) return openThread(activityId, syncedAt)
    if (page.hasLater && page.items.length > 0) continue
    // Read again: pushes may have come in the meantime.
    const now = known() ?? begun
    const items = merge(now.items, fresh)
    const latestSeq = Math.max(page.latestSeq, items.at(-1)?.seq ?? 0)
    return { ...now, items, latestSeq, marks: furthest(now.marks, page.marks), syncedAt }
  }
}

const changedAt = (message: Message): number => message.deletedAt ?? message.editedAt ?? 0

/** Each message once, as it was changed last, in order of seq. */
function merge(old: readonly Message[], fresh: readonly Message[]): Message[] {
  const byId = new Map(old.map((message) => [message.id, message]))
  let isInOrder = true
  let last = old.at(-1)?.seq ?? 0
  for (const message of fresh) {
    const known = byId.get(message.id)
    if (known && changedAt(known) >= changedAt(message)) continue
    byId.set(message.id, message)
    if (known) continue
    isInOrder &&= message.seq > last
    last = message.seq
  }
  const all = [...byId.values()]
  return isInOrder ? all : all.toSorted((a, b) => a.seq - b.seq)
}

/** Marks never go back, whatever order they arrive in. */
export function furthest(a: Marks | undefined, b: Marks): Marks {
  if (!a) return b
  return {
    customerDelivered: Math.max(a.customerDelivered, b.customerDelivered),
    customerRead: Math.max(a.customerRead, b.customerRead),
    operatorDelivered: Math.max(a.operatorDelivered, b.operatorDelivered),
    operatorRead: Math.max(a.operatorRead, b.operatorRead),
  }
}

const patch = (client: QueryClient, activityId: string, change: (old: Thread) => Thread): void =>
  void client.setQueryData<Thread>(activityKeys.messages(activityId), (old) => old && change(old))

/**
 * A pushed, acknowledged or changed message: put in its place when it is known or the next one; a gap is fetched. While
 * something of long ago is looked at a new one only counts.
 */
export function putMessage(client: QueryClient, message: Message): void {
  const key = activityKeys.messages(message.activityId)
  // A gap may show only in an answer that is on its way.
  const refetch = (): void => void setTimeout(() => void client.invalidateQueries({ queryKey: key }))
  patchQuery<Thread>(client, key, (old) => withMessage(old, message, refetch))
}

function withMessage(thread: Thread, message: Message, onGap: () => void): Thread {
  const last = thread.items.at(-1)?.seq ?? 0
  const latestSeq = Math.max(thread.latestSeq, message.seq)
  if (message.seq > last && thread.hasLater) return { ...thread, latestSeq }
  if (message.seq < (thread.items[0]?.seq ?? 0)) return thread
  if (message.seq > last + 1 && thread.items.length > 0) {
    onGap()
    return thread
  }
  const known = thread.items.find(({ id }) => id === message.id)
  if (known && changedAt(known) >= changedAt(message)) return thread
  return { ...thread, items: merge(thread.items, [message]), latestSeq }
}

export const putMarks = (client: QueryClient, activityId: string, marks: Marks): void =>
  patchQuery<Thread>(client, activityKeys.messages(activityId), (old) => ({
    ...old,
    marks: furthest(old.marks, marks),
  }))

/** Whether there is more behind a page: what was said while it came was only counted. */
const isMoreBehind = ({ items, hasLater }: Pick<Thread, 'items' | 'hasLater'>, latestSeq: number): boolean =>
  hasLater || (items.at(-1)?.seq ?? latestSeq) < latestSeq

const loading = new Set<string>()

/** Puts the page before or behind the stretch to it and lets go what is too far; does nothing while one is on its way. */
export async function loadPage(client: QueryClient, activityId: string, side: 'earlier' | 'later'): Promise<void> {
  const thread = client.getQueryData<Thread>(activityKeys.messages(activityId))
  const edge = side === 'earlier' ? thread?.items[0] : thread?.items.at(-1)
  if (!edge || loading.has(activityId)) return
  loading.add(activityId)
  try {
    const place = side === 'earlier' ? { beforeSeq: edge.seq } : { afterSeq: edge.seq }
    const page = await fetchPage(activityId, { ...place, limit: pageSize })
    patch(client, activityId, (old) => {
      const items = merge(old.items, page.items)
      const isTooMany = items.length > mostItems
      const latestSeq = Math.max(old.latestSeq, page.latestSeq)
      const ends = { hasEarlier: old.hasEarlier, hasLater: old.hasLater, latestSeq }
      return side === 'earlier'
        ? {
            ...old,
            ...ends,
            items: items.slice(0, mostItems),
            hasEarlier: page.hasEarlier,
            hasLater: ends.hasLater || isTooMany,
          }
        : {
            ...old,
            ...ends,
            items: items.slice(-mostItems),
            hasLater: isMoreBehind(page, latestSeq),
            hasEarlier: ends.hasEarlier || isTooMany,
          }
    })
  } finally {
    loading.delete(activityId)
  }
}

/** Brings the stretch to a place, unless it is at hand; gives back the seq that stands there, null in an empty thread. */
export async function goTo(
  client: QueryClient,
  activityId: string,
  place: { aroundSeq: number } | { at: number } | 'latest' | 'unread',
): Promise<number | null> {
  const thread = client.getQueryData<Thread>(activityKeys.messages(activityId))
  if (typeof place === 'object' && 'aroundSeq' in place) {
    const [first, last] = [thread?.items[0]?.seq ?? Infinity, thread?.items.at(-1)?.seq ?? 0]
    if (place.aroundSeq >= first && place.aroundSeq <= last) return place.aroundSeq
  }
  if (place === 'latest' && thread && !thread.hasLater) return thread.latestSeq
  const syncedAt = serverNow()
  const query = place === 'latest' ? {} : place === 'unread' ? { from: 'unread' as const } : place
  const page = await fetchPage(activityId, { ...query, limit: pageSize })
  client.setQueryData<Thread>(activityKeys.messages(activityId), (old) => {
    const latestSeq = Math.max(old?.latestSeq ?? 0, page.latestSeq)
    const hasLater = isMoreBehind(page, latestSeq)
    return { ...page, hasLater, latestSeq, marks: furthest(old?.marks, page.marks), syncedAt }
  })
  return page.anchorSeq ?? page.latestSeq
}

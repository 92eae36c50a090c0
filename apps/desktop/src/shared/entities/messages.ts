import type { Marks, Message } from '@care/contract'
import { queryOptions, skipToken, type QueryClient } from '@tanstack/react-query'
import { call } from '../api/client.ts'
import { activityKeys } from './activity.ts'

/** The stretch of a thread that was fetched: without gaps, in order of seq, up to the latest. */
export interface Thread {
  items: Message[]
  hasEarlier: boolean
  marks: Marks
}

const pageSize = 60
const catchUpSize = 200

export const threadQuery = (client: QueryClient, activityId: string | null) =>
  queryOptions({
    queryKey: activityKeys.messages(activityId ?? ''),
    queryFn: activityId === null ? skipToken : (): Promise<Thread> => fetchThread(client, activityId),
  })

/** First time the last messages; later only what is new since, so that a refresh never moves what is on screen. */
async function fetchThread(client: QueryClient, activityId: string): Promise<Thread> {
  const known = (): Thread | undefined => client.getQueryData<Thread>(activityKeys.messages(activityId))
  if (!known()?.items.length) return call('listMessages', { params: { activityId }, query: { limit: pageSize } })
  const fresh: Message[] = []
  for (;;) {
    const afterSeq = fresh.at(-1)?.seq ?? known()?.items.at(-1)?.seq ?? 0
    const page = await call('listMessages', { params: { activityId }, query: { afterSeq, limit: catchUpSize } })
    fresh.push(...page.items)
    if (page.hasLater && page.items.length > 0) continue
    // Read again: pushes may have come in the meantime.
    const now = known()
    return {
      items: merge(now?.items ?? [], fresh),
      hasEarlier: now?.hasEarlier ?? page.hasEarlier,
      marks: furthest(now?.marks, page.marks),
    }
  }
}

function merge(old: readonly Message[], fresh: readonly Message[]): Message[] {
  const seen = new Set(old.map(({ id }) => id))
  const added = fresh.filter(({ id }) => !seen.has(id))
  return added.length === 0 ? [...old] : [...old, ...added].toSorted((a, b) => a.seq - b.seq)
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

/** A pushed or acknowledged message: appended when it is the next one, ignored when known; a gap is fetched. */
export function putMessage(client: QueryClient, message: Message): void {
  const key = activityKeys.messages(message.activityId)
  const thread = client.getQueryData<Thread>(key)
  if (!thread) return
  const last = thread.items.at(-1)?.seq ?? 0
  if (message.seq <= last && thread.items.some(({ id }) => id === message.id)) return
  if (message.seq !== last + 1 && thread.items.length > 0) return void client.invalidateQueries({ queryKey: key })
  client.setQueryData<Thread>(key, { ...thread, items: merge(thread.items, [message]) })
}

export function putMarks(client: QueryClient, activityId: string, marks: Marks): void {
  client.setQueryData<Thread>(
    activityKeys.messages(activityId),
    (old) => old && { ...old, marks: furthest(old.marks, marks) },
  )
}

const loading = new Set<string>()

/** Puts the page before the fetched stretch in front of it; does nothing while one is on its way. */
export async function loadEarlier(client: QueryClient, activityId: string): Promise<void> {
  const key = activityKeys.messages(activityId)
  const first = client.getQueryData<Thread>(key)?.items[0]
  if (!first || loading.has(activityId)) return
  loading.add(activityId)
  try {
    const page = await call('listMessages', {
      params: { activityId },
      query: { beforeSeq: first.seq, limit: pageSize },
    })
    client.setQueryData<Thread>(
      key,
      (old) => old && { ...old, items: merge(page.items, old.items), hasEarlier: page.hasEarlier },
    )
  } finally {
    loading.delete(activityId)
  }
}

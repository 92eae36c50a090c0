import type { QueryClient } from '@tanstack/react-query'
import { useMemo, useSyncExternalStore } from 'react'
import { call } from '../../../shared/api/client.ts'
import { serverNow } from '../../../shared/clock.ts'
import { putComment } from '../../../shared/entities/comments.ts'
import { putMessage } from '../../../shared/entities/messages.ts'
import { putRequest, requestQuery } from '../../../shared/entities/request.ts'
import { onConnected, socket } from '../../../shared/realtime/connection.ts'
import { tabLocks } from '../../../shared/storage/locks.ts'
import { openKv } from '../../../shared/storage/kv.ts'
import { waitingStage } from '../waiting-stage.ts'
import { makeOutbox, type NewItem, type Outbox, type OutboxItem, type OutboxPorts } from './make-outbox.ts'

let outbox: Outbox | undefined
const watchers = new Set<() => void>()

/** Says it through the open socket, which is quicker, or over HTTP. Both know the same message by its id. */
async function say(client: QueryClient, item: OutboxItem): Promise<void> {
  const params = { activityId: item.activityId }
  if (item.kind === 'comment')
    return putComment(
      client,
      await call('addComment', {
        params,
        body: { clientCommentId: item.id, text: item.text },
        idempotencyKey: item.id,
      }),
    )
  const body = {
    clientMessageId: item.id,
    text: item.text,
    attachmentIds: item.attachments.map(({ id }) => id),
    seenSeq: item.seenSeq,
  }
  const message = socket.isConnected
    ? await socket.call('sendMessage', { params, body })
    : await call('sendMessage', { params, body, idempotencyKey: item.id })
  putMessage(client, message)
}

/** Asks for the request as it stands now: it may have been moved, or not even loaded, when the message was written. */
export async function moveToWaiting(client: QueryClient, { requestId }: Pick<OutboxItem, 'requestId'>): Promise<void> {
  const request = await client.fetchQuery({
    ...requestQuery(requestId),
    staleTime: 0,
    queryFn: () => call('getRequest', { params: { requestId } }),
  })
  const stage = waitingStage(request)
  if (stage !== null) putRequest(client, await call('moveStage', { params: { requestId }, body: { stage } }))
}

function portsOf(client: QueryClient, ownerId: string, channel: BroadcastChannel): OutboxPorts {
  const lock = `care-outbox-${ownerId}`
  return {
    kv: openKv<OutboxItem>(lock),
    say: (item) => say(client, item),
    wait: (item) => moveToWaiting(client, item),
    // Without locks two tabs may both send; the server then sees the same id twice and keeps one.
    exclusively: (work) => tabLocks()?.request(lock, work) ?? work(),
    tellOthers: () => channel.postMessage('changed'),
    now: serverNow,
  }
}

/** Starts the outbox of this person: what a reload or a crash left behind is sent, then again on every reconnect. */
export function startOutbox(client: QueryClient, ownerId: string): () => void {
  const channel = new BroadcastChannel(`care-outbox-${ownerId}`)
  const made = makeOutbox(portsOf(client, ownerId, channel))
  outbox = made
  const stops = [made.store.subscribe(() => watchers.forEach((watch) => watch())), onConnected(() => void made.wake())]
  channel.addEventListener('message', () => void made.wake())
  void made.wake()
  return () => {
    stops.forEach((stop) => stop())
    made.stop()
    channel.close()
    if (outbox === made) outbox = undefined
  }
}

export const addToOutbox = (item: NewItem): void => outbox?.add(item)
export const retryItem = (id: string): void => outbox?.retry(id)
export const discardItem = (id: string): void => outbox?.discard(id)

const none: readonly OutboxItem[] = []
function useItems(): readonly OutboxItem[] {
  return useSyncExternalStore(
    (changed) => {
      watchers.add(changed)
      return () => watchers.delete(changed)
    },
    () => outbox?.store.getState().items ?? none,
  )
}

/** What waits or was refused in one activity, in order. */
export function useOutboxOf(activityId: string): readonly OutboxItem[] {
  const items = useItems()
  return useMemo(() => items.filter((item) => item.activityId === activityId && !item.isSaid), [items, activityId])
}

/** How many wait to be sent, in all activities. */
export const useWaitingCount = (): number => useItems().filter(({ state }) => state === 'waiting').length

import { isApiError, isWorthRepeating, newKey } from '@care/client'
import type { Attachment, ErrorCode } from '@care/contract'
import { create, type StoreApi, type UseBoundStore } from 'zustand'
import type { Kv } from '../../../shared/storage/kv.ts'

/** Something written and not yet acknowledged by the server. */
export interface OutboxItem {
  /** Also the message's clientMessageId or the comment's clientCommentId: the same one twice is one. */
  id: string
  kind: 'message' | 'comment'
  activityId: string
  requestId: string
  text: string
  attachments: Attachment[]
  createdAt: number
  /** Stage to move the request to once the message is acknowledged. */
  thenStage: string | null
  /** The message is acknowledged, only the stage is owed. */
  isSaid: boolean
  state: 'waiting' | 'refused'
  code?: ErrorCode | 'OFFLINE'
}
export type NewItem = Pick<OutboxItem, 'kind' | 'activityId' | 'requestId' | 'text' | 'attachments' | 'thenStage'>

export interface OutboxPorts {
  kv: Kv<OutboxItem>
  /** Delivers the words and puts the answer into the cache before it resolves. */
  say: (item: OutboxItem) => Promise<void>
  moveStage: (item: OutboxItem, stage: string) => Promise<void>
  /** Runs `work` while no other tab does. */
  exclusively: (work: () => Promise<void>) => Promise<void>
  /** Tells the other tabs that the stored items changed. */
  tellOthers: () => void
  now: () => number
}

export interface Outbox {
  store: UseBoundStore<StoreApi<{ items: readonly OutboxItem[] }>>
  add: (item: NewItem) => void
  retry: (id: string) => void
  discard: (id: string) => void
  /** Reads the stored items again, then sends what waits. */
  wake: () => Promise<void>
  stop: () => void
}

const firstPauseMs = 1_000
const longestPauseMs = 30_000
const mostInternalErrors = 5

const inOrder = (a: OutboxItem, b: OutboxItem): number => a.createdAt - b.createdAt || a.id.localeCompare(b.id)

/** Not a refusal of this message: another try may succeed once signed in again, or after a pause. */
function mayPass(error: unknown): boolean {
  if (!isApiError(error)) return false
  return isWorthRepeating(error) || error.code === 'NOT_SIGNED_IN' || error.code === 'TOO_MANY_TRIES'
}

/**
 * Keeps what is written until the server has it: stored first, sent in order within its activity, repeated with a
 * growing pause, exactly once by its id. What the server refuses stays, with the reason, for the person to decide.
 */
export function makeOutbox(ports: OutboxPorts): Outbox {
  const store = create<{ items: readonly OutboxItem[] }>()(() => ({ items: [] }))
  const internalErrors = new Map<string, number>()
  let pauseMs = firstPauseMs
  let timer: ReturnType<typeof setTimeout> | undefined
  let isStopped = false
  let lastAt = 0

  // The storage answers later than the screen: what it does not know yet, and what it still has though it is gone.
  const unsaved = new Map<string, OutboxItem>()
  const dropped = new Set<string>()

  const put = async (item: OutboxItem): Promise<void> => {
    store.setState(({ items }) => ({ items: [...items.filter(({ id }) => id !== item.id), item].toSorted(inOrder) }))
    unsaved.set(item.id, item)
    await ports.kv.set(item.id, item)
    if (unsaved.get(item.id) === item) unsaved.delete(item.id)
    ports.tellOthers()
  }
  const drop = async (id: string): Promise<void> => {
    dropped.add(id)
    await ports.kv.del(id)
    store.setState(({ items }) => ({ items: items.filter((item) => item.id !== id) }))
    ports.tellOthers()
  }
  const reload = async (): Promise<void> => {
    const stored = await ports.kv.entries()
    const items = [...new Map([...stored, ...unsaved]).values()].filter(({ id }) => !dropped.has(id))
    store.setState({ items: items.toSorted(inOrder) })
  }

  /** False when the rest of its activity must wait. */
  const send = async (item: OutboxItem): Promise<boolean> => {
    try {
      if (!item.isSaid) await ports.say(item)
      if (item.thenStage !== null) {
        if (!item.isSaid) await put({ ...item, isSaid: true })
        await ports.moveStage(item, item.thenStage)
      }
      await drop(item.id)
      pauseMs = firstPauseMs
      return true
    } catch (error) {
      const code = isApiError(error) ? error.code : 'INTERNAL'
      const failures = (internalErrors.get(item.id) ?? 0) + (code === 'INTERNAL' ? 1 : 0)
      internalErrors.set(item.id, failures)
      if (mayPass(error) && failures < mostInternalErrors) return false
      // The words are out; a stage that cannot be had is no reason to show the message as failed.
      const isSaid = store.getState().items.find(({ id }) => id === item.id)?.isSaid ?? false
      if (isSaid) await drop(item.id)
      else await put({ ...item, state: 'refused', code })
      return true
    }
  }
  const sendActivity = async (activityId: string): Promise<boolean> => {
    for (;;) {
      const next = store.getState().items.find((item) => item.activityId === activityId && item.state === 'waiting')
      if (!next || isStopped) return true
      if (!(await send(next))) return false
    }
  }
  const drain = async (): Promise<void> => {
    await reload()
    const activities = new Set(
      store
        .getState()
        .items.filter(({ state }) => state === 'waiting')
        .map(({ activityId }) => activityId),
    )
    const results = await Promise.all([...activities].map(sendActivity))
    if (results.every(Boolean) || isStopped) return
    clearTimeout(timer)
    timer = setTimeout(() => void wake(), pauseMs)
    pauseMs = Math.min(pauseMs * 2, longestPauseMs)
  }
  let running: Promise<void> | null = null
  let isAskedAgain = false
  const wake = (): Promise<void> => {
    clearTimeout(timer)
    if (running) {
      isAskedAgain = true
      return running
    }
    running = ports.exclusively(drain).finally(() => {
      running = null
      if (!isAskedAgain || isStopped) return undefined
      isAskedAgain = false
      return wake()
    })
    return running
  }
  const change = (id: string, work: (item: OutboxItem) => Promise<void>): void => {
    const item = store.getState().items.find((one) => one.id === id)
    if (item) void work(item)
  }
  return {
    store,
    add: (item) => {
      // Rising even within one millisecond, so that the order of sending is the order of writing.
      lastAt = Math.max(ports.now(), lastAt + 1)
      void put({ ...item, id: newKey(), createdAt: lastAt, isSaid: false, state: 'waiting' }).then(wake)
    },
    retry: (id) =>
      change(id, async ({ code: _code, ...item }) => {
        internalErrors.delete(id)
        await put({ ...item, state: 'waiting' })
        await wake()
      }),
    discard: (id) => change(id, () => drop(id)),
    wake,
    stop: () => {
      isStopped = true
      clearTimeout(timer)
    },
  }
}

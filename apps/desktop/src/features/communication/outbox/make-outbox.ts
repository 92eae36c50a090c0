import { isApiError, isWorthRepeating, newKey } from '@care/client'
import type { Attachment, ErrorCode, Message } from '@care/contract'
import type { Kv } from '../../../shared/storage/kv.ts'
import { makeItems, type Items } from './items.ts'

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
  /** The request goes to its waiting stage once the message is acknowledged. */
  thenWait: boolean
  /** The message is acknowledged, only the stage is owed. */
  isSaid: boolean
  state: 'waiting' | 'refused'
  code?: ErrorCode | 'OFFLINE'
  /** How far the thread was read when the writing began; without it nothing is asked. */
  seenSeq?: number | undefined
  /** What colleagues answered since, which the server asks about. */
  later?: readonly Message[]
}
export type NewItem = Pick<
  OutboxItem,
  'kind' | 'activityId' | 'requestId' | 'text' | 'attachments' | 'thenWait' | 'seenSeq'
>

export interface OutboxPorts {
  kv: Kv<OutboxItem>
  /** Delivers the words and puts the answer into the cache before it resolves. */
  say: (item: OutboxItem) => Promise<void>
  /** Moves the request to waiting, as it is then; does nothing where it waits already or may not. */
  wait: (item: OutboxItem) => Promise<void>
  /** Runs `work` while no other tab does. */
  exclusively: (work: () => Promise<void>) => Promise<void>
  /** Tells the other tabs that the stored items changed. */
  tellOthers: () => void
  now: () => number
}

export interface Outbox {
  store: Items['store']
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

/** Not a refusal of this message: another try may succeed once signed in again, or after a pause. */
function mayPass(error: unknown): boolean {
  if (!isApiError(error)) return false
  return isWorthRepeating(error) || error.code === 'NOT_SIGNED_IN' || error.code === 'TOO_MANY_TRIES'
}

const laterIn = (error: unknown): Pick<OutboxItem, 'later'> =>
  isApiError(error) && error.code === 'THREAD_MOVED_ON' ? { later: error.details['messages'] as Message[] } : {}

/** Once more. What colleagues answered has been shown: it goes out all the same. */
function asNew({ code, later: _later, ...item }: OutboxItem): OutboxItem {
  return { ...item, ...(code === 'THREAD_MOVED_ON' && { seenSeq: undefined }), state: 'waiting' }
}

/** Sends one item; answers false when it has to wait, and with it the rest of its activity. */
function makeSender(ports: OutboxPorts, items: Items): (item: OutboxItem) => Promise<boolean> {
  const internalErrors = new Map<string, number>()
  const failed = async (item: OutboxItem, error: unknown): Promise<boolean> => {
    const code = isApiError(error) ? error.code : 'INTERNAL'
    const failures = (internalErrors.get(item.id) ?? 0) + (code === 'INTERNAL' ? 1 : 0)
    internalErrors.set(item.id, failures)
    if (mayPass(error) && failures < mostInternalErrors) return false
    internalErrors.delete(item.id)
    // The words are out; a stage that cannot be had is no reason to show the message as failed.
    if (items.get(item.id)?.isSaid) await items.drop(item.id)
    else await items.put({ ...item, state: 'refused', code, ...laterIn(error) })
    return true
  }
  return async (item) => {
    try {
      if (!item.isSaid) await ports.say(item)
      if (item.thenWait) {
        if (!item.isSaid) await items.put({ ...item, isSaid: true })
        await ports.wait(item)
      }
      await items.drop(item.id)
      return true
    } catch (error) {
      return failed(item, error)
    }
  }
}

/**
 * Keeps what is written until the server has it: stored first, sent in order within its activity, repeated with a
 * growing pause, exactly once by its id. What the server refuses stays, with the reason, for the person to decide.
 */
export function makeOutbox(ports: OutboxPorts): Outbox {
  const items = makeItems(ports.kv, ports.tellOthers)
  const send = makeSender(ports, items)
  let pauseMs = firstPauseMs
  let timer: ReturnType<typeof setTimeout> | undefined
  let isStopped = false
  let lastAt = 0

  const sendActivity = async (activityId: string): Promise<boolean> => {
    for (;;) {
      const next = items.waiting().find((item) => item.activityId === activityId)
      if (!next || isStopped) return true
      if (!(await send(next))) return false
      pauseMs = firstPauseMs
    }
  }
  const drain = async (): Promise<void> => {
    await items.reload()
    const activities = new Set(items.waiting().map(({ activityId }) => activityId))
    const results = await Promise.all([...activities].map(sendActivity))
    if (results.every(Boolean) || isStopped) return
    clearTimeout(timer)
    timer = setTimeout(() => void wake(), pauseMs)
    pauseMs = Math.min(pauseMs * 2, longestPauseMs)
  }
  let running: Promise<void> | null = null
  let isAskedAgain = false
  const run = async (): Promise<void> => {
    try {
      do {
        isAskedAgain = false
        await ports.exclusively(drain)
      } while (isAskedAgain && !isStopped)
    } finally {
      running = null
    }
  }
  const wake = (): Promise<void> => {
    clearTimeout(timer)
    isAskedAgain = true
    running ??= run()
    return running
  }
  return {
    store: items.store,
    add: (item) => {
      // Rising even within one millisecond, so that the order of sending is the order of writing.
      lastAt = Math.max(ports.now(), lastAt + 1)
      void items.put({ ...item, id: newKey(), createdAt: lastAt, isSaid: false, state: 'waiting' }).then(wake)
    },
    retry: (id) => {
      const item = items.get(id)
      if (item) void items.put(asNew(item)).then(wake)
    },
    discard: (id) => void items.drop(id),
    wake,
    stop: () => {
      isStopped = true
      clearTimeout(timer)
    },
  }
}

import type { Api as Contract, QueryInputOf, ResponseOf } from '@care/contract'
import type { Language } from '@care/i18n/core'
import { isWorthRepeating } from '@care/client'
import type { Api } from '../api.ts'
import { failureOf } from '../failure.ts'
import type { TextStore } from '../storage.ts'
import type { Store } from '../store.ts'
import { contiguousSeq, repairFrom } from './thread.ts'

const pageSize = 100
const staleAfterMs = 60 * 60_000
const againMs = 3_000

type List = Contract['listWidgetMessages']
/** Reads a page of the chat, by the way that is open. */
export type ListMessages = (query: QueryInputOf<List>) => Promise<ResponseOf<List>>

export interface SessionPorts {
  api: Api
  list: ListMessages
  store: Store
  storage: TextStore
  site: { siteKey: string; language?: Language }
  /** The page's signed identity; undefined when it says nothing. */
  identity: () => Promise<string | undefined>
  /** Somebody else than before: what the other left here is not his. */
  onOther: () => void
  /** The token that this window speaks with whatever other windows of the browser do; empty: the one that they share. */
  own: (token: string) => void
  onOpened: () => void
}

/** Asks for what comes after the last message without a gap; for the newest page when the chat is another one. */
async function fetchMissing(list: ListMessages, store: Store): Promise<void> {
  const { chat, messages, hasEarlier, lostAt } = store.get()
  const isFresh = contiguousSeq(messages, hasEarlier) === 0
  const afterSeq = repairFrom(messages, hasEarlier, lostAt)
  const page = await list(isFresh ? {} : { afterSeq, limit: pageSize })
  if (store.get().lostAt === lostAt) store.set('patch', { lostAt: null })
  const isOtherChat = page.chat?.activityId !== chat?.activityId
  store.set('chat', page.chat)
  if (isOtherChat && !isFresh) return fetchMissing(list, store)
  store.set('messages', page.items)
  if (isFresh) store.set('patch', { hasEarlier: page.hasEarlier })
  else if (page.items.length === pageSize) return fetchMissing(list, store)
}

/** The page before the first message on screen. */
async function earlier(list: ListMessages, store: Store): Promise<void> {
  const beforeSeq = store.get().messages[0]?.seq
  if (beforeSeq === undefined) return
  const page = await list({ beforeSeq })
  store.set('messages', page.items)
  store.set('patch', { hasEarlier: page.hasEarlier })
}

/** Starts or resumes the visitor, and keeps what is on screen equal to what the server has. */
export function createSession({ api, list, store, storage, site, identity, onOther, own, onOpened }: SessionPorts) {
  let opening: Promise<void> | null = null
  let repairing: Promise<void> | null = null
  let isRepairOwed = false

  async function openOnce(): Promise<void> {
    const token = storage.get('token')
    try {
      const signed = await identity()
      const session = await api.call('openWidget', {
        body: { ...site, ...(token ? { token } : {}), ...(signed === undefined ? {} : { identity: signed }) },
      })
      const before = storage.get('known')
      if (before && before !== session.visitorId) onOther()
      storage.set('token', session.token)
      const { isKnown } = session.identity
      storage.set('known', isKnown ? session.visitorId : '')
      own(isKnown ? session.token : '')
      store.set('session', session)
      const endedAt = session.chat?.endedAt
      // An old talk is history: the visitor came with something new.
      if (endedAt && Date.now() - endedAt > staleAfterMs) store.set('patch', { wants: 'newChat' })
      onOpened()
    } catch (error) {
      store.set('patch', { phase: 'failed', failure: failureOf(error) })
      if (isWorthRepeating(error)) setTimeout(open, againMs)
    }
  }
  /** One at a time: two callers that find the token dead must not become two visitors. */
  function open(): Promise<void> {
    opening ??= openOnce().finally(() => {
      opening = null
    })
    return opening
  }

  async function repairOnce(): Promise<void> {
    try {
      do {
        isRepairOwed = false
        await fetchMissing(list, store)
      } while (isRepairOwed)
    } catch (error) {
      if (failureOf(error) === 'VISITOR_UNKNOWN') await renew()
      else if (isWorthRepeating(error)) setTimeout(repair, againMs)
    }
  }
  /** Fetches what pushes did not bring; asked during a fetch, it runs once more after it. */
  function repair(): Promise<void> {
    isRepairOwed = true
    repairing ??= repairOnce().finally(() => {
      repairing = null
    })
    return repairing
  }
  /** The server forgot the visitor: begins again as a new one. */
  function renew(): Promise<void> {
    if (!opening) {
      storage.remove('token')
      own('')
    }
    return open()
  }

  return { open, repair, renew, earlier: () => earlier(list, store) }
}

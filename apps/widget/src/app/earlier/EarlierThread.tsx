import type { EarlierChat, Message } from '@care/contract'
import { formatDate } from '@care/i18n/format'
import { useCallback, useEffect, useRef, useState } from 'preact/hooks'
import { repeating } from '../chat/actions.ts'
import { failureOf, failureText } from '../failure.ts'
import type { State } from '../store.ts'
import { useWidget } from '../views/context.ts'
import { MessageList } from '../views/MessageList.tsx'

interface Page {
  items: readonly Message[]
  hasEarlier: boolean
}
interface Props {
  state: State
  chat: EarlierChat
  onBack: () => void
}

/** A talk of before, to read: nothing is marked, and nothing can be written in it. */
export function EarlierThread({ state, chat, onBack }: Props) {
  const { t, api } = useWidget()
  const [page, setPage] = useState<Page | null>(null)
  const [problem, setProblem] = useState('')
  const [isBusy, setBusy] = useState(false)
  const titleRef = useRef<HTMLHeadingElement>(null)
  const load = useCallback(
    async (beforeSeq?: number): Promise<void> => {
      setBusy(true)
      setProblem('')
      try {
        const input = {
          params: { activityId: chat.activityId },
          query: beforeSeq === undefined ? {} : { beforeSeq },
        }
        const { items, hasEarlier } = await repeating(() => api.call('listEarlierMessages', input))
        setPage((known) => ({ items: [...items, ...(known?.items ?? [])], hasEarlier }))
      } catch (error) {
        setProblem(failureText(t, failureOf(error)))
      }
      setBusy(false)
    },
    [api, chat.activityId, t],
  )
  useEffect(() => {
    titleRef.current?.focus()
    void load()
  }, [load])
  const first = page?.items[0]?.seq
  return (
    <>
      <div class="wth">
        <h2 ref={titleRef} tabIndex={-1}>
          {formatDate(t.language, chat.startedAt)}
        </h2>
        <p class="wf">{t('thread.foot', { number: String(chat.requestNumber) })}</p>
        {(page?.hasEarlier || problem) && (
          <button type="button" class="link" aria-busy={isBusy} disabled={isBusy} onClick={() => void load(first)}>
            {problem ? t('unavailable.again') : t('thread.earlier')}
          </button>
        )}
        {problem && (
          <p class="er" role="alert">
            {problem}
          </p>
        )}
        {page ? (
          <MessageList state={{ ...state, messages: page.items, outbox: [], chat: null }} isQuiet />
        ) : (
          !problem && <span class="spin" />
        )}
      </div>
      <div class="bottom">
        <button type="button" class="btn o" onClick={onBack}>
          {t('thread.talks')}
        </button>
      </div>
    </>
  )
}

import type { EarlierChat } from '@care/contract'
import { formatDateTime } from '@care/i18n/format'
import { useCallback, useEffect, useRef, useState } from 'preact/hooks'
import { repeating } from '../chat/actions.ts'
import { failureOf, failureText } from '../failure.ts'
import type { ViewProps } from '../views/on-demand.tsx'
import { useWidget } from '../views/context.ts'
import css from './earlier.css?inline'
import { EarlierThread } from './EarlierThread.tsx'

const sheet = new CSSStyleSheet()
sheet.replaceSync(css)
document.adoptedStyleSheets = [...document.adoptedStyleSheets, sheet]

const pageSize = 20

/** Talks of before of somebody who is signed in (row M8): the list, and one of them to read. */
export function EarlierView({ state, onBack }: ViewProps) {
  const [open, setOpen] = useState<EarlierChat | null>(null)
  if (open) return <EarlierThread key={open.activityId} state={state} chat={open} onBack={() => setOpen(null)} />
  return <Talks onOpen={setOpen} onBack={onBack} />
}

function Talks({ onOpen, onBack }: { onOpen: (chat: EarlierChat) => void; onBack: () => void }) {
  const { t, api } = useWidget()
  const [items, setItems] = useState<readonly EarlierChat[]>([])
  const [cursor, setCursor] = useState<string | null>(null)
  const [isBusy, setBusy] = useState(true)
  const [problem, setProblem] = useState('')
  const titleRef = useRef<HTMLHeadingElement>(null)
  const load = useCallback(
    async (from?: string): Promise<void> => {
      setBusy(true)
      setProblem('')
      try {
        const query = { limit: pageSize, ...(from === undefined ? {} : { cursor: from }) }
        const page = await repeating(() => api.call('listEarlierChats', { query }))
        setItems((known) => [...known, ...page.items])
        setCursor(page.nextCursor)
      } catch (error) {
        setProblem(failureText(t, failureOf(error)))
      }
      setBusy(false)
    },
    [api, t],
  )
  useEffect(() => void load(), [load])
  useEffect(() => {
    // The button that was pressed may be gone, and the focus with it.
    if (document.activeElement === document.body) titleRef.current?.focus()
  }, [isBusy])
  return (
    <div class="body talks">
      <h2 ref={titleRef} tabIndex={-1}>
        {t('thread.talks')}
      </h2>
      <ul>
        {items.map((chat) => (
          <li key={chat.activityId}>
            <button type="button" onClick={() => onOpen(chat)}>
              <b class="ell">{chat.firstWords || t('thread.foot', { number: String(chat.requestNumber) })}</b>
              <small>
                {[formatDateTime(t.language, chat.startedAt), chat.operatorName].filter(Boolean).join(' · ')}
              </small>
            </button>
          </li>
        ))}
      </ul>
      {!isBusy && !problem && items.length === 0 && <p class="ld">{t('earlier.none')}</p>}
      {isBusy && <span class="spin" />}
      {problem && (
        <p class="er" role="alert">
          {problem}
        </p>
      )}
      <div class="end">
        {!isBusy && (cursor !== null || problem) && (
          <button type="button" class="btn o" onClick={() => void load(cursor ?? undefined)}>
            {problem ? t('unavailable.again') : t('earlier.more')}
          </button>
        )}
        <button type="button" class="btn o" onClick={onBack}>
          {t('unavailable.back')}
        </button>
      </div>
    </div>
  )
}

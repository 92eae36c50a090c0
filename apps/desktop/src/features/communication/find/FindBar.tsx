import type { ThreadHit } from '@care/contract'
import { limits, searchWords } from '@care/domain'
import Button from '@mui/material/Button'
import IconButton from '@mui/material/IconButton'
import { useQueryClient } from '@tanstack/react-query'
import { ChevronDown, ChevronUp, X } from 'lucide-react'
import { useEffect, useRef, useState, type KeyboardEvent, type ReactNode, type RefObject } from 'react'
import { goTo } from '../../../shared/entities/messages.ts'
import { errorText } from '../../../shared/error-text.ts'
import { useT } from '../../../shared/i18n/I18nProvider.tsx'
import { showToast } from '../../../shared/ui/toast.tsx'
import type { Row } from '../thread-rows.ts'
import styles from './find.module.css'
import { highlight, unhighlight } from './highlight.ts'
import { useThreadSearch } from './useThreadSearch.ts'

interface FindBarProps {
  activityId: string
  /** Looked for at once. */
  words: string
  log: RefObject<HTMLDivElement | null>
  /** The customer's messages after this one were unread as the task was opened. */
  newAfterSeq: number | null
  onGo: (is: (row: Row) => boolean) => void
  onClose: () => void
}

const restMs = 250
const isHit = (hit: ThreadHit) => (row: Row) =>
  hit.kind === 'comment'
    ? row.kind === 'comment' && row.comment.id === hit.id
    : row.kind === 'message' && row.message.id === hit.id
const isAt = (seq: number) => (row: Row) => row.kind === 'message' && row.message.seq === seq

/** Looks for words in the thread and goes from hit to hit, to a day, or to the first unread message. */
export function FindBar({ activityId, words, log, newAfterSeq, onGo, onClose }: FindBarProps): ReactNode {
  const t = useT()
  const [text, setText] = useState(words)
  const search = useRested(text.trim())
  const found = useThreadSearch(activityId, search)
  // Of another search nothing is left.
  const [at, setAt] = useState({ search: '', place: 0 })
  const place = at.search === search ? at.place : 0
  const setPlace = (next: number): void => setAt({ search, place: next })
  const go = useGo(activityId, onGo)
  const hit = found.hits[place]
  const total = found.hits.length
  useEffect(() => {
    if (hit) void go(hit.seq === null ? { at: hit.at } : { aroundSeq: hit.seq }, isHit(hit))
  }, [hit, go])
  useMarkedWords(log, search)
  const older = async (): Promise<void> => {
    if (place + 1 >= total && found.hasMore) await found.more()
    setPlace(place + 1)
  }
  const newer = (): void => setPlace(Math.max(0, place - 1))
  const close = (): void => {
    onClose()
    log.current?.focus()
  }
  const onKeyDown = (event: KeyboardEvent): void => {
    if (event.key === 'Escape') {
      event.stopPropagation()
      close()
    } else if (event.key === 'Enter') {
      event.preventDefault()
      if (event.shiftKey) newer()
      else void older()
    }
  }
  return (
    <search className={styles.bar} aria-label={t('thread.find')}>
      <input
        type="search"
        // oxlint-disable-next-line jsx-a11y/no-autofocus -- one has just asked to look for something
        autoFocus
        value={text}
        maxLength={limits.search}
        aria-label={t('thread.findWords')}
        placeholder={t('thread.findWords')}
        onChange={(event) => setText(event.target.value)}
        onKeyDown={onKeyDown}
      />
      <output className={styles.count}>{search !== '' && <Count found={found} place={place} />}</output>
      <IconButton
        size="small"
        aria-label={t('thread.olderHit')}
        title={t('thread.olderHit')}
        disabled={!(place + 1 < total || found.hasMore)}
        onClick={() => void older()}
      >
        <ChevronUp size={16} />
      </IconButton>
      <IconButton
        size="small"
        aria-label={t('thread.newerHit')}
        title={t('thread.newerHit')}
        disabled={place === 0}
        onClick={newer}
      >
        <ChevronDown size={16} />
      </IconButton>
      <DateField onDay={(at) => void go({ at })} />
      {newAfterSeq !== null && (
        <Button size="small" onClick={() => void go({ aroundSeq: newAfterSeq + 1 })}>
          {t('thread.toUnread')}
        </Button>
      )}
      <IconButton size="small" aria-label={t('common.close')} onClick={close}>
        <X size={16} />
      </IconButton>
    </search>
  )
}

function Count({ found, place }: { found: ReturnType<typeof useThreadSearch>; place: number }): ReactNode {
  const t = useT()
  const { hits, hasMore, isLooking, hasFailed, again } = found
  if (hasFailed)
    return (
      <Button size="small" color="error" onClick={again}>
        {t('thread.findFailed')}
      </Button>
    )
  if (hits.length === 0) return isLooking ? t('common.loading') : t('thread.findNothing')
  return t('thread.hitOf', { place: String(place + 1), all: `${hits.length}${hasMore ? '+' : ''}` })
}

/** The first message of the day in the reader's own time, or the next one that there is. */
function DateField({ onDay }: { onDay: (at: number) => void }): ReactNode {
  const t = useT()
  return (
    <input
      type="date"
      aria-label={t('thread.toDate')}
      title={t('thread.toDate')}
      min="1970-01-02"
      max="2199-12-31"
      onChange={(event) => {
        const at = new Date(`${event.target.value}T00:00:00`).getTime()
        if (event.target.validity.valid && at > 0) onDay(at)
      }}
    />
  )
}

/** Brings the stretch there, then the row into sight. */
function useGo(activityId: string, onGo: FindBarProps['onGo']) {
  const t = useT()
  const client = useQueryClient()
  const last = useRef(0)
  const state = useRef({ t, onGo })
  useEffect(() => {
    state.current = { t, onGo }
  })
  const [go] = useState(
    () =>
      async (place: { aroundSeq: number } | { at: number }, is?: (row: Row) => boolean): Promise<void> => {
        const turn = (last.current += 1)
        try {
          const seq = await goTo(client, activityId, place)
          // The hand was quicker: another place is wanted by now.
          if (turn === last.current && seq !== null) state.current.onGo(is ?? isAt(seq))
        } catch (error) {
          showToast(errorText(state.current.t, error))
        }
      },
  )
  return go
}

function useRested(text: string): string {
  const [rested, setRested] = useState(text)
  useEffect(() => {
    const timer = setTimeout(() => setRested(text), restMs)
    return () => clearTimeout(timer)
  }, [text])
  return rested
}

/** Marks the words in every row that comes into sight while the search is open. */
function useMarkedWords(log: RefObject<HTMLDivElement | null>, search: string): void {
  useEffect(() => {
    const root = log.current
    const words = searchWords(search)
    if (!root || words.length === 0) return unhighlight()
    let frame = 0
    const mark = (): void => {
      cancelAnimationFrame(frame)
      frame = requestAnimationFrame(() => highlight(root, words))
    }
    const observer = new MutationObserver(mark)
    observer.observe(root, { childList: true, subtree: true, characterData: true })
    mark()
    return () => {
      observer.disconnect()
      cancelAnimationFrame(frame)
      unhighlight()
    }
  }, [log, search])
}

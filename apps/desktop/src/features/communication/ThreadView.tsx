import type { ActivityDetails } from '@care/contract'
import { media } from '@care/domain'
import { useQuery, useQueryClient } from '@tanstack/react-query'
import Button from '@mui/material/Button'
import IconButton from '@mui/material/IconButton'
import { ArrowDown, Search } from 'lucide-react'
import {
  type ComponentType,
  type CSSProperties,
  useCallback,
  useEffect,
  useMemo,
  useReducer,
  useRef,
  useState,
  type ReactNode,
  type RefObject,
} from 'react'
import { announce } from '../../shared/announce.ts'
import { useComments } from '../../shared/entities/comments.ts'
import { goTo, loadPage, threadQuery, type Thread } from '../../shared/entities/messages.ts'
import { useLater } from '../../shared/hooks/useLater.ts'
import { useT } from '../../shared/i18n/I18nProvider.tsx'
import type { MailBodyProps } from '../../shared/ui/mail-slots.ts'
import { onDemand } from '../../shared/ui/on-demand.tsx'
import { scrolledByKeys } from '../../shared/ui/scrolled-by-keys.ts'
import { ErrorState } from '../../shared/ui/states.tsx'
import { useThreadWords } from '../../shared/workspace/spot.ts'
import { useOutboxOf } from './outbox/outbox.ts'
import { ThreadRow } from './ThreadRow.tsx'
import { rowsOf, type Row } from './thread-rows.ts'
import styles from './thread.module.css'
import { Typists } from './Typists.tsx'
import { useReadMarks } from './useReadMarks.ts'
import { useThreadScroll } from './useThreadScroll.ts'

const FindBar = onDemand(() => import('./find/FindBar.tsx').then((file) => file.FindBar))

/** The messages and comments of one activity. Remounted for another activity (key). */
export function ThreadView({
  activityId,
  activity,
  MailBody,
}: {
  activityId: string
  activity: ActivityDetails | undefined
  MailBody: ComponentType<MailBodyProps>
  onClose: () => void
}): ReactNode {
  const t = useT()
  const client = useQueryClient()
  const query = useQuery(threadQuery(client, activityId))
  const comments = useComments(activityId).data?.items
  const pending = useOutboxOf(activityId)
  const thread = useOpened(activityId, query.data)
  const newAfterSeq = useNewAfter(thread)
  const rows = useMemo(
    () => rowsOf({ activity, thread, comments: comments ?? [], pending, newAfterSeq }),
    [activity, thread, comments, pending, newAfterSeq],
  )
  const [finding, setFinding] = useFinding(activityId)
  const onNear = useCallback(
    (side: 'earlier' | 'later') => void loadPage(client, activityId, side).catch(() => undefined),
    [client, activityId],
  )
  const hasLater = thread?.hasLater ?? false
  const scroll = useThreadScroll({
    rows,
    isReady: thread !== undefined,
    hasEarlier: thread?.hasEarlier ?? false,
    hasLater,
    onNear,
  })
  useReadMarks(activityId, thread, scroll.isAtEnd, activity?.abilities.reply ?? false)
  const unseen = useUnseen(thread, scroll.isAtEnd)
  const customerName = activity?.customer.name || t('common.unknownCustomer')
  useAnnounceNew(thread, customerName)
  const { log, virtualizer, visible, top, height, onScroll, toRow } = scroll
  const toLatest = useLatest(activityId, hasLater, scroll.toEnd)
  // What one has just written oneself is looked at, wherever one was.
  useEffect(() => {
    if (pending.length > 0) toLatest()
  }, [pending.length, toLatest])
  const goToRow = useGoToRow(rows, toRow)
  useEndKey(log, thread !== undefined, toLatest)

  if (!thread && query.isError)
    return <ErrorState title={t('communication.failed')} onRetry={() => void query.refetch()} />
  if (!thread) return <ThreadSkeleton />
  const Mail = activity?.medium === 'email' ? MailBody : undefined
  const canChange = activity !== undefined && media[activity.medium].isLive
  return (
    <div className={styles.frame}>
      {finding !== null && (
        <FindBar
          key={finding}
          words={finding}
          activityId={activityId}
          log={log}
          newAfterSeq={newAfterSeq}
          onGo={goToRow}
          onClose={() => setFinding(null)}
        />
      )}
      <div
        ref={log}
        className={styles.log}
        role="log"
        aria-label={t('thread.messages')}
        aria-live="off"
        {...scrolledByKeys}
        onScroll={onScroll}
      >
        <div className={styles.rows}>
          <div style={{ height }}>
            <div className={styles.window} style={{ '--top': `${top}px`, '--height': `${height}px` } as CSSProperties}>
              {visible.map(({ index, key }) => (
                <div key={key} ref={virtualizer.measureElement} data-index={index} className={styles.row}>
                  <RowOf row={rows[index]} marks={thread.marks} {...{ customerName, canChange, Mail }} />
                </div>
              ))}
            </div>
          </div>
        </div>
      </div>
      {thread.hasEarlier && scroll.isAtTop && (
        <Button size="small" className={styles.earlier} onClick={() => onNear('earlier')}>
          {t('thread.earlier')}
        </Button>
      )}
      {finding === null && (
        <IconButton
          size="small"
          className={styles.find}
          aria-label={t('thread.find')}
          title={t('thread.find')}
          onClick={() => setFinding('')}
        >
          <Search size={14} />
        </IconButton>
      )}
      <Typists activityId={activityId} customerName={customerName} />
      {(unseen > 0 || hasLater) && (
        <button type="button" className={styles.pill} onClick={toLatest}>
          <ArrowDown size={14} aria-hidden="true" />
          {unseen > 0 ? t('thread.newMessages', { n: unseen }) : t('thread.toLatest')}
        </button>
      )}
    </div>
  )
}

/** What is looked for in the thread, null = nothing: at first the words that one has come for. */
function useFinding(activityId: string): [string | null, (words: string | null) => void] {
  const [finding, setFinding] = useState<string | null>(() => {
    const wanted = useThreadWords.getState()
    return wanted.activityId === activityId ? wanted.words : null
  })
  useEffect(() => useThreadWords.setState({ activityId: null }), [])
  return [finding, setFinding]
}

type RowOfProps = Omit<Parameters<typeof ThreadRow>[0], 'row'> & { row: Row | undefined }
/** Between two draws the list may be shorter than what was measured. */
const RowOf = ({ row, ...rest }: RowOfProps): ReactNode => row && <ThreadRow row={row} {...rest} />

/** What the last visit left of a thread may stand somewhere in its past: opened anew it begins at what is unread. */
function useOpened(activityId: string, thread: Thread | undefined): Thread | undefined {
  const client = useQueryClient()
  const [isPast, setIsPast] = useState(thread?.hasLater ?? false)
  useEffect(() => {
    if (!isPast) return
    const open = (): void => setIsPast(false)
    goTo(client, activityId, 'unread').then(open, open)
  }, [client, activityId, isPast])
  return isPast ? undefined : thread
}

/** Goes to the end of the whole thread, fetching it when something of long ago is looked at. */
function useLatest(activityId: string, hasLater: boolean, toEnd: () => void): () => void {
  const client = useQueryClient()
  const isWanted = useRef(false)
  useEffect(() => {
    if (!isWanted.current || hasLater) return
    isWanted.current = false
    toEnd()
  }, [hasLater, toEnd])
  return useCallback(() => {
    if (!hasLater) return toEnd()
    isWanted.current = true
    void goTo(client, activityId, 'latest').catch(() => undefined)
  }, [client, activityId, hasLater, toEnd])
}

/** `End` leads to the latest message of all, not of what is fetched. */
function useEndKey(log: RefObject<HTMLDivElement | null>, isReady: boolean, toLatest: () => void): void {
  useEffect(() => {
    const element = log.current
    const onKeyDown = (event: KeyboardEvent): void => {
      if (event.key !== 'End' || event.target !== element) return
      event.preventDefault()
      toLatest()
    }
    element?.addEventListener('keydown', onKeyDown)
    return () => element?.removeEventListener('keydown', onKeyDown)
  }, [log, isReady, toLatest])
}

/** Shows a row by what it is, once it is among the rows. */
function useGoToRow(rows: readonly Row[], toRow: (index: number) => void): (is: (row: Row) => boolean) => void {
  const wanted = useRef<((row: Row) => boolean) | null>(null)
  const [, look] = useReducer((n: number) => n + 1, 0)
  useEffect(() => {
    const index = wanted.current ? rows.findIndex(wanted.current) : -1
    if (index < 0) return
    wanted.current = null
    toRow(index)
  })
  return useCallback((is) => {
    wanted.current = is
    look()
  }, [])
}

/** Where "New" stands: after what was read as the task was opened; it does not move while one looks. */
function useNewAfter(thread: Thread | undefined): number | null {
  const [after, setAfter] = useState<number | null | undefined>(undefined)
  if (after === undefined && thread) {
    const last = thread.items.findLast(({ author }) => author.kind === 'customer')?.seq ?? 0
    setAfter(last > thread.marks.operatorRead ? thread.marks.operatorRead : null)
  }
  return after ?? null
}

/** Messages of others that came while one was scrolled up. */
function useUnseen(thread: Thread | undefined, isAtEnd: boolean): number {
  const [seen, setSeen] = useState(0)
  const last = thread?.latestSeq ?? 0
  if (isAtEnd && seen !== last) setSeen(last)
  if (isAtEnd || seen === 0 || !thread) return 0
  const fresh = thread.items.filter(({ seq, author }) => seq > seen && author.kind === 'customer').length
  // Of what is not fetched nobody knows yet whose it is.
  return fresh + Math.max(0, last - Math.max(seen, thread.items.at(-1)?.seq ?? 0)) * (thread.hasLater ? 1 : 0)
}

const announcedLength = 120

function useAnnounceNew(thread: Thread | undefined, customerName: string): void {
  const said = useRef<number | null>(null)
  useEffect(() => {
    const last = thread?.items.at(-1)
    if (!last || thread?.hasLater) return
    const isNew = said.current !== null && last.seq > said.current
    said.current = last.seq
    if (isNew && last.author.kind === 'customer') announce(`${customerName}: ${last.text.slice(0, announcedLength)}`)
  }, [thread, customerName])
}

function ThreadSkeleton(): ReactNode {
  const t = useT()
  const isLate = useLater(true)
  return (
    <output className={styles.skeleton} aria-busy="true" aria-label={t('common.loading')}>
      {isLate && [0, 1, 2, 3].map((i) => <i key={i} />)}
    </output>
  )
}

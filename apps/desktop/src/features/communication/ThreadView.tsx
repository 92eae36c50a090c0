import type { ActivityDetails } from '@care/contract'
import { useQuery, useQueryClient } from '@tanstack/react-query'
import Button from '@mui/material/Button'
import { ArrowDown } from 'lucide-react'
import { useEffect, useMemo, useRef, useState, type ReactNode } from 'react'
import { announce } from '../../shared/announce.ts'
import { useComments } from '../../shared/entities/comments.ts'
import { loadEarlier, threadQuery, type Thread } from '../../shared/entities/messages.ts'
import { useLater } from '../../shared/hooks/useLater.ts'
import { useT } from '../../shared/i18n/I18nProvider.tsx'
import { scrolledByKeys } from '../../shared/ui/scrolled-by-keys.ts'
import { ErrorState } from '../../shared/ui/states.tsx'
import { useOutboxOf } from './outbox/outbox.ts'
import { ThreadRow } from './ThreadRow.tsx'
import { rowsOf, type Row } from './thread-rows.ts'
import styles from './thread.module.css'
import { Typists } from './Typists.tsx'
import { useFollow } from './useFollow.ts'
import { useReadMarks } from './useReadMarks.ts'

/** Rows nearer to the end than this are always drawn; those before only when they come into sight. */
const nearRows = 80
const loadWhenAbovePx = 500

/** The messages and comments of one activity. Remounted for another activity (key). */
export function ThreadView({
  activityId,
  activity,
}: {
  activityId: string
  activity: ActivityDetails | undefined
}): ReactNode {
  const t = useT()
  const client = useQueryClient()
  const query = useQuery(threadQuery(client, activityId))
  const comments = useComments(activityId).data?.items
  const pending = useOutboxOf(activityId)
  const thread = query.data
  const newAfterSeq = useNewAfter(thread)
  const rows = useMemo(
    () => rowsOf({ activity, thread, comments: comments ?? [], pending, newAfterSeq }),
    [activity, thread, comments, pending, newAfterSeq],
  )
  const follow = useFollow(activityId, rows.length, thread?.items[0]?.id, thread !== undefined)
  useReadMarks(activityId, thread, follow.isAtEnd, activity?.abilities.reply ?? false)
  const unseen = useUnseen(thread, follow.isAtEnd)
  const customerName = activity?.customer.name || t('common.unknownCustomer')
  useAnnounceNew(thread, customerName)
  const { log, onScroll, toEnd } = follow
  // What one has just written oneself is looked at, wherever one was.
  useEffect(() => {
    if (pending.length > 0) toEnd()
  }, [pending.length, toEnd])

  if (!thread && query.isError)
    return <ErrorState title={t('communication.failed')} onRetry={() => void query.refetch()} />
  if (!thread) return <ThreadSkeleton />
  const earlier = (): void => void loadEarlier(client, activityId).catch(() => undefined)
  const onLogScroll = (): void => {
    onScroll()
    if (thread.hasEarlier && (log.current?.scrollTop ?? 0) < loadWhenAbovePx) earlier()
  }
  return (
    <div className={styles.frame}>
      <div
        ref={log}
        className={styles.log}
        role="log"
        aria-label={t('communication.messages')}
        aria-live="off"
        {...scrolledByKeys}
        onScroll={onLogScroll}
      >
        <div className={styles.rows}>
          {thread.hasEarlier && (
            <Button size="small" sx={{ alignSelf: 'center' }} onClick={earlier}>
              {t('communication.earlier')}
            </Button>
          )}
          {rows.map((row, i) => (
            <ThreadRow
              key={keyOf(row)}
              row={row}
              marks={thread.marks}
              isFar={i < rows.length - nearRows}
              customerName={customerName}
            />
          ))}
        </div>
      </div>
      <Typists activityId={activityId} customerName={customerName} />
      {unseen > 0 && (
        <button type="button" className={styles.pill} onClick={toEnd}>
          <ArrowDown size={14} aria-hidden="true" />
          {t('communication.newMessages', { n: unseen })}
        </button>
      )}
    </div>
  )
}

/** A pending message keeps its place in the tree when it becomes a real one. */
const keyOf = (row: Row): string => (row.kind === 'message' ? row.message.clientMessageId : row.key)

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
  const last = thread?.items.at(-1)?.seq ?? 0
  if (isAtEnd && seen !== last) setSeen(last)
  if (isAtEnd || seen === 0) return 0
  return thread?.items.filter(({ seq, author }) => seq > seen && author.kind === 'customer').length ?? 0
}

const announcedLength = 120

function useAnnounceNew(thread: Thread | undefined, customerName: string): void {
  const said = useRef<number | null>(null)
  useEffect(() => {
    const last = thread?.items.at(-1)
    if (!last) return
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

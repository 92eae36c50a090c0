import type { QuickReply } from '@care/contract'
import Button from '@mui/material/Button'
import { Paperclip } from 'lucide-react'
import type { KeyboardEvent, ReactNode } from 'react'
import { errorText } from '../../shared/error-text.ts'
import { useT } from '../../shared/i18n/I18nProvider.tsx'
import { EmptyState, ErrorState, SkeletonLines } from '../../shared/ui/states.tsx'
import type { useReplies } from './api.ts'
import { newKey, useReplyDrafts } from './editor-store.ts'
import styles from './quick-replies.module.css'

interface ReplyListProps {
  replies: ReturnType<typeof useReplies>
  items: readonly QuickReply[]
  openId: string | null
  isFiltered: boolean
  onOpen: (reply: QuickReply) => void
  onAdd: () => void
}

/** What was found; arrows go from row to row. */
export function ReplyList({ replies, items, openId, isFiltered, onOpen, onAdd }: ReplyListProps): ReactNode {
  const t = useT()
  const hasNew = useReplyDrafts(({ drafts }) => newKey in drafts)
  if (replies.isPending) return <SkeletonLines lines={6} />
  if (!replies.data)
    return (
      <ErrorState
        title={t('quickReplies.failed')}
        text={errorText(t, replies.error)}
        onRetry={() => void replies.refetch()}
      />
    )
  if (items.length === 0)
    return isFiltered ? (
      <EmptyState title={t('quickReplies.nothingFound')} />
    ) : (
      <EmptyState
        title={t('quickReplies.none')}
        text={t('quickReplies.noneText')}
        action={
          <Button variant="contained" size="small" onClick={onAdd}>
            {t('quickReplies.add')}
          </Button>
        }
      />
    )
  const onKeyDown = (event: KeyboardEvent<HTMLElement>): void => {
    const step = { ArrowDown: 1, ArrowUp: -1 }[event.key]
    if (step === undefined || !(event.target instanceof HTMLElement)) return
    const rows = [...event.currentTarget.querySelectorAll<HTMLElement>('[data-row]')]
    const next = rows[rows.indexOf(event.target) + step]
    if (!next) return
    event.preventDefault()
    next.focus()
  }
  return (
    // oxlint-disable-next-line jsx-a11y/no-static-element-interactions -- only moves the focus between the buttons in it
    <div className={styles.scroller} onKeyDown={onKeyDown}>
      {hasNew && (
        <button type="button" className={styles.row} data-row="" onClick={onAdd}>
          <b>{t('quickReplies.add')}</b>
          <em>{t('quickReplies.notSaved')}</em>
        </button>
      )}
      <ul aria-label={t('shell.quickReplies')}>
        {items.map((reply) => (
          <li key={reply.id}>
            <Row reply={reply} isOpen={reply.id === openId} onOpen={() => onOpen(reply)} />
          </li>
        ))}
      </ul>
      {replies.hasNextPage && (
        <div className={styles.more}>
          <Button size="small" disabled={replies.isFetchingNextPage} onClick={() => void replies.fetchNextPage()}>
            {t('quickReplies.more')}
          </Button>
        </div>
      )}
    </div>
  )
}

function Row({ reply, isOpen, onOpen }: { reply: QuickReply; isOpen: boolean; onOpen: () => void }): ReactNode {
  const t = useT()
  const isDirty = useReplyDrafts(({ drafts }) => reply.id in drafts)
  return (
    <button
      type="button"
      className={styles.row}
      data-row=""
      aria-current={isOpen ? 'true' : undefined}
      onClick={onOpen}
    >
      <code>/{reply.shortcut}</code>
      <b className="ell">{reply.title}</b>
      {isDirty && <em>{t('quickReplies.notSaved')}</em>}
      {reply.attachments.length > 0 && <Paperclip size={14} aria-hidden="true" />}
      <span className={styles.rowGroup}>{reply.group}</span>
      <span className={styles.rowLanguages}>{Object.keys(reply.texts).join(' ')}</span>
      <span className={`${styles.rowUses ?? ''} num`} title={t('quickReplies.used', { n: reply.uses })}>
        {reply.uses}
      </span>
      <span className={styles.rowWhose}>
        {reply.ownerId === null ? t('quickReplies.shared') : t('quickReplies.own')}
      </span>
    </button>
  )
}

import type { Comment, Message } from '@care/contract'
import { messageChangeMs } from '@care/domain'
import Button from '@mui/material/Button'
import { useQueryClient } from '@tanstack/react-query'
import { Check, CheckCheck, Clock, Lock, RefreshCw, TriangleAlert } from 'lucide-react'
import { memo, type ComponentType, type ReactNode } from 'react'
import { serverNow } from '../../shared/clock.ts'
import { isPendingComment } from '../../shared/entities/comments.ts'
import { useMe } from '../../shared/entities/me.ts'
import { useT } from '../../shared/i18n/I18nProvider.tsx'
import { useFormat } from '../../shared/i18n/useFormat.ts'
import { Avatar } from '../../shared/ui/Avatar.tsx'
import { asTyped } from '../../shared/mentions/known.ts'
import { commentText } from '../../shared/ui/comment-text.tsx'
import { withLinks } from '../../shared/ui/linkify.tsx'
import type { MailBodyProps } from '../../shared/ui/mail-slots.ts'
import { onDemand } from '../../shared/ui/on-demand.tsx'
import { Attachments } from './Attachments.tsx'
import { editItem } from './edit-item.ts'
import { discardItem, retryItem } from './outbox/outbox.ts'
import type { OutboxItem } from './outbox/make-outbox.ts'
import type { Delivery } from './thread-rows.ts'
import styles from './thread.module.css'

const MessageChange = onDemand(() => import('./MessageChange.tsx').then((file) => file.MessageChange))
const nothing = (): void => undefined

/** One message of either side. Memoised: a new one must not draw the old ones again. */
export const MessageRow = memo(function MessageRow({
  message,
  delivery,
  customerName,
  canChange,
  Mail,
}: {
  message: Message
  delivery: Delivery | null
  canChange: boolean
  Mail: ComponentType<MailBodyProps> | undefined
  /** His name of today: messages of a customer carry none, because names change. */
  customerName: string
}): ReactNode {
  const t = useT()
  const me = useMe()
  const { author } = message
  const isMine = author.kind === 'operator'
  if (author.kind === 'system') return <p className={styles.note}>{message.text}</p>
  const said = author.name || (isMine ? '' : customerName)
  const isOwn = author.id === me?.id && isMine
  const name = isOwn ? t('common.you') : said || t('common.unknownCustomer')
  const isGone = message.deletedAt !== undefined
  // How long it lasts the part itself looks at.
  const mayChange = isOwn && canChange && !isGone && serverNow() - message.createdAt < messageChangeMs
  return (
    <Article
      name={name}
      at={message.createdAt}
      isMine={isMine}
      isWide={Mail !== undefined}
      face={isMine ? undefined : { id: author.id ?? '', name }}
      state={
        isGone || (
          <>
            {message.editedAt !== undefined && <span>{t('thread.edited')}</span>}
            {/* How far it got says a live line; of a mail its outbox does. */}
            {delivery && canChange && <Ticks delivery={delivery} />}
          </>
        )
      }
      footer={mayChange && <MessageChange message={message} onClose={nothing} />}
    >
      {isGone && <em>{t('thread.deleted')}</em>}
      {Mail && !isGone ? (
        <Mail message={message} Files={Attachments} />
      ) : (
        <>
          {message.text !== '' && withLinks(message.text)}
          <Attachments files={message.attachments} />
        </>
      )}
    </Article>
  )
})

/** A comment stands yellow at its time; the customer never sees it. */
export const CommentRow = memo(function CommentRow({ comment }: { comment: Comment }): ReactNode {
  const t = useT()
  const me = useMe()
  const name = comment.author.id === me?.id ? t('common.you') : comment.author.name
  return (
    <Article
      kind="comment"
      name={name}
      at={comment.createdAt}
      isMine
      state={isPendingComment(comment) ? <Clock size={14} aria-label={t('thread.sending')} /> : null}
    >
      {commentText(comment, me?.id)}
    </Article>
  )
})

/** Written here and not yet with the server: a clock, or what was refused with what to do about it. */
export const PendingRow = memo(function PendingRow({ item }: { item: OutboxItem }): ReactNode {
  const t = useT()
  const isRefused = item.state === 'refused'
  const state = isRefused ? (
    <>
      <TriangleAlert size={14} aria-hidden="true" /> {t('thread.notSent')}
    </>
  ) : (
    <>
      <Clock size={14} aria-hidden="true" /> {t('thread.sending')}
    </>
  )
  return (
    <Article
      kind={item.kind}
      name={t('common.you')}
      at={item.createdAt}
      isMine
      state={state}
      status={item.state}
      footer={isRefused && <Decide item={item} />}
    >
      {item.kind === 'comment' ? asTyped(item.activityId, item.text) : item.text}
      <Attachments files={item.attachments} />
    </Article>
  )
})

function Decide({ item }: { item: OutboxItem }): ReactNode {
  const t = useT()
  const client = useQueryClient()
  return (
    <div className={styles.decide} role="alert">
      <span style={{ flexBasis: '100%' }}>{t(`errors.${item.code ?? 'INTERNAL'}`)}</span>
      {item.later?.map(({ id, author, text }) => (
        <blockquote key={id} className={styles.later}>
          <b>{author.name}</b> {text}
        </blockquote>
      ))}
      <Button
        size="small"
        variant="outlined"
        color="inherit"
        startIcon={<RefreshCw size={14} />}
        onClick={() => retryItem(item.id)}
      >
        {t(item.later ? 'thread.sendAnyway' : 'thread.retry')}
      </Button>
      <Button size="small" color="inherit" onClick={() => editItem(client, item)}>
        {t('thread.edit')}
      </Button>
      <Button size="small" color="inherit" onClick={() => discardItem(item.id)}>
        {t('thread.discard')}
      </Button>
    </div>
  )
}

interface ArticleProps {
  kind?: 'message' | 'comment'
  name: string
  at: number
  isMine: boolean
  /** It has lines of its own breadth. */
  isWide?: boolean
  face?: { id: string; name: string } | undefined
  state?: ReactNode
  status?: 'waiting' | 'refused'
  footer?: ReactNode
  children: ReactNode
}

function Article({
  kind = 'message',
  name,
  at,
  isMine,
  isWide,
  face,
  state,
  status,
  footer,
  children,
}: ArticleProps): ReactNode {
  const t = useT()
  const format = useFormat()
  const time = format.time(at)
  const label = kind === 'comment' ? t('thread.commentBy', { name, time }) : t('thread.messageBy', { name, time })
  return (
    <article
      className={styles.message}
      aria-label={label}
      data-kind={kind}
      data-mine={isMine || undefined}
      data-wide={isWide || undefined}
      data-waiting={status === 'waiting' || undefined}
      data-refused={status === 'refused' || undefined}
    >
      <div className={styles.who}>
        <b>
          {kind === 'comment' && (
            <>
              <Lock size={12} aria-hidden="true" /> {t('communication.comment')}
            </>
          )}
          {kind === 'message' && name}
        </b>
        {kind === 'comment' && <span>{name}</span>}
        <time dateTime={new Date(at).toISOString()} title={format.dateTime(at)}>
          {time}
        </time>
        {state}
      </div>
      {face && (
        <span className={styles.face}>
          <Avatar id={face.id} name={face.name} size={28} />
        </span>
      )}
      <div className={styles.bubble} data-said="">
        {children}
      </div>
      {footer}
    </article>
  )
}

function Ticks({ delivery }: { delivery: Delivery }): ReactNode {
  const t = useT()
  const words = {
    sent: t('thread.sent'),
    delivered: t('thread.delivered'),
    read: t('thread.read'),
  }
  const Icon = delivery === 'sent' ? Check : CheckCheck
  return (
    <span className={styles.ticks} data-read={delivery === 'read' || undefined} title={words[delivery]}>
      <Icon size={14} aria-hidden="true" />
      {delivery === 'read' ? words.read : <span className="sr">{words[delivery]}</span>}
    </span>
  )
}

import type { Attachment, Comment, Message } from '@care/contract'
import Button from '@mui/material/Button'
import { Check, CheckCheck, Clock, Download, FileText, Lock, RefreshCw, TriangleAlert } from 'lucide-react'
import { memo, type ReactNode } from 'react'
import { urlOf } from '../../shared/api/client.ts'
import { isPendingComment } from '../../shared/entities/comments.ts'
import { useMe } from '../../shared/entities/me.ts'
import { useT } from '../../shared/i18n/I18nProvider.tsx'
import { useFormat } from '../../shared/i18n/useFormat.ts'
import { Avatar } from '../../shared/ui/Avatar.tsx'
import { commentText } from '../../shared/ui/comment-text.tsx'
import { withLinks } from '../../shared/ui/linkify.tsx'
import { editItem } from './edit-item.ts'
import { discardItem, retryItem } from './outbox/outbox.ts'
import type { OutboxItem } from './outbox/make-outbox.ts'
import type { Delivery } from './thread-rows.ts'
import styles from './thread.module.css'

/** One message of either side. Memoised: a new one must not draw the old ones again. */
export const MessageRow = memo(function MessageRow({
  message,
  delivery,
  isFar,
  customerName,
}: {
  message: Message
  delivery: Delivery | null
  isFar: boolean
  /** His name of today: messages of a customer carry none, because names change. */
  customerName: string
}): ReactNode {
  const t = useT()
  const me = useMe()
  const { author } = message
  const isMine = author.kind === 'operator'
  if (author.kind === 'system') return <p className={styles.note}>{message.text}</p>
  const said = author.name || (isMine ? '' : customerName)
  const name = author.id === me?.id && isMine ? t('common.you') : said || t('common.unknownCustomer')
  return (
    <Article
      name={name}
      at={message.createdAt}
      isMine={isMine}
      isFar={isFar}
      face={isMine ? undefined : { id: author.id ?? '', name }}
      state={delivery && <Ticks delivery={delivery} />}
    >
      {message.text !== '' && withLinks(message.text)}
      <Files files={message.attachments} />
    </Article>
  )
})

/** A comment stands yellow at its time; the customer never sees it. */
export const CommentRow = memo(function CommentRow({
  comment,
  isFar,
}: {
  comment: Comment
  isFar: boolean
}): ReactNode {
  const t = useT()
  const me = useMe()
  const name = comment.author.id === me?.id ? t('common.you') : comment.author.name
  return (
    <Article
      kind="comment"
      name={name}
      at={comment.createdAt}
      isMine
      isFar={isFar}
      state={isPendingComment(comment) ? <Clock size={14} aria-label={t('communication.sending')} /> : null}
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
      <TriangleAlert size={14} aria-hidden="true" /> {t('communication.notSent')}
    </>
  ) : (
    <>
      <Clock size={14} aria-hidden="true" /> {t('communication.sending')}
    </>
  )
  return (
    <Article
      kind={item.kind}
      name={t('common.you')}
      at={item.createdAt}
      isMine
      isFar={false}
      state={state}
      status={item.state}
      footer={isRefused && <Decide item={item} />}
    >
      {item.text}
      <Files files={item.attachments} />
    </Article>
  )
})

function Decide({ item }: { item: OutboxItem }): ReactNode {
  const t = useT()
  return (
    <div className={styles.decide} role="alert">
      <span style={{ flexBasis: '100%' }}>{t(`errors.${item.code ?? 'INTERNAL'}`)}</span>
      <Button
        size="small"
        variant="outlined"
        color="inherit"
        startIcon={<RefreshCw size={14} />}
        onClick={() => retryItem(item.id)}
      >
        {t('communication.retry')}
      </Button>
      <Button size="small" color="inherit" onClick={() => editItem(item)}>
        {t('communication.edit')}
      </Button>
      <Button size="small" color="inherit" onClick={() => discardItem(item.id)}>
        {t('communication.discard')}
      </Button>
    </div>
  )
}

interface ArticleProps {
  kind?: 'message' | 'comment'
  name: string
  at: number
  isMine: boolean
  isFar: boolean
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
  isFar,
  face,
  state,
  status,
  footer,
  children,
}: ArticleProps): ReactNode {
  const t = useT()
  const format = useFormat()
  const time = format.time(at)
  const label =
    kind === 'comment' ? t('communication.commentBy', { name, time }) : t('communication.messageBy', { name, time })
  return (
    <article
      className={isFar ? `${styles.message} ${styles.far}` : styles.message}
      aria-label={label}
      data-kind={kind}
      data-mine={isMine || undefined}
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
      <div className={styles.bubble}>{children}</div>
      {footer}
    </article>
  )
}

function Ticks({ delivery }: { delivery: Delivery }): ReactNode {
  const t = useT()
  const words = {
    sent: t('communication.sent'),
    delivered: t('communication.delivered'),
    read: t('communication.read'),
  }
  const Icon = delivery === 'sent' ? Check : CheckCheck
  return (
    <span className={styles.ticks} data-read={delivery === 'read' || undefined} title={words[delivery]}>
      <Icon size={14} aria-hidden="true" />
      {delivery === 'read' ? words.read : <span className="sr">{words[delivery]}</span>}
    </span>
  )
}

function Files({ files }: { files: readonly Attachment[] }): ReactNode {
  const format = useFormat()
  if (files.length === 0) return null
  return (
    <div className={styles.files}>
      {files.map((file) => {
        const href = urlOf('getFile', { params: { fileId: file.id } })
        if (file.isImage)
          return (
            <a key={file.id} href={href} target="_blank" rel="noopener noreferrer">
              <img
                className={styles.image}
                src={href}
                alt={file.name}
                width={file.width ?? 200}
                height={file.height ?? 150}
                loading="lazy"
              />
            </a>
          )
        return (
          <a key={file.id} className={styles.file} href={href} download={file.name}>
            <FileText size={16} aria-hidden="true" />
            <span>
              <b className="ell">{file.name}</b>
              <small className="num">{format.fileSize(file.size)}</small>
            </span>
            <Download size={14} aria-hidden="true" />
          </a>
        )
      })}
    </div>
  )
}

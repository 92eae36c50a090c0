import type { Attachment, Comment, Message } from '@care/contract'
import { useQueryClient } from '@tanstack/react-query'
import { File, Lock } from 'lucide-react'
import type { ReactNode } from 'react'
import { urlOf } from '../../shared/api/client.ts'
import { loadEarlierComments, useComments } from '../../shared/entities/comments.ts'
import { useActivity } from '../../shared/entities/activity.ts'
import { useMe } from '../../shared/entities/me.ts'
import { useFormat } from '../../shared/i18n/useFormat.ts'
import { useT } from '../../shared/i18n/I18nProvider.tsx'
import { commentText } from '../../shared/ui/comment-text.tsx'
import { withLinks } from '../../shared/ui/linkify.tsx'
import { LinkButton } from '../../shared/ui/Section.tsx'
import { messagesOf } from './api.ts'
import styles from './journey.module.css'

export type Said = { at: number; message: Message } | { at: number; comment: Comment }

interface Page {
  items: Message[]
  hasEarlier: boolean
  hasLater: boolean
}

/** Messages and comments in the order of time; comments of a stretch that is not loaded yet wait for it. */
export function saidIn(pages: readonly Page[], comments: readonly Comment[]): Said[] {
  const messages = messagesOf(pages)
  const from = pages[0]?.hasEarlier ? (messages[0]?.createdAt ?? 0) : 0
  const to = pages.at(-1)?.hasLater ? (messages.at(-1)?.createdAt ?? Infinity) : Infinity
  return [
    ...messages.map((message): Said => ({ at: message.createdAt, message })),
    ...comments
      .filter(({ createdAt }) => createdAt >= from && createdAt <= to)
      .map((comment): Said => ({ at: comment.createdAt, comment })),
  ].toSorted((a, b) => a.at - b.at)
}

/** What was said in an activity, with the team's comments at their times. */
export function ViewerThread({ pages, activityId }: { pages: readonly Page[]; activityId: string }): ReactNode {
  const t = useT()
  const client = useQueryClient()
  const comments = useComments(activityId).data
  const customerName = useActivity(activityId).data?.customer.name ?? ''
  const said = saidIn(pages, comments?.items ?? [])
  if (said.length === 0) return <p className={styles.empty}>{t('journey.noMessages')}</p>
  return (
    <>
      {comments?.hasEarlier && (
        <LinkButton onClick={() => void loadEarlierComments(client, activityId)}>
          {t('comments.showEarlier')}
        </LinkButton>
      )}
      {said.map((one) =>
        'message' in one ? (
          <MessageView key={one.message.id} message={one.message} customerName={customerName} />
        ) : (
          <CommentView key={one.comment.id} comment={one.comment} />
        ),
      )}
    </>
  )
}

function Head({ name, at, children }: { name: string; at: number; children?: ReactNode }): ReactNode {
  const format = useFormat()
  return (
    <div className={styles.saidHead}>
      {children}
      <b>{name}</b>
      <time dateTime={new Date(at).toISOString()} title={format.dateTime(at)}>
        {format.time(at)}
      </time>
    </div>
  )
}

/** Messages of the customer carry no name: he may be called otherwise by now. */
function MessageView({ message, customerName }: { message: Message; customerName: string }): ReactNode {
  const t = useT()
  const format = useFormat()
  const me = useMe()
  const { author, createdAt } = message
  if (author.kind === 'system') {
    return (
      <p className={styles.system} dir="auto">
        {message.text} <time>{format.time(createdAt)}</time>
      </p>
    )
  }
  const said = author.name || (author.kind === 'customer' ? customerName : '')
  const isMe = author.id !== null && author.id === me?.id
  const name = isMe ? t('common.you') : said || t('common.unknownCustomer')
  return (
    <article className={styles.said} data-by={author.kind} aria-label={`${name}, ${format.time(createdAt)}`}>
      <Head name={name} at={createdAt} />
      <div className={styles.bubble} dir="auto">
        {message.deletedAt === undefined ? withLinks(message.text) : <em>{t('thread.deleted')}</em>}
        {message.attachments.map((file) => (
          <FileLink key={file.id} file={file} />
        ))}
      </div>
    </article>
  )
}

function FileLink({ file }: { file: Attachment }): ReactNode {
  const format = useFormat()
  const href = urlOf('getFile', { params: { fileId: file.id } })
  return (
    <a className={styles.file} href={href} target="_blank" rel="noopener noreferrer">
      {file.isImage ? (
        <img src={href} alt="" width={56} height={40} loading="lazy" />
      ) : (
        <File size={16} aria-hidden="true" />
      )}
      <span>
        <span className={styles.fileName}>{file.name}</span>
        <small>{format.fileSize(file.size)}</small>
      </span>
    </a>
  )
}

function CommentView({ comment }: { comment: Comment }): ReactNode {
  const t = useT()
  const format = useFormat()
  const me = useMe()
  const name = comment.author.id === me?.id ? t('common.you') : comment.author.name
  return (
    <article
      className={styles.said}
      data-by="comment"
      aria-label={`${t('journey.comment')}, ${name}, ${format.time(comment.createdAt)}`}
    >
      <Head name={name} at={comment.createdAt}>
        <Lock size={12} aria-hidden="true" />
        <span>{t('journey.comment')}</span>
      </Head>
      <div className={styles.bubble} dir="auto">
        {commentText(comment)}
      </div>
    </article>
  )
}

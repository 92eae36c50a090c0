import type { Comment } from '@care/contract'
import { Clock } from 'lucide-react'
import type { ReactNode } from 'react'
import { isPendingComment } from '../../shared/entities/comments.ts'
import { useMe } from '../../shared/entities/me.ts'
import { shortTime } from '../../shared/format/short-time.ts'
import { useTick } from '../../shared/hooks/useTick.ts'
import { useFormat } from '../../shared/i18n/useFormat.ts'
import { useT } from '../../shared/i18n/I18nProvider.tsx'
import { Avatar } from '../../shared/ui/Avatar.tsx'
import { commentText } from '../../shared/ui/comment-text.tsx'
import { stopWhereItScrolls } from '../../shared/ui/scrolled-by-keys.ts'
import styles from './comments.module.css'

/** One comment: who, when, and the words as plain text. */
export function CommentItem({ comment }: { comment: Comment }): ReactNode {
  const t = useT()
  const format = useFormat()
  const me = useMe()
  const time = useTick((now) => shortTime(format, comment.createdAt, now))
  const name = comment.author.id === me?.id ? t('common.you') : comment.author.name
  return (
    <li className={styles.item} data-comment={comment.id} tabIndex={-1}>
      <Avatar id={comment.author.id} name={comment.author.name} size={24} />
      <div>
        <div className={styles.head}>
          <b>{name}</b>{' '}
          <time dateTime={new Date(comment.createdAt).toISOString()} title={format.dateTime(comment.createdAt)}>
            {time}
          </time>
          {isPendingComment(comment) && (
            <span title={t('comments.sending')}>
              <Clock size={12} aria-hidden="true" />
              <span className="sr">{t('comments.sending')}</span>
            </span>
          )}
        </div>
        <p className={styles.text} dir="auto" ref={stopWhereItScrolls}>
          {commentText(comment, me?.id)}
        </p>
      </div>
    </li>
  )
}

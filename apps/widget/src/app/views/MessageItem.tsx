import type { Attachment, Marks, Message } from '@care/contract'
import { formatDateTime, formatTime } from '@care/i18n/format'
import { useMemo } from 'preact/hooks'
import type { OutboxItem } from '../chat/outbox.ts'
import { progressOf } from '../chat/thread.ts'
import { failureText } from '../failure.ts'
import { linkify } from '../linkify.ts'
import { AttachmentCard } from './AttachmentCard.tsx'
import { useWidget } from './context.ts'
import { Icon } from './icons.tsx'

interface ItemProps {
  message: Message
  marks: Marks | undefined
  isEnd: boolean
}

/** One message of either side; a system line stands in the middle. */
export function MessageItem({ message, marks, isEnd }: ItemProps) {
  const { t } = useWidget()
  const { author, createdAt } = message
  if (message.deletedAt) return <p class="ws">{t('thread.deleted')}</p>
  if (author.kind === 'system') return <p class="ws">{message.text}</p>
  const isMine = author.kind === 'customer'
  const time = formatTime(t.language, createdAt)
  const progress = isMine && marks ? progressOf(message.seq, marks) : null
  return (
    <article
      class={isMine ? 'm me' : 'm'}
      aria-label={t('thread.said', { name: isMine ? t('thread.you') : author.name, time })}
    >
      <Said text={message.text} attachments={message.attachments} />
      {(isEnd || message.editedAt) && (
        <div class="wt">
          <time dateTime={new Date(createdAt).toISOString()} title={formatDateTime(t.language, createdAt)}>
            {isMine ? time : t('thread.said', { name: author.name, time })}
          </time>
          {message.editedAt && <span>{t('thread.edited')}</span>}
          {progress && <Icon name={progress === 'sent' ? 'check' : 'checks'} />}
          {progress && <span>{t(`mark.${progress}`)}</span>}
        </div>
      )}
    </article>
  )
}

/** A message on its way, or one that the server refused with its way out. */
export function PendingItem({ item }: { item: OutboxItem }) {
  const { t, retrySend, discard } = useWidget()
  const time = formatTime(t.language, item.createdAt)
  return (
    <article class="m me" aria-label={t('thread.said', { name: t('thread.you'), time })}>
      <Said text={item.text} attachments={item.attachments} />
      {item.refused === null ? (
        <div class="wt">
          <time>{time}</time>
          <Icon name="clock" />
          <span>{t('mark.sending')}</span>
        </div>
      ) : (
        <div class="wt bad" role="alert">
          <Icon name="alert" />
          <span>
            {t('mark.notSent')}. {failureText(t, item.refused)}
          </span>
          <button type="button" class="link" onClick={() => retrySend(item.clientMessageId)}>
            {t('mark.retry')}
          </button>
          <button type="button" class="link" onClick={() => discard(item.clientMessageId)}>
            {t('mark.discard')}
          </button>
        </div>
      )}
    </article>
  )
}

/** What was said: always drawn as text, so markup in it is shown and never run; direction by its own letters. */
function Said({ text, attachments }: { text: string; attachments: Attachment[] }) {
  const pieces = useMemo(() => linkify(text), [text])
  return (
    <>
      {text !== '' && (
        <div class="b" dir="auto">
          {pieces.map((piece, index) =>
            piece.href ? (
              <a key={index} href={piece.href} target="_blank" rel="noopener noreferrer nofollow">
                {piece.text}
              </a>
            ) : (
              piece.text
            ),
          )}
        </div>
      )}
      {attachments.map((attachment) => (
        <AttachmentCard key={attachment.id} attachment={attachment} />
      ))}
    </>
  )
}

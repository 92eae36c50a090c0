import { limits } from '@care/domain'
import { Clock, SendHorizontal } from 'lucide-react'
import { useId, useLayoutEffect, useRef, useState, type ReactNode } from 'react'
import { errorText } from '../../shared/error-text.ts'
import { useStoredText } from '../../shared/hooks/useStoredText.ts'
import { useT } from '../../shared/i18n/I18nProvider.tsx'
import { asTyped, withMentions } from '../../shared/mentions/known.ts'
import { Mentions } from '../../shared/mentions/Mentions.tsx'
import styles from './comments.module.css'
import { RefusedMentions, refusedMentions } from './RefusedMentions.tsx'
import { useCommentQueue } from './useCommentQueue.ts'

/** From so many characters before the limit on, those left are counted. */
const nearLimit = 500
const maxHeight = 160

/** Writes a comment: Enter sends, Shift+Enter begins a line. The draft is kept per activity. */
export function CommentForm({ activityId, requestId }: { activityId: string; requestId: string }): ReactNode {
  const t = useT()
  const [text, setText] = useStoredText(`care.comment.${activityId}`)
  const [refusal, setRefusal] = useState<unknown>(null)
  const field = useRef<HTMLTextAreaElement>(null)
  const problemId = useId()
  const queue = useCommentQueue(activityId, requestId, (comment, error) => {
    setRefusal(error)
    setText([asTyped(activityId, comment.text), field.current?.value].filter(Boolean).join('\n'))
  })
  const left = limits.comment - text.trim().length
  const send = (): void => {
    if (text.trim() === '' || left < 0) return
    setRefusal(null)
    setText('')
    queue.send(withMentions(activityId, text.trim()))
  }
  useLayoutEffect(() => {
    const area = field.current
    if (!area) return
    // Grows with its text up to some lines, then scrolls.
    area.style.height = 'auto'
    area.style.height = `${Math.min(area.scrollHeight + 2, maxHeight)}px`
  }, [text])
  const refused = refusedMentions(refusal)
  const problem = left < 0 ? t('common.charactersOver', { n: -left }) : refusal === null ? null : errorText(t, refusal)
  return (
    <form
      className={styles.form}
      onSubmit={(event) => {
        event.preventDefault()
        send()
      }}
    >
      {queue.waiting.length > 0 && (
        <ul className={styles.waiting}>
          {queue.waiting.map((comment) => (
            <li key={comment.clientCommentId} dir="auto">
              <span title={t('common.notSentYet')}>
                <Clock size={12} aria-hidden="true" />
                <span className="sr">{t('common.notSentYet')}</span>
              </span>
              {asTyped(activityId, comment.text)}
            </li>
          ))}
        </ul>
      )}
      <Mentions field={field} activityId={activityId} text={text} onChange={setText} />
      <div className={styles.field}>
        <textarea
          ref={field}
          rows={1}
          dir="auto"
          value={text}
          aria-label={t('comments.add')}
          placeholder={t('comments.add')}
          aria-invalid={problem !== null}
          aria-describedby={problem === null ? undefined : problemId}
          onChange={(event) => {
            setRefusal(null)
            setText(event.target.value)
          }}
          onKeyDown={(event) => {
            if (event.key !== 'Enter' || event.shiftKey || event.nativeEvent.isComposing) return
            event.preventDefault()
            send()
          }}
        />
        {text.trim() !== '' && (
          <button type="submit" aria-label={t('comments.send')} title={t('comments.send')} disabled={left < 0}>
            <SendHorizontal size={14} aria-hidden="true" />
          </button>
        )}
      </div>
      {refused.length > 0 ? (
        <RefusedMentions activityId={activityId} people={refused} onSend={send} />
      ) : problem !== null ? (
        <p id={problemId} role="alert" className={styles.problem}>
          {problem}
        </p>
      ) : (
        left < nearLimit && <p className={styles.left}>{t('common.charactersLeft', { n: left })}</p>
      )}
    </form>
  )
}

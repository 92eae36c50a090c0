import type { Message } from '@care/contract'
import { limits, messageChangeMs } from '@care/domain'
import Button from '@mui/material/Button'
import IconButton from '@mui/material/IconButton'
import { useMutation, useQueryClient } from '@tanstack/react-query'
import { Pencil, Trash2 } from 'lucide-react'
import { useState, type KeyboardEvent, type ReactNode } from 'react'
import { isApiError } from '@care/client'
import { call } from '../../shared/api/client.ts'
import { putMessage } from '../../shared/entities/messages.ts'
import { errorText } from '../../shared/error-text.ts'
import { useTick } from '../../shared/hooks/useTick.ts'
import { useT } from '../../shared/i18n/I18nProvider.tsx'
import { useIsOffline } from '../../shared/realtime/connection.ts'
import { focusHere } from '../../shared/ui/focus-here.ts'
import styles from './change.module.css'

/** Edit and delete at one's own message, as long as that is possible. */
export function MessageChange({ message }: { message: Message; onClose: () => void }): ReactNode {
  const t = useT()
  const isOffline = useIsOffline()
  const [doing, setDoing] = useState<'edit' | 'delete' | null>(null)
  const isOver = useTick((now) => now - message.createdAt >= messageChangeMs)
  const close = (): void => setDoing(null)
  // What is being written stays even when its time is over: the server says so, and the words can be copied.
  if (doing === 'edit') return <Edit message={message} onClose={close} />
  if (doing === 'delete') return <Delete message={message} onClose={close} />
  if (isOver) return null
  return (
    <div className={styles.actions}>
      {message.text !== '' && (
        <IconButton
          size="small"
          disabled={isOffline}
          aria-label={t('thread.editMessage')}
          title={t('thread.editMessage')}
          onClick={() => setDoing('edit')}
        >
          <Pencil size={13} />
        </IconButton>
      )}
      <IconButton
        size="small"
        disabled={isOffline}
        aria-label={t('thread.deleteMessage')}
        title={t('thread.deleteMessage')}
        onClick={() => setDoing('delete')}
      >
        <Trash2 size={13} />
      </IconButton>
    </div>
  )
}

/** Changes the message on the server and in the thread; words of why not. */
function useChange(message: Message, onDone: () => void) {
  const t = useT()
  const client = useQueryClient()
  const params = { activityId: message.activityId, messageId: message.id }
  const change = useMutation({
    mutationFn: (text: string | null) =>
      text === null ? call('deleteMessage', { params }) : call('editMessage', { params, body: { text } }),
    onSuccess: (changed) => {
      putMessage(client, changed)
      onDone()
    },
  })
  const isLate = isApiError(change.error) && change.error.code === 'NOT_ALLOWED_NOW'
  const problem = change.error && (isLate ? t('thread.changeTooLate') : errorText(t, change.error))
  return { change, problem }
}

function Edit({ message, onClose }: { message: Message; onClose: () => void }): ReactNode {
  const t = useT()
  const [text, setText] = useState(message.text)
  const { change, problem } = useChange(message, onClose)
  const isEmpty = text.trim() === '' && message.attachments.length === 0
  const isLong = text.length > limits.message
  const save = (): void => {
    if (!isEmpty && !isLong && !change.isPending) change.mutate(text)
  }
  const onKeyDown = (event: KeyboardEvent): void => {
    if (event.nativeEvent.isComposing) return
    if (event.key === 'Escape') {
      event.stopPropagation()
      onClose()
    } else if (event.key === 'Enter' && (event.ctrlKey || event.metaKey)) {
      event.preventDefault()
      save()
    }
  }
  return (
    <form
      className={styles.edit}
      onSubmit={(event) => {
        event.preventDefault()
        save()
      }}
    >
      <textarea
        // oxlint-disable-next-line jsx-a11y/no-autofocus -- one has just asked to write here
        autoFocus
        rows={Math.min(8, text.split('\n').length + 1)}
        value={text}
        aria-label={t('thread.editMessage')}
        aria-invalid={isLong}
        onChange={(event) => setText(event.target.value)}
        onKeyDown={onKeyDown}
      />
      {isLong && <p role="alert">{t('common.charactersOver', { n: text.length - limits.message })}</p>}
      {problem && <p role="alert">{problem}</p>}
      <span>
        <Button size="small" onClick={onClose}>
          {t('common.cancel')}
        </Button>
        <Button size="small" type="submit" variant="contained" disabled={isEmpty || isLong || change.isPending}>
          {t('common.save')}
        </Button>
      </span>
    </form>
  )
}

function Delete({ message, onClose }: { message: Message; onClose: () => void }): ReactNode {
  const t = useT()
  const { change, problem } = useChange(message, onClose)
  return (
    <fieldset className={styles.edit} aria-label={t('thread.deleteMessage')}>
      <p role={problem ? 'alert' : undefined}>{problem ?? t('thread.deleteForBoth')}</p>
      <span>
        <Button size="small" onClick={onClose} ref={focusHere}>
          {t('common.cancel')}
        </Button>
        <Button
          size="small"
          variant="contained"
          color="error"
          disabled={change.isPending}
          onClick={() => change.mutate(null)}
        >
          {t('thread.delete')}
        </Button>
      </span>
    </fieldset>
  )
}

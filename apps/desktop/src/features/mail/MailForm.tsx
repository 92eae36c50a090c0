import { isApiError, newKey } from '@care/client'
import type { ActivityDetails } from '@care/contract'
import { limits } from '@care/domain'
import Button from '@mui/material/Button'
import TextField from '@mui/material/TextField'
import { useState, type FormEvent, type KeyboardEvent, type ReactNode } from 'react'
import { draftKey, setDraft, useDrafts } from '../../shared/drafts/drafts.ts'
import { useCustomer } from '../../shared/entities/customer.ts'
import { errorText } from '../../shared/error-text.ts'
import { useT } from '../../shared/i18n/I18nProvider.tsx'
import { useIsOffline } from '../../shared/realtime/connection.ts'
import { focusHere } from '../../shared/ui/focus-here.ts'
import { Key } from '../../shared/ui/marks.tsx'
import { showToast } from '../../shared/ui/toast.tsx'
import { openTask } from '../../shared/workspace/open-task.ts'
import { useAnswerByMail, useMailChange, useMails } from './api.ts'
import styles from './mail.module.css'

interface MailFormProps {
  activity: ActivityDetails
  onClose: () => void
}

const mailForm = /^[^\s@,;]+@[^\s@,;]+\.[^\s@,;]+$/

/** To whom, about what, and the words: those that were begun as a reply in the chat are there already. */
export function MailForm({ activity, onClose }: MailFormProps): ReactNode {
  const t = useT()
  const isOffline = useIsOffline()
  const { request } = activity
  const customer = useCustomer(activity.customer.id).data
  const isSetUp = useMails(activity.id).data?.pages[0]?.isSetUp
  const text = useDrafts(({ drafts }) => drafts[draftKey(activity.id, 'reply')] ?? '')
  const [typedTo, setTypedTo] = useState<string | null>(null)
  const [subject, setSubject] = useState(`${request.title} [REQ-${request.number}]`.slice(-limits.requestTitle))
  const [hasTried, setHasTried] = useState(false)
  const [key] = useState(newKey)
  const { send, isPending, error } = useSend(activity, text)
  const to = typedTo ?? customer?.email ?? ''
  const problems = {
    to: mailForm.test(to.trim()) ? null : t('mail.toNeeded'),
    subject: subject.trim() === '' ? t('mail.subjectNeeded') : null,
    text: text.trim() === '' ? t('mail.textNeeded') : null,
  }
  const isTooLong = text.length > limits.message
  const submit = (event?: FormEvent): void => {
    event?.preventDefault()
    setHasTried(true)
    if (isPending || isOffline || isTooLong || Object.values(problems).some((problem) => problem !== null)) return
    send({ to: to.trim(), subject: subject.trim(), text, clientMessageId: key })
  }
  const onKeyDown = (event: KeyboardEvent): void => {
    if (event.nativeEvent.isComposing) return
    if (event.key === 'Enter' && (event.ctrlKey || event.metaKey)) submit()
    else if (event.key === 'Escape') onClose()
    else return
    event.preventDefault()
  }
  const shown = (field: keyof typeof problems): string | null => (hasTried ? problems[field] : null)
  return (
    <form className={styles.form} aria-label={t('mail.answer')} noValidate onSubmit={submit}>
      <div className={styles.pair}>
        <TextField
          size="small"
          label={t('mail.to')}
          value={to}
          error={shown('to') !== null}
          helperText={shown('to')}
          onChange={(event) => setTypedTo(event.target.value)}
          slotProps={{ htmlInput: { type: 'email', maxLength: limits.email, autoComplete: 'off', dir: 'ltr' } }}
        />
        <TextField
          size="small"
          label={t('mail.subject')}
          value={subject}
          error={shown('subject') !== null}
          helperText={shown('subject')}
          onChange={(event) => setSubject(event.target.value)}
          slotProps={{ htmlInput: { maxLength: limits.requestTitle, dir: 'auto' } }}
        />
      </div>
      <TextField
        size="small"
        label={t('mail.text')}
        value={text}
        multiline
        minRows={3}
        maxRows={10}
        inputRef={focusHere}
        onKeyDown={onKeyDown}
        error={isTooLong || shown('text') !== null}
        helperText={isTooLong ? t('common.tooLong', { n: limits.message }) : shown('text')}
        onChange={(event) => setDraft(activity.id, 'reply', event.target.value)}
        slotProps={{ htmlInput: { dir: 'auto' } }}
      />
      {error && (
        <p role="alert" className={styles.problem}>
          {isApiError(error) && error.details.problem === 'CUSTOMER_HERE' ? t('mail.isBack') : errorText(t, error)}
        </p>
      )}
      <div className={styles.foot}>
        <span>{isSetUp === false ? t('mail.notSetUp') : ''}</span>
        <Button size="small" variant="text" color="inherit" onClick={onClose}>
          {t('common.cancel')}
        </Button>
        <Button
          size="small"
          type="submit"
          variant="contained"
          disabled={isPending || isOffline}
          endIcon={<Key on="primary" of="Ctrl+Enter" />}
        >
          {t('mail.send')}
        </Button>
      </div>
    </form>
  )
}

/** Sends and leads to the mail in the same pane; undo takes it out of the outbox and gives the words back. */
function useSend(activity: ActivityDetails, text: string) {
  const t = useT()
  const answer = useAnswerByMail(activity.id)
  const cancel = useMailChange('cancelMail')
  const undo = (mailId: string): void =>
    void cancel.mutateAsync(mailId).then(
      () => {
        setDraft(activity.id, 'reply', text)
        openTask(activity.id)
      },
      (error: unknown) => showToast(errorText(t, error)),
    )
  return {
    isPending: answer.isPending,
    error: answer.error,
    // The form goes with its answer, and callbacks of `mutate` with it.
    send: (body: Parameters<typeof answer.mutate>[0]): void =>
      void answer.mutateAsync(body).then(
        ({ activity: sent, mail }) => {
          setDraft(activity.id, 'reply', '')
          openTask(sent.id)
          showToast(t('mail.queued', { to: mail.to[0]?.address ?? '' }), { undo: () => undo(mail.id) })
        },
        () => undefined,
      ),
  }
}

import { newKey } from '@care/client'
import type { Mail } from '@care/contract'
import { limits } from '@care/domain'
import type { DesktopT } from '@care/i18n/desktop'
import TextField from '@mui/material/TextField'
import { useEffect, useReducer, useRef, useState, type KeyboardEvent, type ReactNode } from 'react'
import { draftKey, getDraft, useDrafts } from '../../shared/drafts/drafts.ts'
import { useCustomer } from '../../shared/entities/customer.ts'
import { errorText } from '../../shared/error-text.ts'
import { useT } from '../../shared/i18n/I18nProvider.tsx'
import { lookAs } from '../../shared/realtime/looking.ts'
import { useIsOffline } from '../../shared/realtime/connection.ts'
import type { MailWriterProps, SendWay } from '../../shared/ui/mail-slots.ts'
import { showToast } from '../../shared/ui/toast.tsx'
import { LinkButton } from '../../shared/ui/Section.tsx'
import { useComposerFocus } from '../../shared/workspace/open-task.ts'
import { useMails, useSendMail } from './api.ts'
import { FormatBar } from './FormatBar.tsx'
import { dropLetter, keepLetter, keepSent, letterOf, type Letter } from './letter.ts'
import { LinkField } from './LinkField.tsx'
import styles from './mail.module.css'
import { NotSetUp } from './NotSetUp.tsx'
import { ReceiversField } from './ReceiversField.tsx'
import { answeredOf, receiversOf, subjectOf, withPeople, type LetterKind } from './receivers.ts'
import { RichText, type RichTextHandle } from './RichText.tsx'
import { toSend } from './safe-fragment.ts'
import { usePictures } from './usePictures.ts'

const kinds = ['reply', 'all', 'forward'] as const satisfies readonly LetterKind[]

/** Where a mail is written (row E3): to whom, about what, with looks, pictures, files; it can be taken back for 10 s. */
export function MailWriter(props: MailWriterProps): ReactNode {
  const { activity, modes, files, isUploading, onAttach, Send, request } = props
  const t = useT()
  const isOffline = useIsOffline()
  const field = useRef<RichTextHandle>(null)
  const [, look] = useReducer((n: number) => n + 1, 0)
  const [isLinking, setIsLinking] = useState(false)
  const [hasTried, setHasTried] = useState(false)
  const { letter, shown, change, mails } = useLetter(props)
  const pictures = usePictures(activity.id, field)
  const { send, isPending } = useSend(props, letter, shown)
  useFocus(field)
  useGivenBack(activity.id, letter, field)
  const problems = problemsOf(t, letter, shown, props)
  const canSend = !isPending && !isOffline && !isUploading && !pictures.isUploading
  const submit = (way: SendWay): void => {
    setHasTried(true)
    if (!canSend) return
    if (problems.to || problems.subject) return
    if (problems.text) return void field.current?.editor?.focus()
    send(way, () => {
      field.current?.editor?.setHTML('')
      setHasTried(false)
    })
  }
  const onKeyDown = (event: KeyboardEvent): void => {
    if (event.nativeEvent.isComposing) return
    if (event.key === 'Enter' && (event.ctrlKey || event.metaKey)) submit(event.shiftKey ? 'keep' : 'wait')
    else if (event.key === 'Escape') document.querySelector<HTMLElement>('[role=log]')?.focus()
    else return
    event.preventDefault()
    event.stopPropagation()
  }
  const signature = mails.data?.pages[0]?.signature ?? ''
  return (
    <>
      <div className={styles.modes}>
        {modes}
        <Kinds
          kind={letter.kind}
          hasMail={shown.answered !== undefined}
          onKind={(kind) => change({ ...blank, kind })}
        />
      </div>
      <Address
        letter={letter}
        shown={shown}
        problems={hasTried ? problems : {}}
        mails={mails.items}
        onChange={change}
      />
      <RichText
        ref={field}
        label={t('mail.text')}
        html={letter.html}
        onChange={(written) => change(written)}
        onPath={look}
        onPictures={pictures.add}
        onKeyDown={onKeyDown}
      />
      {isLinking && <LinkField editor={() => field.current?.editor ?? null} onClose={() => setIsLinking(false)} />}
      {hasTried && problems.text && (
        <p role="alert" className={styles.problem}>
          {problems.text}
        </p>
      )}
      {signature !== '' && <p className={styles.signature}>{`-- \n${signature}`}</p>}
      {letter.kind === 'forward' && shown.answered && (
        <p className={styles.signature}>{t('mail.forwards', { subject: shown.answered.subject })}</p>
      )}
      {files}
      <NotSetUp activityId={activity.id} />
      <div className={styles.bar}>
        <FormatBar
          editor={() => field.current?.editor ?? null}
          onLink={() => setIsLinking(true)}
          onPictures={pictures.add}
          onAttach={onAttach}
        />
        <span>
          <Send canSend={canSend} canClose={request?.abilities.close ?? false} onSend={submit} />
        </span>
      </div>
    </>
  )
}

/** What a change of the kind begins anew; the words stay. */
const blank = { answersId: null, to: null, cc: null, bcc: [], subject: null } as const

interface Shown {
  answered: Mail | undefined
  to: NonNullable<Letter['to']>
  cc: NonNullable<Letter['cc']>
  subject: string
}

/** The letter as it is kept, and what stands in its fields where its writer has said nothing. */
function useLetter({ activity, request, onBegin }: MailWriterProps) {
  const query = useMails(activity.id)
  const items = query.data?.pages.flatMap((page) => page.items) ?? []
  const customer = useCustomer(activity.customer.id).data
  // Read again whenever one of its two drafts changes.
  useDrafts(
    ({ drafts }) => `${drafts[draftKey(activity.id, 'reply')] ?? ''}${drafts[draftKey(activity.id, 'letter')] ?? ''}`,
  )
  const letter = letterOf(activity.id)
  const answered = items.find(({ id }) => id === letter.answersId) ?? answeredOf(items)
  const person = customer?.email ? { address: customer.email, name: customer.name } : null
  const standard = receiversOf(letter.kind, answered, person)
  const title = `${request?.title ?? activity.request.title} [REQ-${activity.request.number}]`
  const shown: Shown = {
    answered,
    to: letter.to ?? standard.to,
    cc: letter.cc ?? standard.cc,
    subject: letter.subject ?? subjectOf(letter.kind, answered, title),
  }
  const change = (changed: Partial<Letter>): void => {
    const old = letterOf(activity.id)
    const next = { ...old, ...changed }
    if (old.text === '' && next.text !== '') onBegin()
    lookAs(next.text === '' ? 'viewing' : 'reply')
    keepLetter(activity.id, next)
  }
  return { letter, shown, change, mails: { data: query.data, items } }
}

type Problems = Partial<Record<'to' | 'subject' | 'text', string | null>>

function problemsOf(t: DesktopT, letter: Letter, shown: Shown, { fileIds }: MailWriterProps): Problems {
  const isEmpty = letter.html === '' && letter.text.trim() === '' && fileIds.length === 0 && letter.kind !== 'forward'
  const count = shown.to.length + shown.cc.length + letter.bcc.length
  const tooMany = count > limits.mailRecipients ? t('mail.tooManyReceivers', { n: limits.mailRecipients }) : null
  const tooLong = letter.text.length > limits.message ? t('common.tooLong', { n: limits.message }) : null
  return {
    to: shown.to.length === 0 ? t('mail.toNeeded') : tooMany,
    subject: shown.subject.trim() === '' ? t('mail.subjectNeeded') : null,
    text: isEmpty ? t('mail.textNeeded') : tooLong,
  }
}

function useSend({ activity, fileIds, seenSeq, onSent }: MailWriterProps, letter: Letter, shown: Shown) {
  const t = useT()
  const sending = useSendMail(activity.id)
  const key = useRef(newKey())
  const send = (way: SendWay, done: () => void): void => {
    const { html, pictureIds } = toSend(letter.html)
    const body = {
      clientMessageId: key.current,
      to: [...shown.to],
      cc: [...shown.cc],
      bcc: [...letter.bcc],
      subject: shown.subject.trim(),
      html,
      attachmentIds: [...fileIds],
      pictureIds,
      ...(letter.kind === 'forward' && shown.answered && { forwards: shown.answered.messageId }),
      seenSeq: seenSeq(),
    }
    const files = getDraft(activity.id, 'files')
    sending.mutateAsync(body).then(
      ({ message }) => {
        key.current = newKey()
        keepSent(message.id, { ...letter, ...shown }, files)
        dropLetter(activity.id)
        done()
        onSent(way)
      },
      (error: unknown) => showToast(errorText(t, error)),
    )
  }
  return { send, isPending: sending.isPending }
}

/** What was taken back stands in the field again, though nobody typed it there. */
function useGivenBack(activityId: string, { html }: Letter, field: { current: RichTextHandle | null }): void {
  useEffect(() => {
    const editor = field.current?.editor
    if (!editor || html === '' || editor.getRoot().textContent.trim() !== '') return
    if (editor.getRoot().querySelector('img') === null) editor.setHTML(html)
  }, [activityId, html, field])
}

function useFocus(field: { current: RichTextHandle | null }): void {
  const { wish, mode } = useComposerFocus()
  const answered = useRef(0)
  useEffect(() => {
    if (wish === answered.current || mode === 'comment') return
    answered.current = wish
    field.current?.editor?.focus()
    field.current?.editor?.moveCursorToEnd()
  }, [wish, mode, field])
}

function Kinds({
  kind,
  hasMail,
  onKind,
}: {
  kind: LetterKind
  hasMail: boolean
  onKind: (kind: LetterKind) => void
}): ReactNode {
  const t = useT()
  if (!hasMail) return null
  return (
    <span role="group" aria-label={t('mail.kind')} className={styles.kinds}>
      {kinds.map((one) => (
        <button key={one} type="button" aria-pressed={kind === one} onClick={() => onKind(one)}>
          {t(`mail.kinds.${one}`)}
        </button>
      ))}
    </span>
  )
}

interface AddressProps {
  letter: Letter
  shown: Shown
  problems: Problems
  mails: readonly Mail[]
  onChange: (changed: Partial<Letter>) => void
}

function Address({ letter, shown, problems, mails, onChange }: AddressProps): ReactNode {
  const t = useT()
  const [isOpen, setIsOpen] = useState(false)
  const known = withPeople(
    [],
    mails.flatMap(({ direction, from, to, cc }) => [
      ...(from ? [from] : []),
      // Of what came in the first receiver is our own mailbox.
      ...(direction === 'out' ? to : []),
      ...cc,
    ]),
  )
  const hasCopies = isOpen || shown.cc.length + letter.bcc.length > 0
  return (
    <div className={styles.address}>
      <ReceiversField
        label={t('mail.to')}
        people={shown.to}
        known={known}
        problem={problems.to ?? null}
        onChange={(to) => onChange({ to })}
      />
      {hasCopies ? (
        <>
          <ReceiversField
            label={t('mail.cc')}
            people={shown.cc}
            known={known}
            problem={null}
            onChange={(cc) => onChange({ cc })}
          />
          <ReceiversField
            label={t('mail.bcc')}
            people={letter.bcc}
            known={known}
            problem={null}
            onChange={(bcc) => onChange({ bcc })}
          />
        </>
      ) : (
        <LinkButton onClick={() => setIsOpen(true)}>{t('mail.addCopies')}</LinkButton>
      )}
      <TextField
        size="small"
        label={t('mail.subject')}
        value={shown.subject}
        error={Boolean(problems.subject)}
        helperText={problems.subject}
        onChange={(event) => onChange({ subject: event.target.value })}
        slotProps={{ htmlInput: { maxLength: limits.requestTitle, dir: 'auto' } }}
      />
    </div>
  )
}

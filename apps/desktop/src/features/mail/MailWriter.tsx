import { useEffect, useReducer, useRef, useState, type KeyboardEvent, type ReactNode } from 'react'
import { useT } from '../../shared/i18n/I18nProvider.tsx'
import { useIsOffline } from '../../shared/realtime/connection.ts'
import type { MailWriterProps, SendWay } from '../../shared/ui/mail-slots.ts'
import { SkeletonLines } from '../../shared/ui/states.tsx'
import { useComposerFocus } from '../../shared/workspace/open-task.ts'
import { FormatBar } from './FormatBar.tsx'
import type { Letter } from './letter.ts'
import { Kinds, LetterHead } from './LetterHead.tsx'
import { LinkField } from './LinkField.tsx'
import styles from './mail.module.css'
import { NotSetUp } from './NotSetUp.tsx'
import { RichText, type RichTextHandle } from './RichText.tsx'
import { problemsOf, useLetter } from './useLetter.ts'
import { usePictures } from './usePictures.ts'
import { useSendLetter } from './useSendLetter.ts'

/**
 * Where a mail is written (row E3): to whom, about what, with looks, pictures, files; it can be taken back for 10 s. Shown
 * whole, once it is known what it answers: nothing changes or grows under the writer's hands.
 */
export function MailWriter(props: MailWriterProps): ReactNode {
  const letter = useLetter(props)
  // What is asked for anew later does not take the field away from who writes in it.
  const [isShown, setIsShown] = useState(letter.isKnown)
  if (letter.isKnown && !isShown) setIsShown(true)
  const [givenUp, setGivenUp] = useState(0)
  return isShown ? (
    <Writer {...props} {...letter} givenUp={givenUp} />
  ) : (
    <Coming modes={props.modes} onGiveUp={setGivenUp} />
  )
}

/**
 * Has the focus that the field will have: what is typed too early is no shortcut. Escape leaves it for the talk, and the field does not
 * take the focus back when it comes.
 */
function Coming({ modes, onGiveUp }: { modes: ReactNode; onGiveUp: (wish: number) => void }): ReactNode {
  const place = useRef<HTMLDivElement>(null)
  const { wish, mode } = useComposerFocus()
  useEffect(() => {
    if (wish !== 0 && mode !== 'comment') place.current?.focus()
  }, [wish, mode])
  return (
    <>
      <div className={styles.modes}>{modes}</div>
      {/* oxlint-disable-next-line jsx-a11y/no-static-element-interactions -- it only keeps keys from what is around it */}
      <div
        ref={place}
        tabIndex={-1}
        className={styles.coming}
        onKeyDown={(event) => {
          const isLeft = event.key === 'Escape'
          if (!isLeft && event.key.length > 1) return
          event.stopPropagation()
          if (!isLeft) return
          onGiveUp(wish)
          leaveForTalk()
        }}
      >
        <SkeletonLines lines={4} />
      </div>
    </>
  )
}

type WriterProps = MailWriterProps &
  ReturnType<typeof useLetter> & {
    /** The wish for focus that was taken back before the field was there. */
    givenUp: number
  }

function Writer(props: WriterProps): ReactNode {
  const { activity, modes, files, onAttach, Send, request, letter, shown, change, mails } = props
  const t = useT()
  const field = useRef<RichTextHandle>(null)
  const editor = () => field.current?.editor ?? null
  const [, look] = useReducer((n: number) => n + 1, 0)
  const [isLinking, setIsLinking] = useState(false)
  const pictures = usePictures(activity.id, field)
  const { submit, canSend, problems } = useSubmit(props, { letter, shown, field, isUploading: pictures.isUploading })
  useFocus(field, props.givenUp)
  useInsert(props.onInsert, field)
  useGivenBack(activity.id, letter, field)
  return (
    <>
      {props.quickReplies}
      <div className={styles.modes}>
        {modes}
        <Kinds
          kind={letter.kind}
          hasMail={shown.answered !== undefined}
          onKind={(kind) => change({ ...blank, kind })}
        />
      </div>
      <LetterHead letter={letter} shown={shown} problems={problems} mails={mails.items} onChange={change} />
      <RichText
        ref={field}
        label={t('mail.text')}
        html={letter.html}
        onChange={change}
        onPath={look}
        onPictures={pictures.add}
        onKeyDown={keysFor(submit, props.onFieldKey)}
      />
      {isLinking && <LinkField editor={editor} onClose={() => setIsLinking(false)} />}
      {problems.text && (
        <p role="alert" className={styles.problem}>
          {problems.text}
        </p>
      )}
      <Below signature={mails.data?.pages[0]?.signature ?? ''} letter={letter} subject={shown.answered?.subject} />
      {files}
      <NotSetUp activityId={activity.id} />
      <div className={styles.bar}>
        <FormatBar
          editor={editor}
          onLink={() => setIsLinking(true)}
          onPictures={pictures.add}
          onAttach={onAttach}
          onQuickReplies={props.onQuickReplies}
        />
        <span>
          <Send canSend={canSend} canClose={request?.abilities.close ?? false} onSend={submit} />
        </span>
      </div>
    </>
  )
}

const leaveForTalk = (): void => document.querySelector<HTMLElement>('[role=log]')?.focus()

const keysFor =
  (submit: (way: SendWay) => void, isForList: (event: KeyboardEvent) => boolean) =>
  (event: KeyboardEvent): void => {
    if (event.nativeEvent.isComposing) return
    const isTaken = isForList(event)
    if (isTaken) event.preventDefault()
    else if (event.key === 'Enter' && (event.ctrlKey || event.metaKey)) submit(event.shiftKey ? 'keep' : 'wait')
    else if (event.key === 'Escape') leaveForTalk()
    else return
    event.preventDefault()
    event.stopPropagation()
  }

interface Submitted extends Pick<ReturnType<typeof useLetter>, 'letter' | 'shown'> {
  field: { current: RichTextHandle | null }
  isUploading: boolean
}

/** Sends once nothing is missing; what is missing is said from the first try on. */
function useSubmit(props: MailWriterProps, { letter, shown, field, isUploading }: Submitted) {
  const t = useT()
  const isOffline = useIsOffline()
  const [hasTried, setHasTried] = useState(false)
  const { send, isPending } = useSendLetter(props, letter, shown)
  const problems = problemsOf(t, letter, shown, props)
  const canSend = !isPending && !isOffline && !isUploading && !props.isUploading
  const submit = (way: SendWay): void => {
    setHasTried(true)
    if (!canSend || problems.to || problems.subject) return
    if (problems.text) return void field.current?.editor?.focus()
    send(way, () => {
      field.current?.editor?.setHTML('')
      setHasTried(false)
    })
  }
  return { submit, canSend, problems: hasTried ? problems : {} }
}

/** What stands below the words without being written: the signatures, and what is forwarded. */
function Below({
  signature,
  letter,
  subject,
}: {
  signature: string
  letter: Letter
  subject: string | undefined
}): ReactNode {
  const t = useT()
  return (
    <>
      {signature !== '' && <p className={styles.signature}>{`-- \n${signature}`}</p>}
      {letter.kind === 'forward' && subject !== undefined && (
        <p className={styles.signature}>{t('mail.forwards', { subject })}</p>
      )}
    </>
  )
}

/** What a change of the kind begins anew; the words stay. */
const blank = { answersId: null, to: null, cc: null, bcc: [], subject: null } as const

/** What was taken back stands in the field again, though nobody typed it there. */
function useGivenBack(activityId: string, { html }: Letter, field: { current: RichTextHandle | null }): void {
  useEffect(() => {
    const editor = field.current?.editor
    if (!editor || html === '' || editor.getRoot().textContent.trim() !== '') return
    if (editor.getRoot().querySelector('img') === null) editor.setHTML(html)
  }, [activityId, html, field])
}

/** What others choose for the text, such as a quick reply, comes to where the caret is. */
function useInsert(onInsert: MailWriterProps['onInsert'], field: { current: RichTextHandle | null }): void {
  useEffect(() => {
    onInsert((text) => void field.current?.editor?.focus().insertPlainText(text, false))
    return () => onInsert(null)
  }, [onInsert, field])
}

function useFocus(field: { current: RichTextHandle | null }, givenUp: number): void {
  const { wish, mode } = useComposerFocus()
  const answered = useRef(givenUp)
  useEffect(() => {
    if (wish === answered.current || mode === 'comment') return
    answered.current = wish
    field.current?.editor?.focus()
    field.current?.editor?.moveCursorToEnd()
  }, [wish, mode, field])
}

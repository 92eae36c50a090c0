import type { ActivityDetails, RequestDetails } from '@care/contract'
import { limits } from '@care/domain'
import type { DesktopT } from '@care/i18n/desktop'
import { useQueryClient } from '@tanstack/react-query'
import {
  useEffect,
  useId,
  useLayoutEffect,
  useRef,
  useState,
  type ClipboardEvent,
  type ComponentType,
  type KeyboardEvent,
  type RefObject,
  type ReactNode,
} from 'react'
import { lookAs } from '../../shared/realtime/looking.ts'
import { draftKey, setDraft, useDrafts } from '../../shared/drafts/drafts.ts'
import { useT } from '../../shared/i18n/I18nProvider.tsx'
import { withMentions } from '../../shared/mentions/known.ts'
import { Mentions } from '../../shared/mentions/Mentions.tsx'
import { useKeyHints } from '../../shared/keyboard/hints.ts'
import type { MailWriterProps, SendWay } from '../../shared/ui/mail-slots.ts'
import { showToast } from '../../shared/ui/toast.tsx'
import { onDemand, regionOnDemand } from '../../shared/ui/on-demand.tsx'
import { useComposerFocus, type ComposerMode } from '../../shared/workspace/open-task.ts'
import { ComposerBar } from './ComposerBar.tsx'
import { ComposerFiles } from './ComposerFiles.tsx'
import { Modes } from './ComposerModes.tsx'
import styles from './composer.module.css'
import { DraftState } from './DraftState.tsx'
import { HeldReply } from './HeldReply.tsx'
import { addToOutbox } from './outbox/outbox.ts'
import { callOff, sendReply } from './upload-store.ts'
import { noteSeen } from './seen.ts'
import { countUse } from './quick/use-reply.ts'
import { useQuickReplies } from './quick/useQuickReplies.ts'
import { talkKeys } from './talk-keys.ts'
import { useTypingSign } from './useTypingSign.ts'
import type { useUploads } from './useUploads.ts'

const QuickReplyPicker = onDemand(() => import('./quick/QuickReplyPicker.tsx').then((file) => file.QuickReplyPicker))
const UnfilledMarks = onDemand(() => import('./quick/UnfilledMarks.tsx').then((file) => file.UnfilledMarks))
const UnfilledReason = onDemand(() => import('./quick/UnfilledReason.tsx').then((file) => file.UnfilledReason))
const MailReply = regionOnDemand(() => import('./MailReply.tsx').then((file) => file.MailReply))
const OtherDraft = onDemand(() => import('./OtherDraft.tsx').then((file) => file.OtherDraft))
const nothing = (): void => undefined

interface ComposerProps {
  activity: ActivityDetails
  request: RequestDetails | undefined
  uploads: ReturnType<typeof useUploads>
  onClose: () => void
  /** Where replies are written that have looks and receivers of their own. */
  MailWriter: ComponentType<MailWriterProps>
}

/** Where replies and comments are written. What is typed is a draft of this activity and mode until it is in the outbox. */
export function Composer({ activity, request, uploads, onClose, MailWriter }: ComposerProps): ReactNode {
  const t = useT()
  const { reply, comment } = activity.abilities
  const [chosen, setMode] = useState<ComposerMode>('reply')
  const mode: ComposerMode = chosen === 'reply' ? (reply ? 'reply' : 'comment') : comment ? 'comment' : 'reply'
  const field = useRef<HTMLTextAreaElement>(null)
  const client = useQueryClient()
  const other = useDrafts(({ others }) => others[draftKey(activity.id, mode)])
  const text = useDrafts(({ drafts }) => drafts[draftKey(activity.id, mode)] ?? '')
  const typing = useTypingSign(activity.id)
  const isReply = mode === 'reply'
  const limit = isReply ? limits.message : limits.comment
  const hasFiles = isReply && (uploads.files.length > 0 || uploads.isUploading)
  // While it waits for its uploads the text is what will be sent: a next message must not slip into it.
  const isHeld = isReply && uploads.isHeld
  const canWrite = (text.trim() !== '' || hasFiles) && text.length <= limit && !isHeld

  const change = (value: string): void => {
    if (isHeld) return
    if (isReply && value !== '' && text === '') noteSeen(client, activity.id)
    setDraft(activity.id, mode, value)
    lookAs(value.trim() === '' ? 'viewing' : mode)
    // Whoever has begun a comment goes on with it when replying becomes possible: it must never slip out to the customer.
    if (mode !== chosen) setMode(mode)
    if (mode !== 'reply') return
    if (value.trim() === '') typing.stopped()
    else typing.typed()
  }
  const quick = useQuickReplies(field, text, change)
  const listId = useId()
  const canSend = canWrite && quick.unfilled.length === 0
  useFocusWish(field, setMode, { isThere: isReply || !reply, open: quick.open })
  useGrow(field, text)
  const insert = (piece: string): void => {
    const at = field.current?.selectionStart ?? text.length
    change(text.slice(0, at) + piece + text.slice(field.current?.selectionEnd ?? at))
    field.current?.focus()
  }
  const send = (way: SendWay): void => {
    if (quick.unfilled.length > 0) return quick.showUnfilled()
    if (!canSend) return field.current?.focus()
    const { id: activityId, request: about } = activity
    if (isReply) {
      typing.stopped()
      sendReply(activityId, { requestId: about.id, thenWait: way === 'wait' })
    } else {
      const said = withMentions(activityId, text.trim())
      addToOutbox({ kind: 'comment', activityId, requestId: about.id, text: said, attachments: [], thenWait: false })
      setDraft(activityId, mode, '')
    }
    lookAs('viewing')
    if (way === 'close') onClose()
    else field.current?.focus()
  }
  const stopHolding = (): void => (callOff(activity.id), field.current?.focus())
  const onKeyDown = (event: KeyboardEvent): void => {
    if (event.nativeEvent.isComposing || quick.onKeyDown(event)) return
    if (event.key === 'Enter' && (event.ctrlKey || event.metaKey)) {
      event.preventDefault()
      send(event.shiftKey ? 'keep' : 'wait')
    } else if (event.key === 'Escape') {
      event.preventDefault()
      if (isHeld) return callOff(activity.id)
      document.querySelector<HTMLElement>('[role=log]')?.focus()
    }
  }
  const hints = useKeyHints()
  const modes = <Modes mode={mode} onMode={setMode} canReply={reply} canComment={comment} />
  if (isReply && activity.medium === 'email')
    return <MailReply {...{ activity, request, uploads, modes, onClose }} Writer={MailWriter} />
  const fieldName = t(isReply ? 'communication.replyField' : 'communication.commentField')
  return (
    <form
      className={styles.composer}
      aria-label={t('communication.reply')}
      data-mode={mode}
      onSubmit={(event) => event.preventDefault()}
    >
      {quick.isOpen && !isHeld && (
        <QuickReplyPicker
          listId={listId}
          query={quick.query}
          activity={activity}
          request={request}
          onKeys={quick.onKeys}
          onActive={quick.setActive}
          onPick={(picked, piece) => {
            quick.pick(piece)
            countUse(picked, isReply ? uploads : null)
          }}
          onClose={quick.close}
        />
      )}
      {!isReply && <Mentions field={field} activityId={activity.id} text={text} onChange={change} />}
      <div className={styles.modes}>
        {modes}
        <DraftState storageKey={draftKey(activity.id, mode)} length={text.length} limit={limit} />
      </div>
      <div className={styles.field}>
        {quick.unfilled.length > 0 && (
          <UnfilledMarks
            field={field}
            className={styles.text}
            text={text}
            unfilled={quick.unfilled}
            onClose={nothing}
          />
        )}
        <textarea
          ref={field}
          className={styles.text}
          rows={1}
          value={text}
          readOnly={isHeld}
          aria-label={fieldName}
          aria-invalid={text.length > limit}
          {...hints.props(talkKeys.keys[mode][0])}
          aria-autocomplete="list"
          aria-controls={quick.isOpen ? listId : undefined}
          aria-activedescendant={quick.active ?? undefined}
          placeholder={fieldName}
          onChange={(event) => {
            change(event.target.value)
            quick.look()
          }}
          onSelect={quick.look}
          onKeyDown={onKeyDown}
          onPaste={(event) => isReply || refuseFiles(event, t)}
          onBlur={typing.stopped}
        />
      </div>
      {quick.unfilled.length > 0 && (
        <UnfilledReason unfilled={quick.unfilled} onNext={quick.showUnfilled} onClose={nothing} />
      )}
      {other !== undefined && <OtherDraft activityId={activity.id} mode={mode} other={other} onClose={nothing} />}
      {isReply && <ComposerFiles uploads={uploads} />}
      {isReply && <HeldReply uploads={uploads} onCallOff={stopHolding} />}
      <ComposerBar
        mode={mode}
        canSend={canSend}
        onAttach={uploads.add}
        onInsert={insert}
        isPicking={quick.isOpen}
        onQuickReplies={quick.toggle}
        onSend={send}
        // The request would be closed before its last message is out.
        canClose={(request?.abilities.close ?? false) && !uploads.isUploading}
      />
    </form>
  )
}

/** A comment has no files; in a reply they go on to the talk, which attaches them. */
function refuseFiles(event: ClipboardEvent, t: DesktopT): void {
  if (event.clipboardData.files.length === 0) return
  event.preventDefault()
  event.stopPropagation()
  showToast(t('communication.commentNoFiles'))
}

/** Somebody wishes to write: the wished mode is taken and the field focused. */
function useFocusWish(
  field: { current: HTMLTextAreaElement | null },
  setMode: (mode: ComposerMode) => void,
  quick: { isThere: boolean; open: (query: string) => void },
): void {
  const { wish, mode, quickReplies } = useComposerFocus()
  const answered = useRef(0)
  // Mode and focus in one step: a key pressed between the two would put a comment's first letter into the reply.
  useLayoutEffect(() => {
    if (wish === answered.current) return
    answered.current = wish
    if (mode !== null) setMode(mode)
    const element = field.current
    element?.focus()
    element?.setSelectionRange(element.value.length, element.value.length)
  }, [wish, mode, field, setMode])
  useEffect(() => {
    // Only once the reply is there: before, the slash would go into the comment.
    if (quickReplies === null || !quick.isThere) return
    useComposerFocus.setState({ quickReplies: null })
    quick.open(quickReplies)
  })
}

/** The field is as high as its text, up to the limit of the stylesheet. */
function useGrow(fieldRef: RefObject<HTMLTextAreaElement | null>, text: string): void {
  useLayoutEffect(() => {
    const element = fieldRef.current
    if (!element || CSS.supports('field-sizing', 'content')) return
    element.style.height = 'auto'
    element.style.height = `${element.scrollHeight}px`
  }, [fieldRef, text])
}

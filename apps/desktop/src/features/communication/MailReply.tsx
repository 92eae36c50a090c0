import type { ActivityDetails, RequestDetails } from '@care/contract'
import { useQueryClient } from '@tanstack/react-query'
import { useCallback, useId, useRef, useState, type ComponentType, type KeyboardEvent, type ReactNode } from 'react'
import { setDraft } from '../../shared/drafts/drafts.ts'
import { errorText } from '../../shared/error-text.ts'
import { useT } from '../../shared/i18n/I18nProvider.tsx'
import type { MailWriterProps, SendWay } from '../../shared/ui/mail-slots.ts'
import { showToast } from '../../shared/ui/toast.tsx'
import { useComposerFocus } from '../../shared/workspace/open-task.ts'
import { SendButtons } from './ComposerBar.tsx'
import { ComposerFiles } from './ComposerFiles.tsx'
import styles from './composer.module.css'
import { moveToWaiting } from './outbox/outbox.ts'
import { QuickReplyPicker } from './quick/QuickReplyPicker.tsx'
import { countUse } from './quick/use-reply.ts'
import type { PickerKeys } from './quick/useQuickReplies.ts'
import { noteSeen, seenOf } from './seen.ts'
import type { useUploads } from './useUploads.ts'

interface MailReplyProps {
  activity: ActivityDetails
  request: RequestDetails | undefined
  uploads: ReturnType<typeof useUploads>
  modes: ReactNode
  onClose: () => void
  Writer: ComponentType<MailWriterProps>
}

/** The frame of the composer around where a mail is written, with the files and ways to send that all replies have. */
export function MailReply({ activity, request, uploads, modes, onClose, Writer }: MailReplyProps): ReactNode {
  const t = useT()
  const client = useQueryClient()
  const quick = usePicker()
  const onSent = (way: SendWay): void => {
    setDraft(activity.id, 'files', '')
    setDraft(activity.id, 'seen', '')
    if (way === 'close') onClose()
    if (way !== 'wait') return
    moveToWaiting(client, { requestId: activity.request.id }).catch((error: unknown) => showToast(errorText(t, error)))
  }
  return (
    <form
      className={styles.composer}
      aria-label={t('communication.reply')}
      data-mode="reply"
      onSubmit={(event) => event.preventDefault()}
    >
      <Writer
        activity={activity}
        request={request}
        modes={<div className={styles.modes}>{modes}</div>}
        files={<ComposerFiles uploads={uploads} />}
        fileIds={uploads.files.map(({ id }) => id)}
        isUploading={uploads.isUploading}
        onAttach={uploads.add}
        quickReplies={
          quick.isOpen && (
            <QuickReplyPicker
              listId={quick.listId}
              query=""
              activity={activity}
              request={request}
              onKeys={quick.onKeys}
              onActive={() => undefined}
              onPick={(picked, text) => {
                quick.pick(text)
                countUse(picked, uploads)
              }}
              onClose={quick.close}
            />
          )
        }
        onQuickReplies={quick.toggle}
        onInsert={quick.onInsert}
        onFieldKey={quick.onFieldKey}
        Send={SendButtons}
        seenSeq={() => seenOf(activity.id)}
        onBegin={() => noteSeen(client, activity.id)}
        onSent={onSent}
      />
    </form>
  )
}

/** The list of quick replies as a mail has it: opened by its button or key, driven by the keys of the field. */
function usePicker() {
  const listId = useId()
  const [isToggled, setIsToggled] = useState(false)
  const wished = useComposerFocus(({ quickReplies }) => quickReplies)
  const keys = useRef<PickerKeys | null>(null)
  const insert = useRef<((text: string) => void) | null>(null)
  const onInsert = useCallback((given: ((text: string) => void) | null): void => void (insert.current = given), [])
  const onKeys = useCallback((given: PickerKeys | null): void => void (keys.current = given), [])
  const isOpen = isToggled || wished !== null
  const close = (): void => {
    useComposerFocus.setState({ quickReplies: null })
    setIsToggled(false)
  }
  const onFieldKey = (event: KeyboardEvent): boolean => {
    if (!isOpen || event.ctrlKey || event.metaKey || event.altKey) return false
    if (event.key === 'Escape') close()
    else if (!keys.current?.(event)) return false
    return true
  }
  const pick = (text: string): void => {
    close()
    insert.current?.(text)
  }
  return {
    listId,
    isOpen,
    onInsert,
    onKeys,
    onFieldKey,
    pick,
    close,
    toggle: isOpen ? close : () => setIsToggled(true),
  }
}

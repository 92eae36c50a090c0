import type { ActivityDetails, RequestDetails } from '@care/contract'
import { useQueryClient } from '@tanstack/react-query'
import type { ComponentType, ReactNode } from 'react'
import { setDraft } from '../../shared/drafts/drafts.ts'
import { errorText } from '../../shared/error-text.ts'
import { useT } from '../../shared/i18n/I18nProvider.tsx'
import type { MailWriterProps, SendWay } from '../../shared/ui/mail-slots.ts'
import { showToast } from '../../shared/ui/toast.tsx'
import { SendButtons } from './ComposerBar.tsx'
import { ComposerFiles } from './ComposerFiles.tsx'
import styles from './composer.module.css'
import { moveToWaiting } from './outbox/outbox.ts'
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
        Send={SendButtons}
        seenSeq={() => seenOf(activity.id)}
        onBegin={() => noteSeen(client, activity.id)}
        onSent={onSent}
      />
    </form>
  )
}

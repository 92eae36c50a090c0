import { newKey } from '@care/client'
import { useRef } from 'react'
import { getDraft } from '../../shared/drafts/drafts.ts'
import { errorText } from '../../shared/error-text.ts'
import { useT } from '../../shared/i18n/I18nProvider.tsx'
import type { MailWriterProps, SendWay } from '../../shared/ui/mail-slots.ts'
import { showToast } from '../../shared/ui/toast.tsx'
import { useSendMail } from './api.ts'
import { dropLetter, keepSent, type Letter } from './letter.ts'
import { toSend } from './safe-fragment.ts'
import type { Shown } from './useLetter.ts'

/** Sends a letter, once however often it is tried; what was written is kept for the time in which it can be taken back. */
export function useSendLetter({ activity, fileIds, seenSeq, onSent }: MailWriterProps, letter: Letter, shown: Shown) {
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

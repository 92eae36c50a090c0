import type { Attachment, Mail } from '@care/contract'
import { Bot, TriangleAlert } from 'lucide-react'
import { useState, type ReactNode } from 'react'
import { urlOf } from '../../shared/api/client.ts'
import { useT } from '../../shared/i18n/I18nProvider.tsx'
import { withLinks } from '../../shared/ui/linkify.tsx'
import type { MailBodyProps } from '../../shared/ui/mail-slots.ts'
import { LinkButton } from '../../shared/ui/Section.tsx'
import { useMailOf } from './api.ts'
import { MailFrame } from './MailFrame.tsx'
import { MailHead } from './MailHead.tsx'
import { MailState } from './MailState.tsx'
import { problemText } from './problem-text.ts'
import styles from './mail.module.css'

/** A mail in the thread (row E1): who wrote to whom, its words, what it quotes folded, its files, what became of it. */
export function MailBody({ message, Files }: MailBodyProps): ReactNode {
  const found = useMailOf(message.activityId, message.id)
  if (!found)
    return (
      <>
        {message.text !== '' && withLinks(message.text)}
        <Files files={message.attachments} />
      </>
    )
  const { mail } = found
  const shown = new Set(mail.hasHtml ? mail.inlineFileIds : [])
  return (
    <div className={styles.body}>
      <MailHead {...found} />
      {mail.automatic === null ? (
        <Words mail={mail} text={message.text} />
      ) : (
        <Automatic mail={mail} reason={mail.automatic} text={message.text} />
      )}
      <Files files={message.attachments.filter(({ id }: Attachment) => !shown.has(id))} />
      <Problems mail={mail} />
      {mail.direction === 'out' && <MailState mail={mail} />}
    </div>
  )
}

function Words({ mail, text }: { mail: Mail; text: string }): ReactNode {
  const t = useT()
  return (
    <>
      {mail.hasHtml ? (
        <MailFrame mailId={mail.id} part="body" title={t('mail.text')} />
      ) : (
        text !== '' && <div className={styles.text}>{withLinks(text)}</div>
      )}
      {mail.hasQuote && <Quote mail={mail} />}
    </>
  )
}

function Quote({ mail }: { mail: Mail }): ReactNode {
  const t = useT()
  const [isOpen, setIsOpen] = useState(false)
  const label = t(isOpen ? 'mail.hideQuote' : 'mail.showQuote')
  return (
    <>
      <button
        type="button"
        className={styles.more}
        aria-expanded={isOpen}
        aria-label={label}
        title={label}
        onClick={() => setIsOpen(!isOpen)}
      >
        …
      </button>
      {isOpen && <MailFrame mailId={mail.id} part="quote" title={t('mail.quote')} />}
    </>
  )
}

/** What a machine wrote is folded, and says why it counts as such (domain rule 36). */
function Automatic({ mail, reason, text }: { mail: Mail; reason: string; text: string }): ReactNode {
  const t = useT()
  const [isOpen, setIsOpen] = useState(false)
  return (
    <>
      <p className={styles.automatic}>
        <Bot size={14} aria-hidden="true" />
        <span>
          {t('mail.automatic')}: {t(`mail.reasons.${reason as 'list'}`)}
        </span>
        <LinkButton aria-expanded={isOpen} onClick={() => setIsOpen(!isOpen)}>
          {t(isOpen ? 'mail.hide' : 'mail.show')}
        </LinkButton>
      </p>
      {isOpen && <Words mail={mail} text={text} />}
    </>
  )
}

function Problems({ mail }: { mail: Mail }): ReactNode {
  const t = useT()
  if (mail.problems.length === 0 && mail.originalFileId === null) return null
  return (
    <div className={styles.problems}>
      {mail.problems.map((problem) => (
        <p key={problem}>
          <TriangleAlert size={14} aria-hidden="true" />
          {problemText(t, problem)}
        </p>
      ))}
      {mail.originalFileId !== null && (
        <a href={urlOf('getFile', { params: { fileId: mail.originalFileId } })} download="mail.eml">
          {t('mail.original')}
        </a>
      )}
    </div>
  )
}

import type { Mail, MailPerson } from '@care/contract'
import { normalSubject } from '@care/domain/mail'
import { useState, type ReactNode } from 'react'
import { useT } from '../../shared/i18n/I18nProvider.tsx'
import { LinkButton } from '../../shared/ui/Section.tsx'
import type { MailInThread } from './api.ts'
import styles from './mail.module.css'

export const nameOf = ({ name, address }: MailPerson): string => (name === '' ? address : name)
const full = ({ name, address }: MailPerson): string => (name === '' ? address : `${name} <${address}>`)

/** To whom, in one line that unfolds; the subject where it is another one than before. */
export function MailHead({ mail, before }: MailInThread): ReactNode {
  const t = useT()
  const [isOpen, setIsOpen] = useState(false)
  const isNewSubject = !before || normalSubject(before.subject) !== normalSubject(mail.subject)
  const names = [...mail.to, ...mail.cc, ...mail.bcc].map(nameOf)
  return (
    <header className={styles.head}>
      {isNewSubject && (
        <h4 className={styles.subject} dir="auto">
          {mail.subject === '' ? t('mail.noSubject') : mail.subject}
        </h4>
      )}
      <LinkButton aria-expanded={isOpen} onClick={() => setIsOpen(!isOpen)}>
        <span className="ell">{t('mail.toLine', { names: names.join(', ') })}</span>
      </LinkButton>
      {isOpen && <People mail={mail} />}
    </header>
  )
}

function People({ mail }: { mail: Mail }): ReactNode {
  const t = useT()
  const rows = [
    [t('mail.from'), mail.from ? [mail.from] : []],
    [t('mail.to'), mail.to],
    [t('mail.cc'), mail.cc],
    [t('mail.bcc'), mail.bcc],
  ] as const
  return (
    <dl className={styles.people}>
      {rows
        .filter(([, people]) => people.length > 0)
        .map(([label, people]) => (
          <div key={label}>
            <dt>{label}</dt>
            <dd dir="auto">{people.map(full).join(', ')}</dd>
          </div>
        ))}
      <div>
        <dt>{t('mail.subject')}</dt>
        <dd dir="auto">{mail.subject}</dd>
      </div>
    </dl>
  )
}

import type { Mail } from '@care/contract'
import { limits } from '@care/domain'
import TextField from '@mui/material/TextField'
import { useState, type ReactNode } from 'react'
import { useT } from '../../shared/i18n/I18nProvider.tsx'
import { LinkButton } from '../../shared/ui/Section.tsx'
import type { Letter } from './letter.ts'
import styles from './mail.module.css'
import { ReceiversField } from './ReceiversField.tsx'
import { withPeople, type LetterKind } from './receivers.ts'
import type { Problems, Shown } from './useLetter.ts'

const kinds = ['reply', 'all', 'forward'] as const satisfies readonly LetterKind[]

/** Back to who wrote, to all who read it, or on to somebody else. */
export function Kinds({
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
    <fieldset aria-label={t('mail.kind')} className={styles.kinds}>
      {kinds.map((one) => (
        <button key={one} type="button" aria-pressed={kind === one} onClick={() => onKind(one)}>
          {t(`mail.kinds.${one}`)}
        </button>
      ))}
    </fieldset>
  )
}

interface LetterHeadProps {
  letter: Letter
  shown: Shown
  problems: Problems
  mails: readonly Mail[]
  onChange: (changed: Partial<Letter>) => void
}

/** To whom and about what; copies are there once somebody is to have one. */
export function LetterHead({ letter, shown, problems, mails, onChange }: LetterHeadProps): ReactNode {
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

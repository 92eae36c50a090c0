import type { MailPerson } from '@care/contract'
import { limits } from '@care/domain'
import { useQuery } from '@tanstack/react-query'
import { X } from 'lucide-react'
import { useId, useState, type KeyboardEvent, type ReactNode } from 'react'
import { call } from '../../shared/api/client.ts'
import { useRestedText } from '../../shared/hooks/useRestedText.ts'
import { useT } from '../../shared/i18n/I18nProvider.tsx'
import { nameOf } from './MailHead.tsx'
import { readPeople, withPeople } from './receivers.ts'
import styles from './mail.module.css'

interface ReceiversFieldProps {
  label: string
  people: readonly MailPerson[]
  /** Offered first: who is in the thread. */
  known: readonly MailPerson[]
  problem: string | null
  onChange: (people: readonly MailPerson[]) => void
}

/** Receivers as chips; what is typed becomes one by Enter, a comma or leaving the field, pasted ones all at once. */
export function ReceiversField({ label, people, known, problem, onChange }: ReceiversFieldProps): ReactNode {
  const t = useT()
  const id = useId()
  const [typed, setTyped] = useState('')
  const found = useFound(typed)
  const take = (text: string): void => {
    const { people: added, rest } = readPeople(text)
    if (added.length > 0) onChange(withPeople(people, added).slice(0, limits.mailRecipients))
    setTyped(rest)
  }
  const offered = withPeople(known, found).map(({ name, address }) => (name === '' ? address : `${name} <${address}>`))
  const change = (text: string): void => {
    // A choice of the list comes as its whole value.
    if (offered.includes(text) || /[,;\n]/u.test(text)) take(text)
    else setTyped(text)
  }
  const onKeyDown = (event: KeyboardEvent): void => {
    if (event.nativeEvent.isComposing) return
    if (event.key === 'Enter' && !event.ctrlKey && !event.metaKey) {
      event.preventDefault()
      take(typed)
    } else if (event.key === 'Backspace' && typed === '') onChange(people.slice(0, -1))
  }
  return (
    <div className={styles.receivers} data-wrong={problem !== null || undefined}>
      <label htmlFor={id}>{label}</label>
      {people.map((person) => (
        <span key={person.address} className={styles.chip} title={person.address}>
          <span className="ell" dir="auto">
            {nameOf(person)}
          </span>
          <button
            type="button"
            aria-label={t('mail.removeReceiver', { name: nameOf(person) })}
            onClick={() => onChange(people.filter((one) => one !== person))}
          >
            <X size={12} aria-hidden="true" />
          </button>
        </span>
      ))}
      <input
        id={id}
        type="text"
        list={`${id}-list`}
        value={typed}
        maxLength={2_000}
        autoComplete="off"
        aria-invalid={problem !== null}
        aria-describedby={problem === null ? undefined : `${id}-problem`}
        onChange={(event) => change(event.target.value)}
        onKeyDown={onKeyDown}
        onBlur={() => take(typed)}
      />
      <datalist id={`${id}-list`}>
        {offered.map((one) => (
          <option key={one} value={one} label={one} aria-label={one} />
        ))}
      </datalist>
      {problem !== null && (
        <small id={`${id}-problem`} className={styles.problem}>
          {problem}
        </small>
      )}
    </div>
  )
}

/** Customers whose name or address has these words. */
function useFound(typed: string): readonly MailPerson[] {
  const search = useRestedText(typed.trim())
  const { data } = useQuery({
    queryKey: ['mail-receivers', search],
    queryFn: () => call('listCustomers', { query: { search, limit: 8 } }),
    enabled: search.length >= 2,
    staleTime: 60_000,
  })
  return (data?.items ?? []).flatMap(({ name, email }) => (email ? [{ name, address: email }] : []))
}

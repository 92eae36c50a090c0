import type { MailPerson } from '@care/contract'
import { foldText, limits } from '@care/domain'
import { useQuery } from '@tanstack/react-query'
import { X } from 'lucide-react'
import { useId, useState, type KeyboardEvent, type ReactNode } from 'react'
import { call } from '../../shared/api/client.ts'
import { useRestedText } from '../../shared/hooks/useRestedText.ts'
import { useT } from '../../shared/i18n/I18nProvider.tsx'
import { optionId, SuggestionList } from '../../shared/ui/SuggestionList.tsx'
import ui from '../../shared/ui/ui.module.css'
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

/**
 * Receivers as chips; what is typed becomes one by Enter, a comma or leaving the field, pasted ones all at once. Below it who
 * is in the thread and customers whose name or address fits; the arrows choose among them.
 */
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
  const [chosen, setChosen] = useState(-1)
  const offered = typed.trim() === '' ? [] : offeredTo(typed, people, withPeople(known, found))
  const change = (text: string): void => {
    setChosen(-1)
    if (/[,;\n]/u.test(text)) take(text)
    else setTyped(text)
  }
  const choose = (person: MailPerson | undefined): void => {
    if (person) onChange(withPeople(people, [person]).slice(0, limits.mailRecipients))
    setTyped('')
    setChosen(-1)
  }
  const onKeyDown = (event: KeyboardEvent): void => {
    if (event.nativeEvent.isComposing) return
    const last = offered.length - 1
    if (event.key === 'Enter' && !event.ctrlKey && !event.metaKey) {
      if (chosen >= 0) choose(offered[chosen])
      else take(typed)
    } else if (event.key === 'ArrowDown' && last >= 0) setChosen(Math.min(chosen + 1, last))
    else if (event.key === 'ArrowUp' && last >= 0) setChosen(Math.max(chosen - 1, -1))
    else if (event.key === 'Escape' && last >= 0) setTyped('')
    else {
      if (event.key === 'Backspace' && typed === '') onChange(people.slice(0, -1))
      return
    }
    event.preventDefault()
    event.stopPropagation()
  }
  return (
    <div className={`${ui.tags} ${styles.receivers}`} data-wrong={problem !== null || undefined}>
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
        role="combobox"
        aria-expanded={offered.length > 0}
        aria-controls={`${id}-list`}
        aria-autocomplete="list"
        aria-activedescendant={chosen >= 0 ? optionId(`${id}-list`, chosen) : undefined}
        value={typed}
        maxLength={2_000}
        autoComplete="off"
        aria-invalid={problem !== null}
        aria-describedby={problem === null ? undefined : `${id}-problem`}
        onChange={(event) => change(event.target.value)}
        onKeyDown={onKeyDown}
        onBlur={() => take(typed)}
      />
      {offered.length > 0 && (
        <SuggestionList
          id={`${id}-list`}
          label={t('mail.offered')}
          className={`${ui.propList} ${styles.offered}`}
          items={offered.map((person) => ({ key: person.address, content: <Offered {...person} /> }))}
          active={chosen}
          onTake={(index) => choose(offered[index])}
        />
      )}
      {problem !== null && (
        <small id={`${id}-problem`} className={styles.problem}>
          {problem}
        </small>
      )}
    </div>
  )
}

const mostOffered = 8

/** Whose name or address has what is typed and who is no receiver yet. */
function offeredTo(typed: string, people: readonly MailPerson[], all: readonly MailPerson[]): readonly MailPerson[] {
  const words = foldText(typed)
  const taken = new Set(people.map(({ address }) => address.toLowerCase()))
  return all
    .filter(({ name, address }) => !taken.has(address.toLowerCase()) && foldText(`${name} ${address}`).includes(words))
    .slice(0, mostOffered)
}

function Offered({ name, address }: MailPerson): ReactNode {
  return (
    <>
      {name !== '' && <span dir="auto">{name} </span>}
      <small dir="ltr">{address}</small>
    </>
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

import TextField from '@mui/material/TextField'
import type { Customer } from '@care/contract'
import { limits, shownName } from '@care/domain'
import { UserPlus } from 'lucide-react'
import { useId, useState, type KeyboardEvent, type ReactNode } from 'react'
import { useT } from '../../shared/i18n/I18nProvider.tsx'
import { errorText } from '../../shared/error-text.ts'
import { Avatar } from '../../shared/ui/Avatar.tsx'
import { focusHere } from '../../shared/ui/focus-here.ts'
import { VipMark } from '../../shared/ui/marks.tsx'
import { optionId, SuggestionList } from '../../shared/ui/SuggestionList.tsx'
import { useCustomerSearch } from './api.ts'
import styles from './customer.module.css'

interface CustomerSearchProps {
  words: string
  onWords: (words: string) => void
  onPick: (customer: Customer) => void
  /** Without it only known customers are offered. */
  onNew?: (() => void) | undefined
  hasTried: boolean
}

/** Search with a list below: arrows choose, Enter takes; the last line is "New customer". */
export function CustomerSearch({ words, onWords, onPick, onNew, hasTried }: CustomerSearchProps): ReactNode {
  const t = useT()
  const listId = useId()
  const { data, error } = useCustomerSearch(words.trim())
  const found = words.trim() === '' ? [] : (data?.items ?? [])
  const [chosen, setChosen] = useState(0)
  const last = onNew ? found.length : found.length - 1
  const active = Math.min(chosen, last)
  const take = (index: number): void => {
    const customer = found[index]
    if (customer) onPick(customer)
    else onNew?.()
  }
  const onKeyDown = (event: KeyboardEvent): void => {
    if (event.nativeEvent.isComposing) return
    if (event.key === 'ArrowDown') setChosen(Math.min(active + 1, last))
    else if (event.key === 'ArrowUp') setChosen(Math.max(active - 1, 0))
    else if (event.key === 'Enter' && !event.ctrlKey && !event.metaKey) take(active)
    else return
    event.preventDefault()
  }
  const items = [
    ...found.map((customer) => ({ key: customer.id, content: <Found customer={customer} /> })),
    ...(onNew ? [{ key: 'new', content: <NewOne label={t('findCustomer.newCustomer')} /> }] : []),
  ]
  const isMissing = hasTried && words.trim() === ''
  const helper = error
    ? errorText(t, error)
    : words.trim() !== '' && data?.items.length === 0
      ? t('findCustomer.nobodyFound')
      : t('findCustomer.findHint')
  return (
    <div className={styles.picker}>
      <TextField
        label={t('findCustomer.find')}
        value={words}
        inputRef={focusHere}
        fullWidth
        error={isMissing || error !== null}
        helperText={helper}
        onChange={(event) => {
          onWords(event.target.value)
          setChosen(0)
        }}
        onKeyDown={onKeyDown}
        slotProps={{
          htmlInput: {
            role: 'combobox',
            maxLength: limits.search,
            autoComplete: 'off',
            dir: 'auto',
            'aria-expanded': items.length > 0,
            'aria-controls': listId,
            'aria-autocomplete': 'list',
            'aria-activedescendant': active < 0 ? undefined : optionId(listId, active),
          },
        }}
      />
      {items.length > 0 && (
        <SuggestionList
          id={listId}
          label={t('findCustomer.find')}
          className={styles.results}
          items={items}
          active={active}
          onTake={take}
        />
      )}
    </div>
  )
}

const NewOne = ({ label }: { label: string }): ReactNode => (
  <>
    <UserPlus size={16} aria-hidden="true" />
    {label}
  </>
)

function Found({ customer }: { customer: Customer }): ReactNode {
  const t = useT()
  const name = shownName(customer, t('common.unknownCustomer'))
  const about = [customer.email, customer.phone, customer.company?.name].filter((value) => value && value !== name)
  return (
    <>
      <Avatar id={customer.id} name={name} size={28} />
      <span style={{ minWidth: 0 }}>
        <span className="ell" dir="auto" style={{ display: 'block' }}>
          {name}
        </span>
        <small className="ell">{about.join(' · ')}</small>
      </span>
      {customer.isVip && <VipMark />}
    </>
  )
}

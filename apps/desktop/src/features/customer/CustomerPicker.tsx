import Button from '@mui/material/Button'
import type { Customer } from '@care/contract'
import { useState, type ReactNode } from 'react'
import { useT } from '../../shared/i18n/I18nProvider.tsx'
import { Avatar } from '../../shared/ui/Avatar.tsx'
import type { NewCustomer } from './api.ts'
import styles from './customer.module.css'
import { CustomerSearch } from './CustomerSearch.tsx'
import { NewCustomerFields } from './NewCustomerFields.tsx'

/** Whom a request is for: a known customer, or one that is made with it. */
export type PickedCustomer = { customerId: string; name: string } | { newCustomer: NewCustomer }

interface CustomerPickerProps {
  picked: PickedCustomer | null
  onPick: (picked: PickedCustomer | null) => void
  /** The caller tried to go on: say what is missing. */
  hasTried: boolean
  /** Nobody new can be made here. */
  onlyKnown?: boolean
}

/** Finds a customer by any of his words, or takes down a new one: name, email, phone, company. */
export function CustomerPicker({ picked, onPick, hasTried, onlyKnown = false }: CustomerPickerProps): ReactNode {
  const t = useT()
  const [words, setWords] = useState('')
  if (picked && 'customerId' in picked) {
    return (
      <div className={styles.picked}>
        <Avatar id={picked.customerId} name={picked.name} size={28} />
        <span className="ell">{picked.name || t('common.unknownCustomer')}</span>
        <Button size="small" onClick={() => onPick(null)}>
          {t('findCustomer.change')}
        </Button>
      </div>
    )
  }
  if (picked) {
    return (
      <div className={styles.picker}>
        <NewCustomerFields
          fields={picked.newCustomer}
          onChange={(newCustomer) => onPick({ newCustomer })}
          hasTried={hasTried}
        />
        <Button size="small" sx={{ justifySelf: 'start' }} onClick={() => onPick(null)}>
          {t('findCustomer.chooseKnown')}
        </Button>
      </div>
    )
  }
  const pick = (customer: Customer): void =>
    onPick({ customerId: customer.id, name: customer.name || customer.email || customer.phone })
  return (
    <CustomerSearch
      words={words}
      onWords={setWords}
      onPick={pick}
      onNew={onlyKnown ? undefined : () => onPick({ newCustomer: guessFields(words) })}
      hasTried={hasTried}
    />
  )
}

/** What was typed into the search is already one field of the new customer. */
export function guessFields(words: string): NewCustomer {
  const typed = words.trim()
  if (typed === '') return {}
  if (typed.includes('@')) return { email: typed }
  return /^[+\d][\d\s().-]*$/.test(typed) ? { phone: typed } : { name: typed }
}

import type { Customer } from '@care/contract'
import { shownName } from '@care/domain'
import { UserPlus } from 'lucide-react'
import type { ReactNode } from 'react'
import { useT } from '../../shared/i18n/I18nProvider.tsx'
import { errorText } from '../../shared/error-text.ts'
import { Avatar } from '../../shared/ui/Avatar.tsx'
import { FindField } from '../../shared/ui/FindField.tsx'
import { VipMark } from '../../shared/ui/marks.tsx'
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
  const { data, error } = useCustomerSearch(words.trim())
  const found = words.trim() === '' ? [] : (data?.items ?? [])
  const take = (index: number): void => {
    const customer = found[index]
    if (customer) onPick(customer)
    else onNew?.()
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
      <FindField
        label={t('findCustomer.find')}
        words={words}
        onWords={onWords}
        isWrong={isMissing || error !== null}
        helperText={helper}
        items={items}
        onTake={take}
        listClassName={styles.results}
      />
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

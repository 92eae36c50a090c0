/* oxlint-disable jsx-a11y/prefer-tag-over-role, jsx-a11y/click-events-have-key-events -- the grid around it handles the keys */
import type { Customer } from '@care/contract'
import { shownName } from '@care/domain'
import type { ReactNode } from 'react'
import { useFormat } from '../../../shared/i18n/useFormat.ts'
import { useT } from '../../../shared/i18n/I18nProvider.tsx'
import { Avatar } from '../../../shared/ui/Avatar.tsx'
import { VipMark } from '../../../shared/ui/marks.tsx'
import styles from './book.module.css'

interface BookRowProps {
  customer: Customer
  index: number
  top: number
  /** The one row that Tab reaches. */
  isStop: boolean
  isOpen: boolean
  onOpen: () => void
}

/** One customer: avatar, name and mark, company, mail, phone, open requests, last contact. */
export function BookRow({ customer, index, top, isStop, isOpen, onOpen }: BookRowProps): ReactNode {
  const t = useT()
  const format = useFormat()
  const name = shownName(customer, t('common.unknownCustomer'))
  const { open } = customer.requests
  return (
    <div
      role="row"
      aria-rowindex={index + 2}
      aria-selected={isOpen}
      tabIndex={isStop ? 0 : -1}
      className={styles.row}
      style={{ transform: `translateY(${top}px)` }}
      onClick={onOpen}
    >
      <span role="gridcell" className={styles.who}>
        <Avatar id={customer.id} name={name} size={28} />
        <span className="ell" dir="auto">
          {name}
        </span>
        {customer.isVip && <VipMark />}
      </span>
      <span role="gridcell" className="ell" dir="auto">
        {customer.company?.name}
      </span>
      <span role="gridcell" className="ell">
        {customer.email}
      </span>
      <span role="gridcell" className="ell" dir="ltr">
        {customer.phone}
      </span>
      <span role="gridcell" className={styles.number} data-some={open > 0 || undefined}>
        {open > 0 ? t('addressBook.open', { n: open }) : '–'}
      </span>
      <span role="gridcell" className={styles.time}>
        {customer.lastContactAt === null ? (
          t('addressBook.never')
        ) : (
          <time
            dateTime={new Date(customer.lastContactAt).toISOString()}
            title={format.dateTime(customer.lastContactAt)}
          >
            {format.relative(customer.lastContactAt)}
          </time>
        )}
      </span>
    </div>
  )
}

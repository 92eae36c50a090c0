/* oxlint-disable jsx-a11y/prefer-tag-over-role, jsx-a11y/click-events-have-key-events -- the grid around it handles the keys */
import type { Deal } from '@care/contract'
import type { ReactNode } from 'react'
import { useT } from '../../../shared/i18n/I18nProvider.tsx'
import { VipMark } from '../../../shared/ui/marks.tsx'
import { openFollowUp } from '../../../shared/workspace/follow-up-dialog.ts'
import styles from '../follow-ups.module.css'
import { onRow } from '../on-row.ts'
import { RowMenu, type Ways } from '../RowMenu.tsx'
import { ExpectedDay } from './ExpectedDay.tsx'
import { moneyText } from './money.ts'
import { StageMenu } from './StageMenu.tsx'

interface DealRowProps {
  deal: Deal
  ways: Ways
  place: { top: number; index: number; tabIndex: 0 | -1; onFocus: () => void }
}

/** One deal: title, customer, stage, amount, expected date, owner, menu. */
export function DealRow({ deal, ways, place }: DealRowProps): ReactNode {
  const t = useT()
  const { customer, request } = deal
  return (
    <div
      role="row"
      aria-rowindex={place.index + 2}
      aria-label={deal.title}
      tabIndex={place.tabIndex}
      className={styles.row}
      style={{ transform: `translateY(${place.top}px)` }}
      onClick={onRow(() => openFollowUp({ kind: 'deal', id: deal.id }))}
      onFocus={place.onFocus}
    >
      <span role="gridcell" className={`ell ${styles.name}`} dir="auto" title={deal.note || deal.title}>
        {deal.title}
      </span>
      <span role="gridcell" className={styles.who}>
        <span className="ell" dir="auto">
          {customer.name || t('common.unknownCustomer')}
        </span>
        {customer.isVip && <VipMark />}
        {request && <span className={styles.number}>REQ-{request.number}</span>}
      </span>
      <span role="gridcell" className={styles.cell}>
        <StageMenu deal={deal} tabIndex={place.tabIndex} />
      </span>
      <span role="gridcell" className={styles.money}>
        {moneyText(deal.amount, deal.currency, t.language)}
      </span>
      <span role="gridcell" className={styles.when}>
        <ExpectedDay deal={deal} />
      </span>
      <span role="gridcell" className={`ell ${styles.owner}`}>
        {deal.owner.name}
      </span>
      <span role="gridcell" className={styles.end}>
        <RowMenu row={deal} ways={ways} />
      </span>
    </div>
  )
}

import type { DealTotal } from '@care/contract'
import { useQuery } from '@tanstack/react-query'
import type { ReactNode } from 'react'
import { dealStagesQuery } from '../../../shared/entities/follow-ups.ts'
import { useT } from '../../../shared/i18n/I18nProvider.tsx'
import { useFormat } from '../../../shared/i18n/useFormat.ts'
import { localName } from '../../../shared/words/local-name.ts'
import { useDealTotals } from '../api.ts'
import styles from '../follow-ups.module.css'
import { moneyText } from './money.ts'

interface StageChipsProps {
  owner: string
  /** Null = all that are in progress. */
  chosen: string | null
  onChoose: (stage: string | null) => void
  /** Sums are of a list of its owner, not of one customer. */
  hasTotals: boolean
}

/** The stages as filters, each with how many deals it has and their sum in every currency. */
export function StageChips({ owner, chosen, onChoose, hasTotals }: StageChipsProps): ReactNode {
  const t = useT()
  const stages = useQuery(dealStagesQuery).data ?? []
  const totals = useDealTotals(owner).data ?? []
  const open = new Set(stages.filter(({ state }) => state === 'open').map(({ key }) => key))
  const chips = [
    { key: null, label: t('followUps.inProgress'), of: totals.filter(({ stage }) => open.has(stage)) },
    ...stages.map(({ key, name }) => ({
      key,
      label: localName(name, t.language),
      of: totals.filter(({ stage }) => stage === key),
    })),
  ]
  return (
    <fieldset className={styles.stages} aria-label={t('followUps.totals')}>
      {chips.map(({ key, label, of }) => (
        <button
          key={key ?? ''}
          type="button"
          className={styles.total}
          aria-pressed={chosen === key}
          onClick={() => onChoose(key)}
        >
          <span>{label}</span>
          {hasTotals && <Sums totals={of} />}
        </button>
      ))}
    </fieldset>
  )
}

function Sums({ totals }: { totals: readonly DealTotal[] }): ReactNode {
  const t = useT()
  const format = useFormat()
  const sums = new Map<string, number>()
  for (const { currency, amount } of totals) sums.set(currency, (sums.get(currency) ?? 0) + amount)
  const count = totals.reduce((all, one) => all + one.count, 0)
  return (
    <>
      <span className={styles.count}>{format.number(count)}</span>
      {count > 0 && (
        <small>{[...sums].map(([currency, amount]) => moneyText(amount, currency, t.language)).join(' · ')}</small>
      )}
    </>
  )
}

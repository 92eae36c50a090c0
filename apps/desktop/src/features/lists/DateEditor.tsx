import type { DateRange } from '@care/contract'
import Button from '@mui/material/Button'
import { useState, type ReactNode } from 'react'
import { dayMs } from '@care/domain'
import { useT } from '../../shared/i18n/I18nProvider.tsx'
import { toFieldValue } from '../../shared/format/date-field.ts'
import styles from './lists.module.css'

interface DateEditorProps {
  range: DateRange | undefined
  onRange: (range: DateRange | undefined) => void
  onDone: () => void
}
const presets = [1, 7, 30, 90, 365] as const

/** Midnight of a date field's day where the reader is; undefined for none. */
const startOf = (day: string): number | undefined => {
  const at = new Date(`${day}T00:00`).getTime()
  return day === '' || Number.isNaN(at) ? undefined : at
}
const dayOf = (at: number | undefined): string => (at === undefined ? '' : toFieldValue(at).slice(0, 10))

/** The last days, or from a day to a day, both included. */
export function DateEditor({ range, onRange, onDone }: DateEditorProps): ReactNode {
  const t = useT()
  const [from, setFrom] = useState(dayOf(range?.from))
  const [to, setTo] = useState(dayOf(range?.to === undefined ? undefined : range.to - 1))
  const [first, last] = [startOf(from), startOf(to)]
  const isBackwards = first !== undefined && last !== undefined && last < first
  const apply = (): void => {
    // A day has 23 to 25 hours: its end is the start of the next one.
    const end = last === undefined ? undefined : new Date(last + 1.5 * dayMs).setHours(0, 0, 0, 0)
    if (first === undefined && end === undefined) onRange(undefined)
    else onRange({ ...(first === undefined ? {} : { from: first }), ...(end === undefined ? {} : { to: end }) })
    onDone()
  }
  return (
    <div className={styles.editor}>
      <div className={styles.presets}>
        {presets.map((n) => (
          <button
            key={n}
            type="button"
            className={styles.flat}
            aria-pressed={range?.lastDays === n}
            onClick={() => {
              onRange({ lastDays: n })
              onDone()
            }}
          >
            {t('lists.lastDays', { n })}
          </button>
        ))}
      </div>
      <form
        className={styles.dates}
        onSubmit={(event) => {
          event.preventDefault()
          if (!isBackwards) apply()
        }}
      >
        <label>
          {t('lists.from')}
          <input
            type="date"
            className={styles.field}
            value={from}
            max="2199-12-31"
            onChange={(event) => setFrom(event.target.value)}
          />
        </label>
        <label>
          {t('lists.to')}
          <input
            type="date"
            className={styles.field}
            value={to}
            max="2199-12-31"
            onChange={(event) => setTo(event.target.value)}
          />
        </label>
        {isBackwards && (
          <p role="alert" className={styles.problem}>
            {t('lists.backwards')}
          </p>
        )}
        <Button type="submit" size="small" variant="contained" disabled={isBackwards}>
          {t('lists.apply')}
        </Button>
      </form>
    </div>
  )
}

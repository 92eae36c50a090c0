import { isCalendarDay, readIntervals } from '@care/domain'
import Button from '@mui/material/Button'
import { Plus, Trash2 } from 'lucide-react'
import type { ReactNode } from 'react'
import { useT } from '../../shared/i18n/I18nProvider.tsx'
import { IconAction } from '../../shared/ui/Section.tsx'
import styles from './opening-hours.module.css'

export interface TypedHoliday {
  /** Keeps a line itself while its date is typed. */
  key: number
  date: string
  name: string
  hours: string
}
interface HolidaysProps {
  holidays: readonly TypedHoliday[]
  onChange: (holidays: TypedHoliday[]) => void
}

/** Days that are not as their weekday: closed, or open at the hours beside them. */
export function Holidays({ holidays, onChange }: HolidaysProps): ReactNode {
  const t = useT()
  const set = (at: number, part: Partial<TypedHoliday>): void =>
    onChange(holidays.map((holiday, i) => (i === at ? { ...holiday, ...part } : holiday)))
  const isDouble = (date: string): boolean => holidays.filter((holiday) => holiday.date === date).length > 1
  const add = (): void => {
    const key = Math.max(-1, ...holidays.map((holiday) => holiday.key)) + 1
    onChange([...holidays, { key, date: '', name: '', hours: '' }])
  }
  return (
    <fieldset className={styles.week}>
      <legend>{t('openingHours.holidays')}</legend>
      {holidays.map((holiday, i) => (
        <div key={holiday.key} className={styles.holiday}>
          <input
            type="date"
            aria-label={t('openingHours.date')}
            value={holiday.date}
            aria-invalid={!isCalendarDay(holiday.date) || isDouble(holiday.date)}
            onChange={(event) => set(i, { date: event.target.value })}
          />
          <input
            aria-label={t('openingHours.holidayName')}
            placeholder={t('openingHours.holidayName')}
            value={holiday.name}
            maxLength={100}
            onChange={(event) => set(i, { name: event.target.value })}
          />
          <input
            aria-label={t('openingHours.holidayHours')}
            placeholder={t('openingHours.closed')}
            value={holiday.hours}
            maxLength={200}
            aria-invalid={readIntervals(holiday.hours) === null}
            onChange={(event) => set(i, { hours: event.target.value })}
          />
          <IconAction
            label={t('openingHours.removeHoliday', { date: holiday.date })}
            onClick={() => onChange(holidays.filter((other) => other !== holiday))}
          >
            <Trash2 size={16} aria-hidden="true" />
          </IconAction>
        </div>
      ))}
      <Button size="small" color="inherit" startIcon={<Plus size={14} />} onClick={add}>
        {t('openingHours.addHoliday')}
      </Button>
    </fieldset>
  )
}

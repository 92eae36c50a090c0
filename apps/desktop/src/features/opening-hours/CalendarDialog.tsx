import { isApiError } from '@care/client'
import type { Calendar } from '@care/contract'
import { everyWeekday, intervalsText, isCalendarDay, isTimeZone, readIntervals } from '@care/domain'
import Dialog from '@mui/material/Dialog'
import DialogTitle from '@mui/material/DialogTitle'
import TextField from '@mui/material/TextField'
import { useId, useState, type ReactNode } from 'react'
import { useT } from '../../shared/i18n/I18nProvider.tsx'
import { DialogForm } from '../../shared/ui/DialogForm.tsx'
import { focusHere } from '../../shared/ui/focus-here.ts'
import { submitByKey } from '../../shared/ui/submit-by-key.ts'
import { useSaveCalendar, type CalendarFields } from './api.ts'
import { Holidays, type TypedHoliday } from './Holidays.tsx'
import styles from './opening-hours.module.css'
import { weekdayName } from './weekday-name.ts'

interface Typed {
  name: string
  timeZone: string
  days: string[]
  holidays: TypedHoliday[]
}
const typedOf = (calendar: Calendar | null): Typed => ({
  name: calendar?.name ?? '',
  timeZone: calendar?.timeZone ?? Intl.DateTimeFormat().resolvedOptions().timeZone,
  days: (calendar?.days ?? everyWeekday(9, 17)).map(intervalsText),
  holidays: (calendar?.holidays ?? []).map(({ date, name, intervals }, key) => ({
    key,
    date,
    name,
    hours: intervalsText(intervals),
  })),
})

/** What was typed as the contract wants it; null while something of it cannot be read. */
function fieldsOf({ name, timeZone, days, holidays }: Typed): CalendarFields | null {
  const week = days.map(readIntervals)
  const special = holidays.map((holiday) => ({ ...holiday, intervals: readIntervals(holiday.hours) }))
  if (name.trim() === '' || !isTimeZone(timeZone) || new Set(holidays.map(({ date }) => date)).size < holidays.length)
    return null
  const readDays = week.filter((day) => day !== null)
  const readHolidays = special.flatMap(({ date, name: called, intervals }) =>
    intervals !== null && isCalendarDay(date) ? [{ date, name: called.trim(), intervals }] : [],
  )
  if (readDays.length < 7 || readHolidays.length < holidays.length) return null
  return { name: name.trim(), timeZone, days: readDays, holidays: readHolidays }
}

const zones = Intl.supportedValuesOf('timeZone')

/** Name, zone, hours of each weekday and holidays; hours are typed as one writes them on a door. */
export function CalendarDialog({ calendar, onClose }: { calendar: Calendar | null; onClose: () => void }): ReactNode {
  const t = useT()
  const titleId = useId()
  const zonesId = useId()
  const save = useSaveCalendar()
  const [typed, setTyped] = useState(() => typedOf(calendar))
  const [hasTried, setHasTried] = useState(false)
  const change = (part: Partial<Typed>): void => setTyped({ ...typed, ...part })
  const title = calendar ? t('openingHours.edit', { name: calendar.name }) : t('openingHours.add')
  // Somebody saved first: what is typed stays, and saving once more replaces his on purpose.
  const overtaken =
    isApiError(save.error) && save.error.code === 'CONFLICT' ? Number(save.error.details.currentVersion) : null
  const submit = (): void => {
    setHasTried(true)
    const fields = fieldsOf(typed)
    if (fields === null || save.isPending) return
    const known = calendar && { id: calendar.id, version: overtaken ?? calendar.version }
    save.mutate({ known, fields }, { onSuccess: onClose })
  }
  return (
    <Dialog open onClose={onClose} maxWidth="sm" fullWidth aria-labelledby={titleId} onKeyDown={submitByKey}>
      <DialogTitle id={titleId}>{title}</DialogTitle>
      <DialogForm
        label={title}
        send={t('common.save')}
        isDisabled={save.isPending}
        error={save.error}
        onSubmit={submit}
        onClose={onClose}
      >
        {overtaken !== null && <p role="alert">{t('openingHours.overtaken')}</p>}
        <TextField
          label={t('openingHours.name')}
          value={typed.name}
          inputRef={focusHere}
          error={hasTried && typed.name.trim() === ''}
          onChange={(event) => change({ name: event.target.value })}
          slotProps={{ htmlInput: { maxLength: 100, autoComplete: 'off', dir: 'auto' } }}
        />
        <TextField
          label={t('openingHours.zone')}
          value={typed.timeZone}
          error={!isTimeZone(typed.timeZone)}
          helperText={isTimeZone(typed.timeZone) ? null : t('openingHours.zoneWrong')}
          onChange={(event) => change({ timeZone: event.target.value })}
          slotProps={{ htmlInput: { list: zonesId, maxLength: 64, autoComplete: 'off' } }}
        />
        <datalist id={zonesId}>
          {zones.map((zone) => (
            <option key={zone}>{zone}</option>
          ))}
        </datalist>
        <fieldset className={styles.week}>
          <legend>{t('openingHours.week')}</legend>
          {typed.days.map((hours, weekday) => {
            const isWrong = readIntervals(hours) === null
            return (
              <label key={weekdayName(weekday, 'en')} className={styles.day}>
                <span>{weekdayName(weekday, t.language)}</span>
                <input
                  value={hours}
                  placeholder={t('openingHours.closed')}
                  aria-invalid={isWrong}
                  maxLength={200}
                  autoComplete="off"
                  onChange={(event) => change({ days: typed.days.with(weekday, event.target.value) })}
                />
              </label>
            )
          })}
          <p className={styles.hint} role={typed.days.some((day) => readIntervals(day) === null) ? 'alert' : undefined}>
            {t('openingHours.hoursHint')}
          </p>
        </fieldset>
        <Holidays holidays={typed.holidays} onChange={(holidays) => change({ holidays })} />
      </DialogForm>
    </Dialog>
  )
}

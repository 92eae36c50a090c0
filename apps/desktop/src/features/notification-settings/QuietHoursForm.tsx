import type { QuietHours } from '@care/domain'
import Button from '@mui/material/Button'
import { useState, type ReactNode } from 'react'
import { errorText } from '../../shared/error-text.ts'
import { useMe } from '../../shared/entities/me.ts'
import { tagOf } from '@care/i18n/core'
import { useT } from '../../shared/i18n/I18nProvider.tsx'
import { useIsOffline } from '../../shared/realtime/connection.ts'
import { showToast } from '../../shared/ui/toast.tsx'
import { useSetQuietHours } from './api.ts'
import styles from './notification-settings.module.css'

const asTime = (minutes: number): string =>
  `${String(Math.floor(minutes / 60)).padStart(2, '0')}:${String(minutes % 60).padStart(2, '0')}`
const asMinutes = (time: string): number | null => {
  const [hours, minutes] = time.split(':').map(Number)
  return hours === undefined || minutes === undefined || Number.isNaN(hours + minutes) ? null : hours * 60 + minutes
}
const zoneHere = (): string => Intl.DateTimeFormat().resolvedOptions().timeZone
/** Monday first, as calendars here do. */
const weekdays = [1, 2, 3, 4, 5, 6, 0]
const night = { from: 20 * 60, to: 8 * 60, days: weekdays }
/** 4 January 1970 was a Sunday. */
const dayName = (language: Parameters<typeof tagOf>[0], day: number): string =>
  new Intl.DateTimeFormat(tagOf(language), { weekday: 'short', timeZone: 'UTC' }).format(Date.UTC(1970, 0, 4 + day))

/** The hours of the day in which one is not disturbed, in one's own zone. */
export function QuietHoursForm(): ReactNode {
  const t = useT()
  const saved = useMe()?.notifications.quietHours ?? null
  const isOffline = useIsOffline()
  const set = useSetQuietHours()
  const [isOn, setIsOn] = useState(saved !== null)
  const [hours, setHours] = useState<QuietHours>(saved ?? { ...night, zone: zoneHere() })
  const toggle = (day: number): void =>
    setHours({
      ...hours,
      days: hours.days.includes(day) ? hours.days.filter((one) => one !== day) : [...hours.days, day],
    })
  const setTime = (end: 'from' | 'to', value: string): void => {
    const minutes = asMinutes(value)
    if (minutes !== null) setHours({ ...hours, [end]: minutes })
  }
  const needsDay = isOn && hours.days.length === 0
  return (
    <form
      className={styles.quiet}
      onSubmit={(event) => {
        event.preventDefault()
        if (!needsDay) set.mutate(isOn ? hours : null, { onSuccess: () => showToast(t('notificationSettings.saved')) })
      }}
    >
      <label>
        <input type="checkbox" checked={isOn} onChange={({ target }) => setIsOn(target.checked)} />{' '}
        {t('notificationSettings.quietHours')}
      </label>
      {isOn && (
        <>
          <div className={styles.times}>
            {(['from', 'to'] as const).map((end) => (
              <label key={end}>
                {t(`notificationSettings.${end}`)}{' '}
                <input
                  type="time"
                  required
                  value={asTime(hours[end])}
                  onChange={({ target }) => setTime(end, target.value)}
                />
              </label>
            ))}
            <span className={styles.zone}>{hours.zone}</span>
            {hours.zone !== zoneHere() && (
              <Button size="small" color="inherit" onClick={() => setHours({ ...hours, zone: zoneHere() })}>
                {t('notificationSettings.zoneHere', { zone: zoneHere() })}
              </Button>
            )}
          </div>
          <fieldset className={styles.days}>
            <legend>{t('notificationSettings.days')}</legend>
            {weekdays.map((day) => (
              <label key={day}>
                <input type="checkbox" checked={hours.days.includes(day)} onChange={() => toggle(day)} />{' '}
                {dayName(t.language, day)}
              </label>
            ))}
          </fieldset>
        </>
      )}
      {needsDay && (
        <p role="alert" className={styles.problem}>
          {t('notificationSettings.needsDay')}
        </p>
      )}
      {set.error && (
        <p role="alert" className={styles.problem}>
          {errorText(t, set.error)}
        </p>
      )}
      <Button type="submit" size="small" variant="outlined" color="inherit" disabled={isOffline || set.isPending}>
        {t('notificationSettings.save')}
      </Button>
    </form>
  )
}

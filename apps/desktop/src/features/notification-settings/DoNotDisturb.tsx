import Button from '@mui/material/Button'
import { hourMs, minuteMs } from '@care/domain'
import { type ReactNode } from 'react'
import { useMe } from '../../shared/entities/me.ts'
import { serverNow } from '../../shared/clock.ts'
import { useDoNotDisturb } from '../../shared/entities/do-not-disturb.ts'
import { useFormat } from '../../shared/i18n/useFormat.ts'
import { useT } from '../../shared/i18n/I18nProvider.tsx'
import { useIsOffline } from '../../shared/realtime/connection.ts'
import styles from './notification-settings.module.css'

const tomorrowMorning = (): number => {
  const at = new Date(serverNow())
  at.setDate(at.getDate() + 1)
  return at.setHours(8, 0, 0, 0)
}

/** Whether one may be disturbed now, and for how long not. */
export function DoNotDisturb(): ReactNode {
  const t = useT()
  const format = useFormat()
  const isOffline = useIsOffline()
  const dnd = useMe()?.presence.doNotDisturb ?? null
  const set = useDoNotDisturb()
  const choices = [
    { key: 'half', word: t('notificationSettings.dndHalfHour'), until: () => serverNow() + 30 * minuteMs },
    { key: 'hour', word: t('notificationSettings.dndHour'), until: () => serverNow() + hourMs },
    { key: 'tomorrow', word: t('notificationSettings.dndTomorrow'), until: tomorrowMorning },
    { key: 'open', word: t('notificationSettings.dndOpen'), until: () => null },
  ]
  const state =
    dnd === null
      ? t('notificationSettings.dndOff')
      : dnd.until === null
        ? t('notificationSettings.dndOn')
        : t(dnd.by === 'quietHours' ? 'notificationSettings.dndQuiet' : 'notificationSettings.dndUntil', {
            time: format.dateTime(dnd.until),
          })
  return (
    <>
      <output className={styles.state} data-on={dnd !== null || undefined}>
        {state}
      </output>
      <div className={styles.choices}>
        {dnd !== null && (
          <Button
            size="small"
            variant="contained"
            disabled={isOffline || set.isPending}
            onClick={() => set.mutate({ isOn: false, until: null })}
          >
            {t('notificationSettings.dndEnd')}
          </Button>
        )}
        {choices.map(({ key, word, until }) => (
          <Button
            key={key}
            size="small"
            variant="outlined"
            color="inherit"
            disabled={isOffline || set.isPending}
            onClick={() => set.mutate({ isOn: true, until: until() })}
          >
            {word}
          </Button>
        ))}
      </div>
    </>
  )
}

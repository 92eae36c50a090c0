import { hasWay, isTold, type NotificationEvent, notificationEvents, type Way, ways } from '@care/domain'
import { useState, type ReactNode } from 'react'
import { useMe } from '../../shared/entities/me.ts'
import { useT } from '../../shared/i18n/I18nProvider.tsx'
import { useIsOffline } from '../../shared/realtime/connection.ts'
import { useChangeSettings } from './api.ts'
import styles from './notification-settings.module.css'

/** What one is told, and how: one line per event, one column per way. */
export function WaysTable(): ReactNode {
  const t = useT()
  const chosen = useMe()?.notifications.ways ?? {}
  const isOffline = useIsOffline()
  const change = useChangeSettings()
  /** What was just clicked shows in the same frame; the shared cache follows a moment later. */
  const [clicked, setClicked] = useState<Readonly<Record<string, boolean>>>({})
  const choose = (event: NotificationEvent, way: Way, isOn: boolean): void => {
    const key = `${event}.${way}`
    setClicked((old) => ({ ...old, [key]: isOn }))
    change.mutate(
      { ways: { [event]: { [way]: isOn } } },
      { onSettled: () => setClicked(({ [key]: _done, ...others }) => others) },
    )
  }
  return (
    <div className={styles.scroll}>
      <table className={styles.table}>
        <thead>
          <tr>
            <th scope="col">{t('notificationSettings.event')}</th>
            {ways.map((way) => (
              <th key={way} scope="col">
                {t(`notificationSettings.ways.${way}`)}
                {way === 'email' && <span className={styles.later}>{t('notificationSettings.notYet')}</span>}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {notificationEvents.map((event) => (
            <tr key={event}>
              <th scope="row">{t(`notificationSettings.events.${event}`)}</th>
              {ways.map((way) => (
                <td key={way}>
                  {hasWay(event, way) || way === 'email' ? (
                    <input
                      type="checkbox"
                      aria-label={`${t(`notificationSettings.events.${event}`)}: ${t(`notificationSettings.ways.${way}`)}`}
                      checked={clicked[`${event}.${way}`] ?? isTold(chosen, event, way)}
                      disabled={way === 'email' || isOffline}
                      onChange={({ target }) => choose(event, way, target.checked)}
                    />
                  ) : (
                    <span aria-hidden="true">–</span>
                  )}
                </td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  )
}

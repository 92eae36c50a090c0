import { hasWay, isTold, type NotificationEvent, notificationEvents, type Way, ways } from '@care/domain'
import { useQueryClient } from '@tanstack/react-query'
import { useEffect, useState, type ReactNode } from 'react'
import { Link } from 'wouter'
import { meQuery, useMe } from '../../shared/entities/me.ts'
import { useT } from '../../shared/i18n/I18nProvider.tsx'
import { useIsOffline } from '../../shared/realtime/connection.ts'
import { useChangeSettings } from './api.ts'
import styles from './notification-settings.module.css'

/** What one is told, and how: one line per event, one column per way. */
export function WaysTable(): ReactNode {
  const t = useT()
  const chosen = useMe()?.notifications.ways ?? {}
  const canMail = useCanMail()
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
  const canChoose = (event: NotificationEvent, way: Way): boolean =>
    !isOffline && (way !== 'email' || (canMail && isTold(chosen, event, 'panel')))
  return (
    <>
      <div className={styles.scroll}>
        <table className={styles.table}>
          <thead>
            <tr>
              <th scope="col">{t('notificationSettings.event')}</th>
              {ways.map((way) => (
                <th key={way} scope="col">
                  {t(`notificationSettings.ways.${way}`)}
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
                    {hasWay(event, way) ? (
                      <input
                        type="checkbox"
                        aria-label={`${t(`notificationSettings.events.${event}`)}: ${t(`notificationSettings.ways.${way}`)}`}
                        checked={clicked[`${event}.${way}`] ?? isTold(chosen, event, way)}
                        aria-describedby={way === 'email' ? mailNote : undefined}
                        disabled={!canChoose(event, way)}
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
      <MailNote canMail={canMail} />
    </>
  )
}

const mailNote = 'ns-mail'

/** When a mail goes out; that none does, with the way to change it for who may. */
function MailNote({ canMail }: { canMail: boolean }): ReactNode {
  const t = useT()
  const permissions = useMe()?.permissions ?? []
  if (canMail)
    return (
      <p id={mailNote} className={styles.note}>
        {t('notificationSettings.mailAbout')}
      </p>
    )
  return (
    <p id={mailNote} className={styles.note} data-warn="">
      {t('notificationSettings.noMailbox')}{' '}
      {permissions.includes('settings.channels') && <Link href="/settings/channels">{t('mail.setUp')}</Link>}
    </p>
  )
}

/** Whether a mailbox sends; asked once more each time that one comes here, perhaps from setting one up. */
function useCanMail(): boolean {
  const client = useQueryClient()
  useEffect(() => void client.invalidateQueries({ queryKey: meQuery.queryKey }), [client])
  return useMe()?.notifications.isMailSetUp ?? true
}

import type { ReactNode } from 'react'
import { useT } from '../../shared/i18n/I18nProvider.tsx'
import { useIsOffline } from '../../shared/realtime/connection.ts'
import { SettingsPage } from '../../shared/ui/SettingsPage.tsx'
import { DoNotDisturb } from './DoNotDisturb.tsx'
import styles from './notification-settings.module.css'
import { QuietHoursForm } from './QuietHoursForm.tsx'
import { BrowserPermission, SoundChoices } from './SoundChoices.tsx'
import { WaysTable } from './WaysTable.tsx'

/** Settings → Notifications: when one may be disturbed, what one is told and how, and how loud (row X4). */
export function NotificationSettingsPage(): ReactNode {
  const t = useT()
  const isOffline = useIsOffline()
  const part = (id: string, title: string, content: ReactNode): ReactNode => (
    <section className={styles.part} aria-labelledby={id}>
      <h2 id={id}>{title}</h2>
      {content}
    </section>
  )
  return (
    <SettingsPage title={t('shell.notifications')} about={t('notificationSettings.about')}>
      {isOffline && <p className={styles.offline}>{t('errors.OFFLINE')}</p>}
      {part(
        'ns-dnd',
        t('presence.doNotDisturb'),
        <>
          <p>{t('notificationSettings.dndAbout')}</p>
          <DoNotDisturb />
          <QuietHoursForm />
        </>,
      )}
      {part('ns-ways', t('notificationSettings.howTold'), <WaysTable />)}
      {part('ns-sounds', t('notificationSettings.soundsTitle'), <SoundChoices />)}
      {part('ns-browser', t('notificationSettings.browserTitle'), <BrowserPermission />)}
    </SettingsPage>
  )
}

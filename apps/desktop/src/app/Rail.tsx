import { Headset, Keyboard } from 'lucide-react'
import type { ReactNode } from 'react'
import { Link } from 'wouter'
import { useT } from '../shared/i18n/I18nProvider.tsx'
import { regionStop } from '../shared/keyboard/regions.ts'
import { Logo } from '../shared/ui/Logo.tsx'
import styles from './app.module.css'
import { NotificationsButton } from './NotificationsButton.tsx'
import { pages, useDeskAddress, usePage } from './pages.ts'
import { SettingsMenu } from './SettingsMenu.tsx'

interface RailProps {
  unread: number
  areNotificationsOpen: boolean
  onNotifications: () => void
  onShortcuts: () => void
  onSignOut: () => void
}

/** The way between screens; only those that are there. */
export function Rail({ unread, areNotificationsOpen, onNotifications, onShortcuts, onSignOut }: RailProps): ReactNode {
  const t = useT()
  const page = usePage()
  const desk = useDeskAddress()
  return (
    <nav className={styles.rail} aria-label={t('shell.mainNavigation')} {...regionStop} tabIndex={-1}>
      <Logo />
      <Link
        href={desk}
        className={styles.railItem}
        aria-label={t('shell.myDesk')}
        title={t('shell.myDesk')}
        aria-current={page === null ? 'page' : undefined}
        aria-keyshortcuts="g d"
      >
        <Headset size={20} strokeWidth={1.75} aria-hidden="true" />
        {unread > 0 && <span className={styles.railBadge} data-count={unread} />}
      </Link>
      {pages.map(({ id, path, key, icon: Icon, word }) => (
        <Link
          key={id}
          href={path}
          className={styles.railItem}
          aria-label={t(word)}
          title={`${t(word)} (G ${key.toUpperCase()})`}
          aria-current={page === id ? 'page' : undefined}
          aria-keyshortcuts={`g ${key}`}
        >
          <Icon size={20} strokeWidth={1.75} aria-hidden="true" />
        </Link>
      ))}
      <span className={styles.space} />
      <NotificationsButton className={styles.railItem} isOpen={areNotificationsOpen} onClick={onNotifications} />
      <button
        type="button"
        className={styles.railItem}
        aria-label={t('shell.keyboardShortcuts')}
        title={`${t('shell.keyboardShortcuts')} (?)`}
        aria-keyshortcuts="?"
        onClick={onShortcuts}
      >
        <Keyboard size={20} strokeWidth={1.75} aria-hidden="true" />
      </button>
      <SettingsMenu className={styles.railItem} onSignOut={onSignOut} />
    </nav>
  )
}

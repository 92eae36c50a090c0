import { Headset, Keyboard, Search } from 'lucide-react'
import type { ReactNode } from 'react'
import { Link } from 'wouter'
import { useT } from '../shared/i18n/I18nProvider.tsx'
import { useKeyHints } from '../shared/keyboard/hints.ts'
import { regionStop } from '../shared/keyboard/regions.ts'
import { Logo } from '../shared/ui/Logo.tsx'
import styles from './app.module.css'
import { NotificationsButton } from './NotificationsButton.tsx'
import { pages, useDeskAddress, usePage } from './pages.ts'
import { SettingsMenu } from './SettingsMenu.tsx'

interface RailProps {
  unread: number
  onNotifications: () => void
  onPalette: () => void
  onShortcuts: () => void
  onSignOut: () => void
}

/** The way between screens; only those that are there. */
export function Rail({ unread, onNotifications, onPalette, onShortcuts, onSignOut }: RailProps): ReactNode {
  const t = useT()
  const hints = useKeyHints()
  const page = usePage()
  const desk = useDeskAddress()
  return (
    <nav className={styles.rail} aria-label={t('shell.mainNavigation')} {...regionStop} tabIndex={-1}>
      <Logo />
      <Link
        href={desk}
        className={styles.railItem}
        aria-label={t('shell.myDesk')}
        title={hints.title(t('shell.myDesk'), 'g d')}
        aria-current={page === null ? 'page' : undefined}
        {...hints.props('g d')}
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
          title={hints.title(t(word), `g ${key}`)}
          aria-current={page === id ? 'page' : undefined}
          {...hints.props(`g ${key}`)}
        >
          <Icon size={20} strokeWidth={1.75} aria-hidden="true" />
        </Link>
      ))}
      <span className={styles.space} />
      <button
        type="button"
        className={styles.railItem}
        aria-label={t('shell.searchAndCommands')}
        title={hints.title(t('shell.searchAndCommands'), 'Ctrl+k')}
        {...hints.props('Ctrl+k')}
        onClick={onPalette}
      >
        <Search size={20} strokeWidth={1.75} aria-hidden="true" />
      </button>
      <NotificationsButton className={styles.railItem} onClick={onNotifications} />
      <button
        type="button"
        className={styles.railItem}
        aria-label={t('shell.keyboardShortcuts')}
        title={hints.title(t('shell.keyboardShortcuts'), '?')}
        {...hints.props('?')}
        onClick={onShortcuts}
      >
        <Keyboard size={20} strokeWidth={1.75} aria-hidden="true" />
      </button>
      <SettingsMenu className={styles.railItem} onSignOut={onSignOut} />
    </nav>
  )
}

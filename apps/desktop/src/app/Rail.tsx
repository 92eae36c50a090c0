import { Headset, Keyboard } from 'lucide-react'
import type { ReactNode } from 'react'
import { Link } from 'wouter'
import { useT } from '../shared/i18n/I18nProvider.tsx'
import { regionStop } from '../shared/keyboard/regions.ts'
import { Logo } from '../shared/ui/Logo.tsx'
import styles from './app.module.css'
import { SettingsMenu } from './SettingsMenu.tsx'

interface RailProps {
  unread: number
  onShortcuts: () => void
  onSignOut: () => void
}

/** The way between screens; only those that are there. */
export function Rail({ unread, onShortcuts, onSignOut }: RailProps): ReactNode {
  const t = useT()
  return (
    <nav className={styles.rail} aria-label={t('shell.mainNavigation')} {...regionStop} tabIndex={-1}>
      <Logo />
      <Link
        href="/"
        className={styles.railItem}
        aria-label={t('shell.myDesk')}
        title={t('shell.myDesk')}
        aria-current="page"
      >
        <Headset size={20} strokeWidth={1.75} aria-hidden="true" />
        {unread > 0 && <span className={styles.railBadge} data-count={unread} />}
      </Link>
      <span className={styles.space} />
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

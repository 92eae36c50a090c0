import { Bell } from 'lucide-react'
import type { ReactNode } from 'react'
import { useMe } from '../shared/entities/me.ts'
import { useT } from '../shared/i18n/I18nProvider.tsx'
import { useKeyHints } from '../shared/keyboard/hints.ts'
import styles from './app.module.css'
import { useDialog } from './open-dialog.ts'

interface NotificationsButtonProps {
  className?: string | undefined
  onClick: () => void
  children?: ReactNode
}

/** The bell with its count; what is behind it is loaded when it is opened. */
export function NotificationsButton({ className, onClick, children }: NotificationsButtonProps): ReactNode {
  const t = useT()
  const hints = useKeyHints()
  const isOpen = useDialog(({ dialog }) => dialog?.kind === 'notifications')
  const n = useMe()?.notifications.unread ?? 0
  return (
    <button
      type="button"
      className={className}
      aria-label={n > 0 ? t('shell.unreadNotifications', { n }) : t('shell.notifications')}
      title={hints.title(t('shell.notifications'), 'g n')}
      aria-haspopup="dialog"
      aria-expanded={isOpen}
      {...hints.props('g n')}
      onClick={onClick}
    >
      <Bell size={20} strokeWidth={1.75} aria-hidden="true" />
      {children}
      {n > 0 && <span className={styles.railBadge} data-count={n > 99 ? '99+' : n} />}
    </button>
  )
}

import { Columns2, Headset, MessageSquare } from 'lucide-react'
import type { ReactNode } from 'react'
import { useLocation } from 'wouter'
import { useT } from '../shared/i18n/I18nProvider.tsx'
import { useLayout, type Pane } from '../shared/workspace/layout.ts'
import styles from './app.module.css'
import { NotificationsButton } from './NotificationsButton.tsx'
import { pages, useDeskAddress, usePage } from './pages.ts'
import { SettingsMenu } from './SettingsMenu.tsx'

const barPages = pages.filter((page) => 'shortWord' in page)

/** Below 768 px: one pane at a time. */
export function BottomBar({
  unread,
  onNotifications,
  onSignOut,
  onShortcuts,
}: {
  unread: number
  onNotifications: () => void
  onSignOut: () => void
  onShortcuts: () => void
}): ReactNode {
  const t = useT()
  const { pane, showPane } = useLayout()
  const [, navigate] = useLocation()
  const page = usePage()
  const desk = useDeskAddress()
  const show = (id: Pane): void => {
    if (page !== null) navigate(desk)
    showPane(id)
  }
  const item = (id: Pane, label: string, icon: ReactNode, badge = 0): ReactNode => (
    <button type="button" aria-current={page === null && pane === id ? 'page' : undefined} onClick={() => show(id)}>
      {icon}
      <span className="ell">{label}</span>
      {badge > 0 && <span className={styles.railBadge} data-count={badge} />}
    </button>
  )
  return (
    <nav className={styles.bottom} aria-label={t('shell.panes')}>
      {item('tasks', t('shell.tasks'), <Headset size={20} aria-hidden="true" />, unread)}
      {item('communication', t('shell.talk'), <MessageSquare size={20} aria-hidden="true" />)}
      {item('details', t('shell.details'), <Columns2 size={20} aria-hidden="true" />)}
      {barPages.map(({ id, path, icon: Icon, shortWord }) => (
        <button key={id} type="button" aria-current={page === id ? 'page' : undefined} onClick={() => navigate(path)}>
          <Icon size={20} aria-hidden="true" />
          <span className="ell">{t(shortWord)}</span>
        </button>
      ))}
      <NotificationsButton onClick={onNotifications} />
      <SettingsMenu onSignOut={onSignOut} onShortcuts={onShortcuts} />
    </nav>
  )
}

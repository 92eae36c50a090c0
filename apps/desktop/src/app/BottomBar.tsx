import { Columns2, Headset, MessageSquare } from 'lucide-react'
import type { ReactNode } from 'react'
import { useT } from '../shared/i18n/I18nProvider.tsx'
import { useLayout, type Pane } from '../shared/workspace/layout.ts'
import styles from './app.module.css'
import { SettingsMenu } from './SettingsMenu.tsx'

/** Below 768 px: one pane at a time. */
export function BottomBar({
  unread,
  onSignOut,
  onShortcuts,
}: {
  unread: number
  onSignOut: () => void
  onShortcuts: () => void
}): ReactNode {
  const t = useT()
  const { pane, showPane } = useLayout()
  const item = (id: Pane, label: string, icon: ReactNode, badge = 0): ReactNode => (
    <button type="button" aria-current={pane === id ? 'page' : undefined} onClick={() => showPane(id)}>
      {icon}
      {label}
      {badge > 0 && <span className={styles.railBadge} data-count={badge} />}
    </button>
  )
  return (
    <nav className={styles.bottom} aria-label={t('shell.panes')}>
      {item('tasks', t('shell.tasks'), <Headset size={20} aria-hidden="true" />, unread)}
      {item('communication', t('communication.region'), <MessageSquare size={20} aria-hidden="true" />)}
      {item('details', t('shell.details'), <Columns2 size={20} aria-hidden="true" />)}
      <SettingsMenu onSignOut={onSignOut} onShortcuts={onShortcuts}>
        <span aria-hidden="true">{t('shell.settings')}</span>
      </SettingsMenu>
    </nav>
  )
}

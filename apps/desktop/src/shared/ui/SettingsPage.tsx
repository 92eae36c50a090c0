import type { ReactNode } from 'react'
import { useT } from '../i18n/I18nProvider.tsx'
import styles from './settings-page.module.css'
import { ErrorState, SkeletonLines } from './states.tsx'

interface SettingsPageProps {
  /** Heading and the region's accessible name. */
  title: string
  about: string
  /** The main thing one does here. */
  action?: ReactNode
  children: ReactNode
}

/** A page of the settings: what it is for, its main action, and below what there is. */
export function SettingsPage({ title, about, action, children }: SettingsPageProps): ReactNode {
  return (
    <section className={styles.page} aria-label={title}>
      <header className={styles.head}>
        <div>
          <h1>{title}</h1>
          <p>{about}</p>
        </div>
        {action}
      </header>
      {children}
    </section>
  )
}

/** While a list of settings is not there: grey lines, or why not and a way to try again. */
export function NotThereYet({ hasFailed, onRetry }: { hasFailed: boolean; onRetry: () => void }): ReactNode {
  const t = useT()
  return hasFailed ? <ErrorState title={t('settings.didNotLoad')} onRetry={onRetry} /> : <SkeletonLines />
}

export { styles as settingsStyles }

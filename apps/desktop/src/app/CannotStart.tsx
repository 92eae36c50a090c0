import type { ReactNode } from 'react'
import { useT } from '../shared/i18n/I18nProvider.tsx'
import { ErrorState } from '../shared/ui/states.tsx'
import styles from './app.module.css'

/** The very first call had no answer. */
export function CannotStart({ onRetry }: { onRetry: () => void }): ReactNode {
  const t = useT()
  return (
    <main className={styles.crash}>
      <ErrorState title={t('shell.cannotStart')} text={t('shell.cannotStartText')} onRetry={onRetry} />
    </main>
  )
}

import type { ReactNode } from 'react'
import { useT } from '../shared/i18n/I18nProvider.tsx'
import { ErrorState } from '../shared/ui/states.tsx'
import { ErrorBoundary } from './ErrorBoundary.tsx'

/** A region that fails by itself: the rest of the desk, and above all the talk, goes on. */
export function RegionBoundary({ children }: { children: ReactNode }): ReactNode {
  const t = useT()
  return (
    <ErrorBoundary fallback={(retry) => <ErrorState compact title={t('shell.sectionFailed')} onRetry={retry} />}>
      {children}
    </ErrorBoundary>
  )
}

import Button from '@mui/material/Button'
import { RefreshCw, TriangleAlert } from 'lucide-react'
import type { ReactNode } from 'react'
import { useLater } from '../hooks/useLater.ts'
import { useT } from '../i18n/I18nProvider.tsx'
import styles from './ui.module.css'

/** Nothing here yet: says so, why, and what can be done. */
export function EmptyState({
  icon,
  title,
  text,
  action,
}: {
  icon?: ReactNode
  title: string
  text?: string
  action?: ReactNode
}): ReactNode {
  return (
    <div className={styles.state}>
      {icon !== undefined && (
        <span className={styles.stateIcon} aria-hidden="true">
          {icon}
        </span>
      )}
      <h3>{title}</h3>
      {text !== undefined && <p>{text}</p>}
      {action !== undefined && <div className={styles.stateAction}>{action}</div>}
    </div>
  )
}

/** A region that did not load; the other regions go on. `compact` for a section of the Context column. */
export function ErrorState({
  title,
  text,
  onRetry,
  compact,
}: {
  title: string
  text?: string
  onRetry: () => void
  compact?: boolean
}): ReactNode {
  const t = useT()
  const retry = (
    <Button size="small" variant="outlined" color="inherit" startIcon={<RefreshCw size={14} />} onClick={onRetry}>
      {t('common.tryAgain')}
    </Button>
  )
  if (compact)
    return (
      <output className={styles.inlineError}>
        <span>{title}</span>
        {retry}
      </output>
    )
  return (
    <output className={styles.state}>
      <span className={styles.stateIcon} data-tone="err" aria-hidden="true">
        <TriangleAlert size={20} />
      </span>
      <h3>{title}</h3>
      {text !== undefined && <p>{text}</p>}
      <div className={styles.stateAction}>{retry}</div>
    </output>
  )
}

/** Grey lines while loading, only after 200 ms. Never put over data that is already on the screen. */
export function SkeletonLines({ lines = 3 }: { lines?: number }): ReactNode {
  const t = useT()
  const isLate = useLater(true)
  return (
    <output className={styles.skeleton} aria-busy="true" aria-label={t('common.loading')}>
      {isLate &&
        Array.from({ length: lines }, (_, i) => <i key={i} style={{ width: `${[55, 80, 38, 68][i % 4]}%` }} />)}
    </output>
  )
}

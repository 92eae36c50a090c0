import Button from '@mui/material/Button'
import type { ReactNode } from 'react'
import { useT } from '../../shared/i18n/I18nProvider.tsx'
import { EmptyState, ErrorState, SkeletonLines } from '../../shared/ui/states.tsx'

interface ListStateProps {
  /** Undefined while nothing has come yet. */
  count: number | undefined
  isError: boolean
  onRetry: () => void
  failed: string
  icon: ReactNode
  none: { title: string; text: string; add: string; onAdd: () => void }
  /** Something is left out: say so and offer all. */
  isFiltered: boolean
  onShowAll: () => void
  children: ReactNode
}

/** The list, or why there is none: loading, did not load, nothing yet, nothing in this part. */
export function ListState(props: ListStateProps): ReactNode {
  const { count, isError, onRetry, failed, icon, none, isFiltered, onShowAll, children } = props
  const t = useT()
  if (count === undefined)
    return isError ? <ErrorState title={failed} onRetry={onRetry} /> : <SkeletonLines lines={8} />
  if (count > 0) return children
  return isFiltered ? (
    <EmptyState
      icon={icon}
      title={t('followUps.noneFound')}
      action={
        <Button size="small" variant="outlined" onClick={onShowAll}>
          {t('followUps.showAll')}
        </Button>
      }
    />
  ) : (
    <EmptyState
      icon={icon}
      title={none.title}
      text={none.text}
      action={
        <Button size="small" variant="outlined" onClick={none.onAdd}>
          {none.add}
        </Button>
      }
    />
  )
}

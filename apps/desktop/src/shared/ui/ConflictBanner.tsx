import type { ReactNode } from 'react'
import { useT } from '../i18n/I18nProvider.tsx'
import { ConflictLine } from './ConflictLine.tsx'

interface ConflictBannerProps {
  /** Who changed it; null when not known. */
  by: string | null
  /** What the field is called. */
  field: string
  /** Its value now, as shown. */
  theirs: string
  /** The operator's value, as shown; it is not saved. */
  mine: string
  onLoad: () => void
  onKeepMine: () => void
}

/** Somebody changed the same field first: load his value, or save one's own over it knowingly (rule 4). */
export function ConflictBanner({ by, field, theirs, mine, onLoad, onKeepMine }: ConflictBannerProps): ReactNode {
  const t = useT()
  const name = by ?? t('common.somebody')
  return (
    <ConflictLine
      by={by}
      title={t('common.conflictTitle', { name, field, value: theirs })}
      text={t('common.conflictMine', { value: mine })}
      onLoad={onLoad}
      onKeepMine={onKeepMine}
    />
  )
}

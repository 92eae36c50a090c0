import Button from '@mui/material/Button'
import { Info } from 'lucide-react'
import type { ReactNode } from 'react'
import { useT } from '../i18n/I18nProvider.tsx'
import { Banner } from './Banner.tsx'

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
    <Banner
      tone="info"
      role="alert"
      icon={<Info size={16} aria-hidden="true" />}
      title={t('common.conflictTitle', { name, field, value: theirs })}
      text={t('common.conflictMine', { value: mine })}
      actions={
        <>
          <Button size="small" variant="contained" onClick={onLoad}>
            {by === null ? t('common.conflictLoadNow') : t('common.conflictLoad', { name: by })}
          </Button>
          <Button size="small" variant="outlined" color="inherit" onClick={onKeepMine}>
            {t('common.conflictKeep')}
          </Button>
        </>
      }
    />
  )
}

import { isApiError } from '@care/client'
import Button from '@mui/material/Button'
import { Info } from 'lucide-react'
import type { ReactNode } from 'react'
import { useT } from '../i18n/I18nProvider.tsx'
import { Banner } from './Banner.tsx'

/** What a refused save says about who was faster; null when it was refused for something else. */
export function conflictOf(error: unknown): { by: string | null; version: number } | null {
  if (!isApiError(error) || error.code !== 'CONFLICT') return null
  const { changedBy, currentVersion } = error.details
  return { by: typeof changedBy === 'string' ? changedBy : null, version: Number(currentVersion) }
}

interface ConflictLineProps {
  by: string | null
  /** What has changed, where it is known more exactly. */
  title?: string
  text?: string
  onLoad: () => void
  onKeepMine: () => void
}

/** Somebody saved the same one first: take his, or save one's own over it knowingly (rule 4). */
export function ConflictLine({ by, title, text, onLoad, onKeepMine }: ConflictLineProps): ReactNode {
  const t = useT()
  return (
    <Banner
      tone="info"
      role="alert"
      icon={<Info size={16} aria-hidden="true" />}
      title={title ?? t('errors.CONFLICT')}
      text={text ?? by ?? t('common.somebody')}
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

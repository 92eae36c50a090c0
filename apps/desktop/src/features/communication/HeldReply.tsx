import Button from '@mui/material/Button'
import type { ReactNode } from 'react'
import { useT } from '../../shared/i18n/I18nProvider.tsx'
import styles from './composer.module.css'
import type { useUploads } from './useUploads.ts'

/** Says that the reply waits for its uploads, with the way back, or that it was not sent because one failed. */
export function HeldReply({
  uploads,
  onCallOff,
}: {
  uploads: ReturnType<typeof useUploads>
  onCallOff: () => void
}): ReactNode {
  const t = useT()
  if (uploads.isHeld)
    return (
      <div className={styles.held}>
        <output>{t('communication.sentAfterUpload')}</output>
        <Button size="small" onClick={onCallOff}>
          {t('common.cancel')}
        </Button>
      </div>
    )
  return (
    uploads.hasFailed && (
      <div className={styles.held} data-failed="" role="alert">
        {t('communication.notSentUpload')}
      </div>
    )
  )
}

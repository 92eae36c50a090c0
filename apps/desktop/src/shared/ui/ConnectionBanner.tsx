import Button from '@mui/material/Button'
import { WifiOff } from 'lucide-react'
import type { ReactNode } from 'react'
import { useLater } from '../hooks/useLater.ts'
import { useT } from '../i18n/I18nProvider.tsx'
import { retryNow, useConnection } from '../realtime/connection.ts'
import { Banner } from './Banner.tsx'

/** Amber while the connection is lost; `text` says what waits for it. */
export function ConnectionBanner({ text }: { text?: string | undefined }): ReactNode {
  const t = useT()
  const { state, tries } = useConnection()
  const isLong = useLater(state === 'reconnecting', 700)
  if (!isLong) return null
  return (
    <Banner
      tone="warn"
      icon={<WifiOff size={16} aria-hidden="true" />}
      title={t('communication.reconnecting', { n: Math.max(1, tries) })}
      text={text}
      actions={
        <Button size="small" variant="outlined" color="inherit" onClick={retryNow}>
          {t('communication.tryNow')}
        </Button>
      }
    />
  )
}

import Button from '@mui/material/Button'
import type { UseMutationResult } from '@tanstack/react-query'
import type { ReactNode } from 'react'
import { errorText } from '../error-text.ts'
import { useT } from '../i18n/I18nProvider.tsx'
import { useIsOffline } from '../realtime/connection.ts'
import { Banner } from './Banner.tsx'
import { showToast } from './toast.tsx'

interface AskedBannerProps {
  name: string
  /** The mutation that asks him no more. */
  withdraw: Pick<UseMutationResult<unknown, Error, void>, 'isPending' | 'mutate'>
}

/** A colleague is asked to take the open task over; until he answers one goes on, or asks him no more. */
export function AskedBanner({ name, withdraw }: AskedBannerProps): ReactNode {
  const t = useT()
  const isOffline = useIsOffline()
  return (
    <Banner
      tone="info"
      title={t('transfer.pending', { name })}
      text={t('transfer.pendingText')}
      actions={
        <Button
          size="small"
          variant="outlined"
          color="inherit"
          disabled={withdraw.isPending || isOffline}
          onClick={() => withdraw.mutate(undefined, { onError: (error) => showToast(errorText(t, error)) })}
        >
          {t('transfer.withdraw')}
        </Button>
      }
    />
  )
}

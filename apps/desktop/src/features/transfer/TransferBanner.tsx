import type { ActivityDetails } from '@care/contract'
import Button from '@mui/material/Button'
import type { ReactNode } from 'react'
import { errorText } from '../../shared/error-text.ts'
import { useT } from '../../shared/i18n/I18nProvider.tsx'
import { useIsOffline } from '../../shared/realtime/connection.ts'
import { Banner } from '../../shared/ui/Banner.tsx'
import { showToast } from '../../shared/ui/toast.tsx'
import { useWithdrawTransfer } from './api.ts'

/** A colleague is asked to take the open task over; until he answers one goes on, or asks him no more. */
export function TransferBanner({ activity }: { activity: ActivityDetails }): ReactNode {
  const t = useT()
  const isOffline = useIsOffline()
  const withdraw = useWithdrawTransfer({ activityId: activity.id, requestId: activity.request.id })
  // In a call that stands among its own controls.
  if (!activity.transferTo || activity.medium === 'call') return null
  return (
    <Banner
      tone="info"
      title={t('transfer.pending', { name: activity.transferTo.name })}
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

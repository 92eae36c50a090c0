import type { ActivityDetails, CallDetails } from '@care/contract'
import Button from '@mui/material/Button'
import type { ReactNode } from 'react'
import { errorText } from '../../shared/error-text.ts'
import { useT } from '../../shared/i18n/I18nProvider.tsx'
import { useIsOffline } from '../../shared/realtime/connection.ts'
import { AskedBanner } from '../../shared/ui/AskedBanner.tsx'
import { Banner } from '../../shared/ui/Banner.tsx'
import { showToast } from '../../shared/ui/toast.tsx'
import { useAskNoMore, useBackToCustomer, useCompleteTransfer } from './api.ts'

/** A colleague is asked, or talked to while the customer is held: hand over, or back to the customer. */
export function ConsultStrip({ call, activity }: { call: CallDetails; activity: ActivityDetails }): ReactNode {
  const t = useT()
  const isOffline = useIsOffline()
  const complete = useCompleteTransfer(call.id)
  const back = useBackToCustomer(call.id)
  const withdraw = useAskNoMore(call.id)
  const onError = (error: unknown): void => showToast(errorText(t, error))
  if (call.consult === null)
    return activity.transferTo && <AskedBanner name={activity.transferTo.name} withdraw={withdraw} />
  if (call.mySeat?.side === 'consult')
    return (
      <Banner tone="info" title={t('calls.asked', { name: call.operator?.name ?? '' })} text={t('calls.askedText')} />
    )
  const isBusy = complete.isPending || back.isPending || isOffline
  return (
    <Banner
      tone="info"
      title={t('calls.consulting', { name: call.consult.name })}
      text={t('calls.consultingText')}
      actions={
        <>
          <Button
            size="small"
            variant="contained"
            disabled={isBusy}
            onClick={() => complete.mutate(undefined, { onError })}
          >
            {t('calls.complete')}
          </Button>
          <Button
            size="small"
            variant="outlined"
            color="inherit"
            disabled={isBusy}
            onClick={() => back.mutate(undefined, { onError })}
          >
            {t('calls.backToCustomer')}
          </Button>
        </>
      }
    />
  )
}

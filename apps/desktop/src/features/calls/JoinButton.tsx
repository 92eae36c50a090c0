import type { CallDetails } from '@care/contract'
import Button from '@mui/material/Button'
import { useState, type ReactNode } from 'react'
import { errorText } from '../../shared/error-text.ts'
import { useT } from '../../shared/i18n/I18nProvider.tsx'
import { useIsOffline } from '../../shared/realtime/connection.ts'
import { showToast } from '../../shared/ui/toast.tsx'
import { joinCall, leaveLine } from './live-call.ts'

/** Takes the call into this window: one that nobody sits at, or, with a word of it, another window’s. */
export function JoinButton({ call }: { call: CallDetails }): ReactNode {
  const t = useT()
  const isOffline = useIsOffline()
  const [isBusy, setIsBusy] = useState(false)
  const isElsewhere = call.mySeat !== null && call.mySeat.seatId !== null && !call.mySeat.isLost
  const join = (): void => {
    setIsBusy(true)
    void joinCall(call, { takesOver: isElsewhere })
      .catch((error: unknown) => {
        leaveLine()
        showToast(errorText(t, error))
      })
      .finally(() => setIsBusy(false))
  }
  return (
    <>
      {isElsewhere && <span>{t('calls.phases.elsewhere')}</span>}
      <Button size="small" variant="contained" disabled={isBusy || isOffline} onClick={join}>
        {t(isElsewhere ? 'calls.takeOver' : 'calls.join')}
      </Button>
    </>
  )
}

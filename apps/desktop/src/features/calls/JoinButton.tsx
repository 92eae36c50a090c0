import type { CallDetails } from '@care/contract'
import Button from '@mui/material/Button'
import { useState, type ReactNode } from 'react'
import { errorText } from '../../shared/error-text.ts'
import { useT } from '../../shared/i18n/I18nProvider.tsx'
import { useIsOffline } from '../../shared/realtime/connection.ts'
import { showToast } from '../../shared/ui/toast.tsx'
import { joinCall, leaveLine } from './live-call.ts'

/** Somebody of oneself sits at it already, and is there. */
export const isInAnotherWindow = ({ mySeat }: CallDetails): boolean =>
  mySeat !== null && mySeat.seatId !== null && !mySeat.isLost

/** Takes the call into this window: one that nobody sits at, or, with a word of it, another window’s. */
export function JoinButton({ call }: { call: CallDetails }): ReactNode {
  const t = useT()
  const isOffline = useIsOffline()
  const [isBusy, setIsBusy] = useState(false)
  const isElsewhere = isInAnotherWindow(call)
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
    <Button size="small" variant="contained" disabled={isBusy || isOffline} onClick={join}>
      {t(isElsewhere ? 'calls.takeOver' : 'calls.join')}
    </Button>
  )
}

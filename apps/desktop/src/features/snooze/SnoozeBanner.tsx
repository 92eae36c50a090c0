import type { RequestDetails } from '@care/contract'
import Button from '@mui/material/Button'
import { Clock } from 'lucide-react'
import type { ReactNode } from 'react'
import { errorText } from '../../shared/error-text.ts'
import { useT } from '../../shared/i18n/I18nProvider.tsx'
import { useFormat } from '../../shared/i18n/useFormat.ts'
import { useIsOffline } from '../../shared/realtime/connection.ts'
import { Banner } from '../../shared/ui/Banner.tsx'
import { showToast } from '../../shared/ui/toast.tsx'
import { useWake } from './api.ts'

/** The open request is put aside: until when, and the way back. */
export function SnoozeBanner({ request }: { request: RequestDetails }): ReactNode {
  const t = useT()
  const format = useFormat()
  const isOffline = useIsOffline()
  const wake = useWake(request.id)
  if (request.snoozedUntil === null) return null
  return (
    <Banner
      tone="neutral"
      icon={<Clock size={16} aria-hidden="true" />}
      title={t('snooze.sleeps', { time: format.dateTime(request.snoozedUntil) })}
      text={t(request.wakesOnAnswer ? 'snooze.wakesText' : 'snooze.keepsText')}
      actions={
        request.abilities.snooze && (
          <Button
            size="small"
            variant="outlined"
            color="inherit"
            disabled={wake.isPending || isOffline}
            onClick={() => wake.mutate(undefined, { onError: (error) => showToast(errorText(t, error)) })}
          >
            {t('snooze.wake')}
          </Button>
        )
      }
    />
  )
}

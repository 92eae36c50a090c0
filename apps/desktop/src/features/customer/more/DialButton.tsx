import type { Customer } from '@care/contract'
import Button from '@mui/material/Button'
import { Phone } from 'lucide-react'
import type { ReactNode } from 'react'
import { useT } from '../../../shared/i18n/I18nProvider.tsx'
import { useIsOffline } from '../../../shared/realtime/connection.ts'
import { useDial } from '../../../shared/workspace/dial.ts'

/** Calls the customer by one’s own phone (row K2); only for who has a line at a phone system. */
export function DialButton({ customer: { id: customerId, phone } }: { customer: Customer }): ReactNode {
  const t = useT()
  const isOffline = useIsOffline()
  const line = useDial()
  if (phone === '' || !line) return null
  return (
    <Button
      size="small"
      variant="outlined"
      color="inherit"
      startIcon={<Phone size={14} aria-hidden="true" />}
      aria-label={t('calls.dialOf', { phone })}
      disabled={isOffline || line.isPending}
      onClick={() => line.dial({ customerId, phone })}
    >
      {t('calls.dial')}
    </Button>
  )
}

import type { Customer } from '@care/contract'
import Button from '@mui/material/Button'
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query'
import { Phone } from 'lucide-react'
import type { ReactNode } from 'react'
import { useLocation } from 'wouter'
import { call } from '../../../shared/api/client.ts'
import { useCan } from '../../../shared/entities/me.ts'
import { myLinesQuery } from '../../../shared/entities/phone-lines.ts'
import { errorText } from '../../../shared/error-text.ts'
import { useT } from '../../../shared/i18n/I18nProvider.tsx'
import { useIsOffline } from '../../../shared/realtime/connection.ts'
import { showToast } from '../../../shared/ui/toast.tsx'
import { openTask } from '../../../shared/workspace/open-task.ts'

/** Calls the customer by one’s own phone (row K2); only for who has a line at a phone system. */
export function DialButton({ customer: { id: customerId, phone } }: { customer: Customer }): ReactNode {
  const t = useT()
  const client = useQueryClient()
  const isOffline = useIsOffline()
  const [, navigate] = useLocation()
  const mayTalk = useCan('tasks.handle')
  const lines = useQuery({ ...myLinesQuery, enabled: mayTalk })
  const dial = useMutation({
    mutationFn: () => call('dialNumber', { body: { customerId, phone } }),
    onError: (error) => showToast(errorText(t, error)),
    onSuccess: ({ activityId, dials }) => {
      showToast(t(dials === 'desk' ? 'calls.dialHere' : 'calls.phoneRings'))
      navigate('/')
      openTask(activityId)
    },
    onSettled: () => {
      for (const queryKey of [['my-call'], ['tasks']]) void client.invalidateQueries({ queryKey })
    },
  })
  if (phone === '' || !lines.data || lines.data.items.length === 0) return null
  return (
    <Button
      size="small"
      variant="outlined"
      color="inherit"
      startIcon={<Phone size={14} aria-hidden="true" />}
      aria-label={t('calls.dialOf', { phone })}
      disabled={isOffline || dial.isPending}
      onClick={() => dial.mutate()}
    >
      {t('calls.dial')}
    </Button>
  )
}

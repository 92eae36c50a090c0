import { queryOptions, useMutation, useQuery, useQueryClient } from '@tanstack/react-query'
import { useLocation } from 'wouter'
import { call } from '../api/client.ts'
import { useCan } from '../entities/me.ts'
import { errorText } from '../error-text.ts'
import { useT } from '../i18n/I18nProvider.tsx'
import { showToast } from '../ui/toast.tsx'
import { openTask } from './open-task.ts'

/** Who has a line changes seldom. */
const staleTime = 5 * 60_000

/** One’s own lines at phone systems. */
export const myLinesQuery = queryOptions({
  queryKey: ['phone-lines', 'mine'],
  queryFn: () => call('listMyPhoneLines'),
  staleTime,
})

interface Dialled {
  customerId: string
  phone: string
  requestId?: string
}

/** Calls a customer by one’s own line and opens the call (row K2); null for who has no line at a phone system. */
export function useDial(): { dial: (whom: Dialled) => void; isPending: boolean } | null {
  const t = useT()
  const client = useQueryClient()
  const [, navigate] = useLocation()
  const mayTalk = useCan('tasks.handle')
  const lines = useQuery({ ...myLinesQuery, enabled: mayTalk })
  const { mutate, isPending } = useMutation({
    mutationFn: (body: Dialled) => call('dialNumber', { body }),
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
  return lines.data && lines.data.items.length > 0 ? { dial: mutate, isPending } : null
}

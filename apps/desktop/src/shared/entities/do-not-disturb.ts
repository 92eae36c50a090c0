import type { Presence } from '@care/contract'
import { useMutation, useQueryClient, type UseMutationResult } from '@tanstack/react-query'
import { call } from '../api/client.ts'
import { errorText } from '../error-text.ts'
import { useT } from '../i18n/I18nProvider.tsx'
import { showToast } from '../ui/toast.tsx'
import { patchMe } from './me.ts'

/** Nothing rings and nothing is offered any more, for a time or until one says so; or one may be disturbed again. */
export function useDoNotDisturb(): UseMutationResult<Presence, Error, { isOn: boolean; until: number | null }> {
  const client = useQueryClient()
  const t = useT()
  return useMutation({
    mutationFn: (body) => call('setDoNotDisturb', { body }),
    onSuccess: (presence) => patchMe(client, (me) => ({ ...me, presence })),
    onError: (error) => showToast(errorText(t, error)),
  })
}

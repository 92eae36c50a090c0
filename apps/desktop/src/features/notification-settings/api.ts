import type { Me, NotificationSettings } from '@care/contract'
import type { ChosenWays, QuietHours } from '@care/domain'
import { useMutation, useQueryClient, type UseMutationResult } from '@tanstack/react-query'
import { call } from '../../shared/api/client.ts'
import { meQuery, patchMe } from '../../shared/entities/me.ts'
import { errorText } from '../../shared/error-text.ts'
import { useT } from '../../shared/i18n/I18nProvider.tsx'
import { showToast } from '../../shared/ui/toast.tsx'

interface Patch {
  ways?: ChosenWays
  volume?: number
}

/** Changes how one is told: shown at once, put back when the server refuses. */
export function useChangeSettings(): UseMutationResult<NotificationSettings, Error, Patch, { before: Me | undefined }> {
  const client = useQueryClient()
  const t = useT()
  const put = (change: (old: Me['notifications']) => Me['notifications']): void =>
    patchMe(client, (me) => ({ ...me, notifications: change(me.notifications) }))
  return useMutation({
    mutationFn: (body) => call('changeNotificationSettings', { body }),
    onMutate: ({ ways = {}, volume }) => {
      // What is being read now was so before, and would come back over it.
      void client.cancelQueries({ queryKey: meQuery.queryKey })
      const before = client.getQueryData<Me>(meQuery.queryKey)
      put((old) => {
        const after = { ...old.ways }
        for (const [event, switches] of Object.entries(ways) as Array<[keyof ChosenWays, ChosenWays[keyof ChosenWays]]>)
          after[event] = { ...after[event], ...switches }
        return { ...old, ways: after, volume: volume ?? old.volume }
      })
      return { before }
    },
    // A read that was under way may have brought the old ones back.
    onSuccess: (saved) => put((old) => ({ ...old, ...saved })),
    onError: (error, _, context) => {
      if (context?.before) client.setQueryData(meQuery.queryKey, context.before)
      showToast(errorText(t, error))
    },
  })
}

/** Saves the own quiet hours, or that there are none. */
export function useSetQuietHours() {
  const client = useQueryClient()
  return useMutation({
    mutationFn: (quietHours: QuietHours | null) =>
      call('setQuietHours', {
        body: { quietHours: quietHours === null ? null : { ...quietHours, days: [...quietHours.days] } },
      }),
    onSuccess: () => client.invalidateQueries({ queryKey: meQuery.queryKey }),
  })
}

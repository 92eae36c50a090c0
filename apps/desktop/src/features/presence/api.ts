import type { Presence } from '@care/contract'
import type { AwayReason } from '@care/domain'
import { useMutation, useQueryClient, type QueryClient, type UseMutationResult } from '@tanstack/react-query'
import { call } from '../../shared/api/client.ts'
import { meQuery, patchMe } from '../../shared/entities/me.ts'
import { errorText } from '../../shared/error-text.ts'
import { useT } from '../../shared/i18n/I18nProvider.tsx'
import { showToast } from '../../shared/ui/toast.tsx'

/** Patches one's own presence from an answer or an event, unless the cache is newer. The load changes without a version. */
export function putMyPresence(client: QueryClient, presence: Presence): void {
  patchMe(client, (me) =>
    me.id !== presence.operatorId || me.presence.version > presence.version ? me : { ...me, presence },
  )
}

/** Fetches how many places are taken now; several changes at once are one fetch. */
export const refreshMyLoad = (client: QueryClient): void =>
  void client.invalidateQueries({ queryKey: meQuery.queryKey })

export interface PresenceChoice {
  chosen: 'available' | 'busy' | 'away'
  awayReason: AwayReason | null
}

/** Chooses the own presence; away needs a reason (rule 20). A refusal is said, whichever button asked. */
export function useSetPresence(): UseMutationResult<Presence, Error, PresenceChoice> {
  const client = useQueryClient()
  const t = useT()
  return useMutation({
    mutationFn: (body) => call('setPresence', { body }),
    onSuccess: (presence) => putMyPresence(client, presence),
    onError: (error) => showToast(errorText(t, error)),
  })
}

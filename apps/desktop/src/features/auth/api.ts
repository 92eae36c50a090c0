import type { Me } from '@care/contract'
import { queryOptions, useMutation, useQueryClient, type UseMutationResult } from '@tanstack/react-query'
import { call } from '../../shared/api/client.ts'
import { meQuery } from '../../shared/entities/me.ts'
import { useSession } from '../../shared/session.ts'

export const workspaceQuery = queryOptions({ queryKey: ['workspace'], queryFn: () => call('getWorkspace') })

/** Signs in and shows the desk; over an ended session of the same person everything on screen goes on. */
export function useSignIn(): UseMutationResult<Me, Error, { email: string; password: string }> {
  const client = useQueryClient()
  return useMutation({
    mutationFn: (body) => call('signIn', { body }),
    onSuccess: (me) => {
      const before = client.getQueryData<Me>(meQuery.queryKey)
      // Another person must not see what the one before had in the cache.
      if (before && before.id !== me.id) client.clear()
      client.setQueryData(meQuery.queryKey, me)
      useSession.getState().renew()
      if (before?.id === me.id) void client.invalidateQueries()
    },
  })
}

export interface Setup {
  token: string
  name: string
  email: string
  password: string
}
export function useSetUp(): UseMutationResult<Me, Error, Setup> {
  const client = useQueryClient()
  return useMutation({
    mutationFn: (body) => call('setUp', { body }),
    onSuccess: (me) => client.setQueryData(meQuery.queryKey, me),
  })
}

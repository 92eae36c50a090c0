import type { Me } from '@care/contract'
import type { Permission } from '@care/domain'
import { queryOptions, useQuery, type QueryClient } from '@tanstack/react-query'
import { call } from '../api/client.ts'
import { patchQuery, withPatches } from './patches.ts'

export const meQuery = queryOptions({
  queryKey: ['me'],
  queryFn: withPatches(() => call('getMe')),
  staleTime: Infinity,
  gcTime: Infinity,
})

/** Who is signed in; undefined only before the desk is shown. */
export function useMe(): Me | undefined {
  return useQuery({ ...meQuery, enabled: false }).data
}

/** From events and answers about oneself; nothing before it is known who that is. */
export const patchMe = (client: QueryClient, patch: (me: Me) => Me): void =>
  patchQuery<Me>(client, meQuery.queryKey, patch)

export const myId = (client: QueryClient): string | undefined => client.getQueryData<Me>(meQuery.queryKey)?.id

/** Hint only: the server checks every call. Objects carry `abilities`, which go before this. */
export function useCan(permission: Permission): boolean {
  return useMe()?.permissions.includes(permission) ?? false
}

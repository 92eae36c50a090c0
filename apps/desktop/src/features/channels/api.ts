import type { CallInput } from '@care/client'
import type { Channel, Intake } from '@care/contract'
import { queryOptions, useInfiniteQuery, useMutation, useQueryClient } from '@tanstack/react-query'
import { call } from '../../shared/api/client.ts'

export type NewChannelFields = NonNullable<CallInput<'addChannel'>['body']>
export type ChannelFields = NonNullable<CallInput<'editChannel'>['body']>

/** All below one key: a push makes all of it fetched anew. */
export const channelsQuery = queryOptions({ queryKey: ['channels'], queryFn: () => call('listChannels') })

/** Also after a refusal: the list then shows what was faster. */
function useChange<V, R>(change: (input: V) => Promise<R>) {
  const client = useQueryClient()
  return useMutation({
    mutationFn: change,
    onSettled: () => client.invalidateQueries({ queryKey: channelsQuery.queryKey }),
  })
}

export const useAddChannel = () => useChange((body: NewChannelFields) => call('addChannel', { body }))

export const useEditChannel = () =>
  useChange(({ id, version, fields }: Pick<Channel, 'id' | 'version'> & { fields: ChannelFields }) =>
    call('editChannel', { params: { channelId: id }, version, body: fields }),
  )

export const useSwitchChannel = () =>
  useChange(({ id, isOn }: { id: string; isOn: boolean }) =>
    call('switchChannel', { params: { channelId: id }, body: { isOn } }),
  )

export const useRemoveChannel = () => useChange((channelId: string) => call('removeChannel', { params: { channelId } }))

/** Takes up to 10 s. */
export const useTestChannel = () => useChange((channelId: string) => call('testChannel', { params: { channelId } }))

export const useRetryIntake = () => useChange((intakeId: string) => call('retryIntake', { params: { intakeId } }))

export const usePutIntakeAside = () =>
  useChange(({ id, isAside }: { id: string; isAside: boolean }) =>
    call('putIntakeAside', { params: { intakeId: id }, body: { isAside } }),
  )

/** What a channel could not take, newest first, page by page. */
export const useFailedIntakes = (channelId: string) =>
  useInfiniteQuery({
    queryKey: [...channelsQuery.queryKey, channelId, 'failed'],
    queryFn: ({ pageParam }): Promise<{ items: Intake[]; nextCursor: string | null }> =>
      call('listFailedIntakes', {
        params: { channelId },
        query: { limit: 20, ...(pageParam === null ? {} : { cursor: pageParam }) },
      }),
    initialPageParam: null as string | null,
    getNextPageParam: ({ nextCursor }) => nextCursor,
  })

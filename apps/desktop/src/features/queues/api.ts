import type { Queue } from '@care/contract'
import { useMutation, useQueryClient } from '@tanstack/react-query'
import { call } from '../../shared/api/client.ts'
import { calendarsQuery, queuesQuery } from '../../shared/entities/workspace-lists.ts'
import type { QueueFields } from './draft.ts'

interface Known {
  id: string
  version: number
}

/** Makes a queue, or with `known` changes that one by what the patch names. */
export function useSaveQueue() {
  const client = useQueryClient()
  return useMutation({
    mutationFn: ({
      known,
      fields,
    }: { known: Known; fields: Partial<QueueFields> } | { known: null; fields: QueueFields }) =>
      known === null
        ? call('addQueue', { body: fields })
        : call('editQueue', { params: { queueId: known.id }, version: known.version, body: fields }),
    // Also after a refusal: the list then shows what was faster.
    onSettled: () =>
      Promise.all([queuesQuery, calendarsQuery].map(({ queryKey }) => client.invalidateQueries({ queryKey }))),
  })
}

/** Archives a queue or brings it back. */
export function useArchiveQueue() {
  const client = useQueryClient()
  return useMutation({
    mutationFn: ({ queue, isActive }: { queue: Queue; isActive: boolean }) =>
      call('editQueue', { params: { queueId: queue.id }, version: queue.version, body: { isActive } }),
    onSettled: () => client.invalidateQueries({ queryKey: queuesQuery.queryKey }),
  })
}

import type { CallInput } from '@care/client'
import type { HistoryKind, RequestDetails, RequestPatch } from '@care/contract'
import { useInfiniteQuery, useMutation, useQueryClient, type QueryClient } from '@tanstack/react-query'
import { call } from '../../shared/api/client.ts'
import type { Editor } from '../../shared/edit/run-edits.ts'
import { customerKeys } from '../../shared/entities/customer.ts'
import { putRequest, requestKeys, requestQuery } from '../../shared/entities/request.ts'

export type RequestField = keyof RequestPatch

/** A field of the type's own is named `attribute:<id>`, so that each has its own edits and conflicts. */
export const ownPrefix = 'attribute:'

/** What stands in one field, in the form in which it is saved. */
export function fieldOf(request: RequestDetails, field: string): unknown {
  if (field === 'typeId') return request.type.id
  if (field === 'queueId') return request.queue?.id ?? null
  if (field === 'locationId') return request.location?.id ?? null
  if (field.startsWith(ownPrefix)) return request.attributes[field.slice(ownPrefix.length)] ?? null
  return request[field as Exclude<RequestField, 'typeId' | 'queueId' | 'locationId'>]
}

/** Reads and saves requests for the queue of edits (rule 4). */
export const requestEditor = (client: QueryClient): Editor<RequestDetails> => ({
  cached: (id) => client.getQueryData<RequestDetails>(requestKeys.details(id)),
  fetch: (id) => client.fetchQuery({ ...requestQuery(id), staleTime: 0 }),
  valueOf: fieldOf,
  save: async (id, field, value, { version, idempotencyKey }) => {
    const body = (
      field.startsWith(ownPrefix) ? { attributes: { [field.slice(ownPrefix.length)]: value } } : { [field]: value }
    ) as RequestPatch
    const saved = await call('editRequest', { params: { requestId: id }, body, version, idempotencyKey })
    putRequest(client, saved)
    return saved
  },
})

/** Of one kind, by one operator; everything when empty. */
export interface HistoryFilter {
  kind?: HistoryKind
  operatorId?: string
}

/** Every change of the request, latest first, page by page. */
export const useHistory = (requestId: string, filter: HistoryFilter) =>
  useInfiniteQuery({
    queryKey: [...requestKeys.history(requestId), filter],
    queryFn: ({ pageParam }) =>
      call('getHistory', {
        params: { requestId },
        query: { limit: 20, ...filter, ...(pageParam === null ? {} : { cursor: pageParam }) },
      }),
    initialPageParam: null as string | null,
    getNextPageParam: (page) => page.nextCursor,
  })

/** Another type, as a change that can be undone as a whole: the stage is put back too. */
export function useChangeType(requestId: string) {
  const client = useQueryClient()
  return useMutation({
    mutationFn: ({ typeId, version, change }: { typeId: string; version: number; change: string }) =>
      call('editRequest', { params: { requestId }, version, change, body: { typeId } }),
    onSuccess: (request) => putRequest(client, request),
  })
}

export type NewRequest = NonNullable<CallInput<'addRequest'>['body']>

/** Adds a request; keep `idempotencyKey` over retries, so that one is never made twice. */
export function useAddRequest() {
  const client = useQueryClient()
  return useMutation({
    mutationFn: ({ idempotencyKey, ...body }: NewRequest & { idempotencyKey: string }) =>
      call('addRequest', { body, idempotencyKey }),
    onSuccess: (request) => {
      putRequest(client, request)
      void client.invalidateQueries({ queryKey: customerKeys.details(request.customer.id) })
    },
  })
}

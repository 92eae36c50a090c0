import type { RequestDetails, RequestPatch } from '@care/contract'
import type { Attributes } from '@care/domain'
import {
  queryOptions,
  skipToken,
  useMutation,
  useQuery,
  useQueryClient,
  type QueryClient,
  type UseMutationResult,
  type UseQueryResult,
} from '@tanstack/react-query'
import { call } from '../api/client.ts'
import { customerKeys } from './customer.ts'
import { keepNewest, newest } from './versions.ts'

export const requestKeys = {
  details: (requestId: string) => ['request', requestId, 'details'] as const,
  history: (requestId: string) => ['request', requestId, 'history'] as const,
}

export const requestQuery = (requestId: string | null) =>
  queryOptions({
    queryKey: requestKeys.details(requestId ?? ''),
    queryFn: requestId === null ? skipToken : () => call('getRequest', { params: { requestId } }),
    structuralSharing: newest,
  })

export const useRequest = (requestId: string | null): UseQueryResult<RequestDetails> =>
  useQuery(requestQuery(requestId))

/** Call with every answer that is a request. */
export function putRequest(client: QueryClient, request: RequestDetails): void {
  keepNewest(client, requestKeys.details(request.id), request)
  void client.invalidateQueries({ queryKey: customerKeys.journey(request.customer.id) })
}

type Change<V> = UseMutationResult<RequestDetails, Error, V>

/** One change of a request: the answer goes into the cache, the echo of the event is then ignored by its version. */
function useChange<V>(change: (value: V) => Promise<RequestDetails>): Change<V> {
  const client = useQueryClient()
  return useMutation({ mutationFn: change, onSuccess: (request) => putRequest(client, request) })
}

/** Changes fields; sends the version that was seen and is refused with CONFLICT when somebody was faster (rule 4). */
export const useEditRequest = (requestId: string): Change<{ version: number; patch: RequestPatch }> =>
  useChange(({ version, patch }) => call('editRequest', { params: { requestId }, version, body: patch }))

/** To another stage, with what the stage asks for; refused with FIELDS_REQUIRED when that is not all. */
export const useMoveStage = (requestId: string): Change<{ stage: string; attributes?: Attributes }> =>
  useChange((body) => call('moveStage', { params: { requestId }, body }))

/** To an operator, or with null back to its queue. */
export const useAssignRequest = (requestId: string): Change<string | null> =>
  useChange((operatorId) => call('assignRequest', { params: { requestId }, body: { operatorId } }))

export interface Closing {
  outcome: string
  note: string
  stage?: string
  attributes?: Attributes
  askForRating: boolean
  withOpenParts?: boolean
  /** Names it for the undo. */
  change: string
}

export const useCloseRequest = (requestId: string): Change<Closing> =>
  useChange(({ change, ...body }) => call('closeRequest', { params: { requestId }, body, change }))

export const useReopenRequest = (requestId: string): Change<void> =>
  useChange(() => call('reopenRequest', { params: { requestId } }))

export const useKeepOpen = (requestId: string): Change<void> =>
  useChange(() => call('keepOpen', { params: { requestId } }))

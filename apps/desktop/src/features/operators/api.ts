import { isApiError } from '@care/client'
import type { Api, BodyOf, Operator, RequestFilter } from '@care/contract'
import { useInfiniteQuery, useMutation, useQuery, useQueryClient } from '@tanstack/react-query'
import { call } from '../../shared/api/client.ts'
import { operatorsQuery } from '../../shared/entities/workspace-lists.ts'

export type OperatorFields = Pick<Operator, 'name' | 'role' | 'capacity' | 'skills'>
export type NewOperator = Pick<BodyOf<Api['addOperator']>, 'name' | 'email' | 'role' | 'password' | 'queueIds'>
type Account = Pick<Operator, 'id' | 'version'>

/** Below the key of all operators: what makes those old makes this old. */
const closedKey = [...operatorsQuery.queryKey, 'closed']

/** Also after a refusal: the list then shows what was faster. Members of queues and groups are counted without closed accounts. */
function useRefresh() {
  const client = useQueryClient()
  return () =>
    Promise.all(['operators', 'queues', 'groups'].map((key) => client.invalidateQueries({ queryKey: [key] })))
}

/** Changes what an operator is called, may do, takes at once and can do; what waits is routed anew at once. */
export function useEditOperator() {
  const onSettled = useRefresh()
  return useMutation({
    mutationFn: ({
      operatorId,
      version,
      patch,
    }: {
      operatorId: string
      version: number
      patch: Partial<OperatorFields>
    }) => call('editOperator', { params: { operatorId }, version, body: patch }),
    onSettled,
  })
}

export function useAddOperator() {
  const onSettled = useRefresh()
  return useMutation({ mutationFn: (body: NewOperator) => call('addOperator', { body }), onSettled })
}

/** Whose closed account has the email that was wanted; null for any other failure. */
export function closedAccountOf(error: Error | null): (Account & { name: string }) | null {
  if (!isApiError(error) || error.code !== 'EMAIL_TAKEN' || error.details.isClosed !== true) return null
  const { operatorId, name, version } = error.details
  return { id: String(operatorId), name: String(name), version: Number(version) }
}

export function useSetPassword() {
  return useMutation({
    mutationFn: ({ operatorId, password }: { operatorId: string; password: string }) =>
      call('setOperatorPassword', { params: { operatorId }, body: { password } }),
  })
}

/** Ends an account; `heirId` gets what can be given to a colleague. Answers what it still has. */
export function useCloseOperator() {
  const onSettled = useRefresh()
  return useMutation({
    mutationFn: ({ account, heirId }: { account: Account; heirId: string | null }) =>
      call('closeOperator', { params: { operatorId: account.id }, version: account.version, body: { heirId } }),
    onSettled,
  })
}

export function useReopenOperator() {
  const onSettled = useRefresh()
  return useMutation({
    mutationFn: ({ id: operatorId, version }: Account) => call('reopenOperator', { params: { operatorId }, version }),
    onSettled,
  })
}

export const requestsOf = (operatorId: string): RequestFilter => ({ state: 'open', assigneeId: [operatorId] })

/** What an account has: tasks, to-dos, deals, and the open requests that it is in charge of. */
export const useWorkOf = (operatorId: string) =>
  useQuery({
    queryKey: ['operator-work', operatorId],
    queryFn: async () => {
      const [work, requests] = await Promise.all([
        call('getOperatorWork', { params: { operatorId } }),
        call('countRequests', { query: { filter: JSON.stringify(requestsOf(operatorId)) } }),
      ])
      return { ...work, requests: requests.count }
    },
    // It says what is about to be done: never what stood there some time ago.
    gcTime: 0,
  })

/** Closed accounts by name, page by page. */
export const useClosedOperators = (isWanted: boolean) =>
  useInfiniteQuery({
    queryKey: closedKey,
    queryFn: ({ pageParam }) =>
      call('listOperators', {
        query: { which: 'closed', limit: 50, ...(pageParam === null ? {} : { cursor: pageParam }) },
      }),
    initialPageParam: null as string | null,
    getNextPageParam: ({ nextCursor }) => nextCursor,
    enabled: isWanted,
  })

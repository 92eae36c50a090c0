import { isApiError, newKey } from '@care/client'
import type { LinkKind, TieProblem } from '@care/domain'
import type { DesktopT } from '@care/i18n/desktop'
import { useMutation, useQuery, useQueryClient, type QueryClient } from '@tanstack/react-query'
import { call } from '../../shared/api/client.ts'
import { customerKeys } from '../../shared/entities/customer.ts'
import { errorText } from '../../shared/error-text.ts'

/** Begins like everything of the request, so that its events and reconnects refresh it too. */
const tiesKey = (requestId: string) => ['request', requestId, 'ties'] as const

export const useTies = (requestId: string) =>
  useQuery({ queryKey: tiesKey(requestId), queryFn: () => call('getRequestTies', { params: { requestId } }) })

export const useCandidates = (requestId: string, search: string, forMerge: boolean) =>
  useQuery({
    queryKey: ['request', requestId, 'tie-candidates', forMerge, search],
    queryFn: () =>
      call('listTieCandidates', { params: { requestId }, query: { search, forMerge: forMerge ? 'true' : 'false' } }),
    placeholderData: (old) => old,
    staleTime: 0,
  })

export const useRequestActivities = (requestId: string) =>
  useQuery({
    queryKey: ['request', requestId, 'activities'],
    queryFn: () => call('listRequestActivities', { params: { requestId } }),
    staleTime: 0,
  })

/** Ties of both sides, the journey and the rows of tasks show what has changed. */
function refresh(client: QueryClient, customerId: string | null): void {
  for (const key of ['request', 'activity', 'tasks']) void client.invalidateQueries({ queryKey: [key] })
  if (customerId !== null) void client.invalidateQueries({ queryKey: customerKeys.journey(customerId) })
}

function useTieChange<V, R extends object>(
  change: (value: V, name: string) => Promise<R>,
  customerOf: (answer: R) => string | null,
) {
  const client = useQueryClient()
  return useMutation({
    mutationFn: async (value: V) => {
      const name = newKey()
      return { answer: await change(value, name), change: name }
    },
    onSuccess: ({ answer }) => refresh(client, customerOf(answer)),
    // What was refused has changed meanwhile: the lists must be true for the next try.
    onError: () => refresh(client, null),
  })
}

/** Puts `requestId` into `targetId` (rule 25). */
export const useMerge = () =>
  useTieChange(
    ({ requestId, targetId }: { requestId: string; targetId: string }, change) =>
      call('mergeRequests', { params: { requestId }, body: { targetId }, change }),
    ({ request }) => request.customer.id,
  )
export const useUndoMerge = () =>
  useTieChange(
    (mergeId: string, change) => call('undoRequestMerge', { params: { mergeId }, change }),
    ({ customer }) => customer.id,
  )
export const useSplit = (requestId: string) =>
  useTieChange(
    (body: { activityIds: string[]; title: string }, change) =>
      call('splitRequest', { params: { requestId }, body, change }),
    ({ customer }) => customer.id,
  )

export type Tie =
  | { kind: Exclude<LinkKind, 'split'>; requestId: string; otherId: string }
  | { kind: 'parent'; requestId: string; parentId: string | null }
  | { kind: 'unlink'; requestId: string; linkId: string }

export const useTie = () =>
  useTieChange(
    (tie: Tie, change) => {
      const { requestId } = tie
      if (tie.kind === 'parent')
        return call('setParent', { params: { requestId }, body: { parentId: tie.parentId }, change })
      if (tie.kind === 'unlink') return call('unlinkRequest', { params: { requestId, linkId: tie.linkId }, change })
      return call('linkRequest', { params: { requestId }, body: { otherId: tie.otherId, kind: tie.kind }, change })
    },
    () => null,
  )

/** What is in the way, in words that say what to do. */
export function tieErrorText(t: DesktopT, error: unknown): string {
  const problem = isApiError(error) ? error.details.problem : undefined
  return typeof problem === 'string' ? t(`ties.problems.${problem as TieProblem}`) : errorText(t, error)
}

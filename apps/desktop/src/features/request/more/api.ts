import type { RequestDetails } from '@care/contract'
import { useMutation, useQueryClient } from '@tanstack/react-query'
import { call } from '../../../shared/api/client.ts'
import { requestKeys } from '../../../shared/entities/request.ts'

/** Starts or stops following; followers are no edit, so the answer is put in whatever its version. */
export function useFollow(requestId: string) {
  const client = useQueryClient()
  return useMutation({
    mutationFn: ({ operatorId, follows }: { operatorId: string; follows: boolean }) =>
      follows
        ? call('followRequest', { params: { requestId }, body: { operatorId } })
        : call('unfollowRequest', { params: { requestId, operatorId } }),
    onSuccess: (request) => client.setQueryData<RequestDetails>(requestKeys.details(requestId), request),
  })
}

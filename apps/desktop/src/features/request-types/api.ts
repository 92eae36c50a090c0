import type { CallInput } from '@care/client'
import type { RequestType } from '@care/contract'
import { useMutation, useQueryClient } from '@tanstack/react-query'
import { call } from '../../shared/api/client.ts'
import { requestTypesQuery } from '../../shared/entities/workspace-lists.ts'

export type TypePatch = NonNullable<CallInput<'editRequestType'>['body']>

export function useAddType() {
  const client = useQueryClient()
  return useMutation({
    mutationFn: (body: NonNullable<CallInput<'addRequestType'>['body']>) => call('addRequestType', { body }),
    onSuccess: () => client.invalidateQueries({ queryKey: requestTypesQuery.queryKey }),
  })
}

export function useEditType() {
  const client = useQueryClient()
  return useMutation({
    mutationFn: ({ type, patch }: { type: RequestType; patch: TypePatch }) =>
      call('editRequestType', { params: { typeId: type.id }, version: type.version, body: patch }),
    onSettled: () => client.invalidateQueries({ queryKey: requestTypesQuery.queryKey }),
  })
}

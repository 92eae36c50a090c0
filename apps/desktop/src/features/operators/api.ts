import type { Operator } from '@care/contract'
import { useMutation, useQueryClient } from '@tanstack/react-query'
import { call } from '../../shared/api/client.ts'

export type OperatorFields = Pick<Operator, 'name' | 'capacity' | 'skills'>

/** Changes what an operator is called, takes at once and can do; what waits is routed anew at once. */
export function useEditOperator() {
  const client = useQueryClient()
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
    // Also after a refusal: the list then shows what was faster.
    onSettled: () => client.invalidateQueries({ queryKey: ['operators'] }),
  })
}

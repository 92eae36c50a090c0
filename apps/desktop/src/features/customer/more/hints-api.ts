import type { CallInput } from '@care/client'
import type { Customer } from '@care/contract'
import { useMutation, useQueryClient, type QueryClient } from '@tanstack/react-query'
import { call } from '../../../shared/api/client.ts'
import { putCustomer } from '../../../shared/entities/customer.ts'
import { hintsKey } from './api.ts'

/** Everything that shows one of them is asked for again: the one who stays, and the alias. */
function forgetBoth(client: QueryClient, ids: readonly string[]): void {
  for (const id of ids) void client.invalidateQueries({ queryKey: ['customer', id] })
  void client.invalidateQueries({ queryKey: ['customers'] })
}

type Merge = NonNullable<CallInput<'mergeCustomers'>['body']>

export function useMerge(target: Customer) {
  const client = useQueryClient()
  return useMutation({
    mutationFn: (body: Merge) =>
      call('mergeCustomers', { params: { customerId: target.id }, version: target.version, body }),
    onSuccess: ({ customer }, { sourceId }) => {
      putCustomer(client, customer)
      forgetBoth(client, [customer.id, sourceId])
    },
  })
}

export function useUndoMerge() {
  const client = useQueryClient()
  return useMutation({
    mutationFn: ({ mergeId }: { mergeId: string; sourceId: string }) =>
      call('undoCustomerMerge', { params: { mergeId } }),
    onSuccess: (customer, { sourceId }) => {
      putCustomer(client, customer)
      forgetBoth(client, [customer.id, sourceId])
    },
  })
}

export function usePart(customerId: string) {
  const client = useQueryClient()
  return useMutation({
    mutationFn: (otherId: string) => call('partCustomers', { params: { customerId }, body: { otherId } }),
    onSuccess: () => client.invalidateQueries({ queryKey: hintsKey(customerId) }),
  })
}

export function useConfirm(customerId: string) {
  const client = useQueryClient()
  return useMutation({
    mutationFn: () => call('confirmCustomer', { params: { customerId } }),
    onSuccess: () => client.invalidateQueries({ queryKey: hintsKey(customerId) }),
  })
}

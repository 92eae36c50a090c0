import type { CallInput } from '@care/client'
import type { CustomerField } from '@care/contract'
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query'
import { call } from '../../shared/api/client.ts'

// The same key as where customers show them, so that a new field is there at once.
const fieldsKey = ['customer-fields'] as const

export const useFields = () =>
  useQuery({ queryKey: fieldsKey, queryFn: () => call('listCustomerFields').then(({ items }) => items) })

export function useAddField() {
  const client = useQueryClient()
  return useMutation({
    mutationFn: (body: NonNullable<CallInput<'addCustomerField'>['body']>) => call('addCustomerField', { body }),
    onSuccess: () => client.invalidateQueries({ queryKey: fieldsKey }),
  })
}

export function useEditField() {
  const client = useQueryClient()
  return useMutation({
    mutationFn: ({
      field,
      patch,
    }: {
      field: CustomerField
      patch: NonNullable<CallInput<'editCustomerField'>['body']>
    }) => {
      // What was just answered is newer than what the line was drawn from.
      const known = client.getQueryData<CustomerField[]>(fieldsKey)?.find(({ id }) => id === field.id)
      return call('editCustomerField', {
        params: { fieldId: field.id },
        body: patch,
        version: Math.max(field.version, known?.version ?? 0),
      })
    },
    // Also after a refusal: the list then shows what was faster.
    onSettled: () => client.invalidateQueries({ queryKey: fieldsKey }),
  })
}

import type { CallInput } from '@care/client'
import type { Customer, CustomerPatch } from '@care/contract'
import { keepPreviousData, useMutation, useQuery, useQueryClient, type QueryClient } from '@tanstack/react-query'
import { call } from '../../shared/api/client.ts'
import type { Editor } from '../../shared/edit/run-edits.ts'
import { customerKeys, customerQuery, putCustomer } from '../../shared/entities/customer.ts'

const keys = {
  search: (words: string) => ['customers', 'search', words] as const,
  companies: (words: string) => ['companies', words] as const,
}

/** The fields of a customer that are changed one by one in the pane. */
export type CustomerField = keyof CustomerPatch

/** A field of the workspace's own is named `attribute:<id>`, so that each has its own edits and conflicts. */
const ownPrefix = 'attribute:'

/** What stands in one field, in the form in which it is saved. */
export function fieldOf(customer: Customer, field: string): unknown {
  if (field === 'companyName') return customer.company?.name ?? ''
  if (field.startsWith(ownPrefix)) return customer.attributes[field.slice(ownPrefix.length)] ?? null
  return customer[field as Exclude<CustomerField, 'companyName'>]
}

/** Reads and saves customers for the queue of edits (rule 4). */
export const customerEditor = (client: QueryClient): Editor<Customer> => ({
  cached: (id) => client.getQueryData<Customer>(customerKeys.details(id)),
  fetch: (id) => client.fetchQuery({ ...customerQuery(id), staleTime: 0 }),
  valueOf: fieldOf,
  save: async (id, field, value, { version, idempotencyKey }) => {
    const body = (
      field.startsWith(ownPrefix) ? { attributes: { [field.slice(ownPrefix.length)]: value } } : { [field]: value }
    ) as CustomerPatch
    const saved = await call('editCustomer', { params: { customerId: id }, body, version, idempotencyKey })
    putCustomer(client, saved)
    return saved
  },
})

/** Customers found by any part of their words; nothing is asked before the first letter. */
export const useCustomerSearch = (words: string) =>
  useQuery({
    queryKey: keys.search(words),
    queryFn: () => call('listCustomers', { query: { search: words, limit: 8 } }),
    enabled: words !== '',
    placeholderData: keepPreviousData,
  })

export const useCompanySuggestions = (words: string, isOpen: boolean) =>
  useQuery({
    queryKey: keys.companies(words),
    queryFn: () => call('suggestCompanies', { query: { search: words } }),
    enabled: isOpen,
    placeholderData: keepPreviousData,
    select: (found) => found.items.map((company) => company.name),
  })

export type NewCustomer = NonNullable<CallInput<'addCustomer'>['body']>

export function useAddCustomer() {
  const client = useQueryClient()
  return useMutation({
    mutationFn: (body: NewCustomer) => call('addCustomer', { body }),
    onSuccess: (customer) => putCustomer(client, customer),
  })
}

import type { Company } from '@care/contract'
import { useInfiniteQuery, useQuery, type QueryClient } from '@tanstack/react-query'
import { call } from '../../../shared/api/client.ts'
import type { Editor } from '../../../shared/edit/run-edits.ts'
import { bookKey } from './api.ts'

const companyKey = (companyId: string) => ['company', companyId] as const
const listKey = ['companies', 'book'] as const

export const useCompany = (companyId: string) =>
  useQuery({ queryKey: companyKey(companyId), queryFn: () => call('getCompany', { params: { companyId } }) })

/** Companies page by page in order of name. */
export const useCompanies = (words: string, isOn: boolean) =>
  useInfiniteQuery({
    queryKey: [...listKey, words],
    queryFn: ({ pageParam }) =>
      call('listCompanies', { query: { search: words, ...(pageParam === null ? {} : { cursor: pageParam }) } }),
    initialPageParam: null as string | null,
    getNextPageParam: (page) => page.nextCursor,
    enabled: isOn,
  })

/** Customers of a company, newest first. */
export const usePeople = (companyId: string) =>
  useInfiniteQuery({
    queryKey: [...bookKey, { companyId }],
    queryFn: ({ pageParam }) =>
      call('listCustomers', { query: { companyId, ...(pageParam === null ? {} : { cursor: pageParam }) } }),
    initialPageParam: null as string | null,
    getNextPageParam: (page) => page.nextCursor,
  })

/** Reads and saves companies for the queue of edits (rule 4). */
export const companyEditor = (client: QueryClient): Editor<Company> => ({
  cached: (id) => client.getQueryData<Company>(companyKey(id)),
  fetch: (id) =>
    client.fetchQuery({
      queryKey: companyKey(id),
      queryFn: () => call('getCompany', { params: { companyId: id } }),
      staleTime: 0,
    }),
  valueOf: (company, field) => company[field as 'name' | 'domains'],
  save: async (id, field, value, { version, idempotencyKey }) => {
    const body = { [field]: value }
    const saved = await call('editCompany', { params: { companyId: id }, body, version, idempotencyKey })
    client.setQueryData(companyKey(id), saved)
    void client.invalidateQueries({ queryKey: listKey })
    // Its name stands with all its people.
    if (field === 'name') void client.invalidateQueries({ queryKey: bookKey })
    return saved
  },
})

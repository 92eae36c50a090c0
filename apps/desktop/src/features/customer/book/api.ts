import type { Customer } from '@care/contract'
import {
  keepPreviousData,
  useInfiniteQuery,
  useQueryClient,
  type InfiniteData,
  type QueryClient,
} from '@tanstack/react-query'
import { useEffect } from 'react'
import { call } from '../../../shared/api/client.ts'
import { useCustomer } from '../../../shared/entities/customer.ts'

export interface BookFilter {
  words: string
  isVip: boolean
  /** By name; null: any and none. */
  group: string | null
}
export const bookKey = ['customers', 'book'] as const
const perPage = 50

/** The address book page by page, newest customers first. While other words load, what was found stays. */
export const useBook = ({ words, isVip, group }: BookFilter) =>
  useInfiniteQuery({
    queryKey: [...bookKey, { words, isVip, group }],
    queryFn: ({ pageParam }) =>
      call('listCustomers', {
        query: {
          search: words,
          limit: perPage,
          ...(isVip ? { isVip: 'true' } : {}),
          ...(group === null ? {} : { group }),
          ...(pageParam === null ? {} : { cursor: pageParam }),
        },
      }),
    initialPageParam: null as string | null,
    getNextPageParam: (page) => page.nextCursor,
    placeholderData: keepPreviousData,
  })

type Book = InfiniteData<{ items: Customer[]; nextCursor: string | null }>

/** A customer who was changed stands changed in every list that has him. */
export function putIntoBook(client: QueryClient, customer: Customer): void {
  client.setQueriesData<Book>({ queryKey: bookKey }, (book) =>
    book?.pages.some(({ items }) => items.some(({ id, version }) => id === customer.id && version < customer.version))
      ? {
          ...book,
          pages: book.pages.map((page) => ({
            ...page,
            items: page.items.map((item) => (item.id === customer.id ? customer : item)),
          })),
        }
      : book,
  )
}

/** Keeps the lists as new as the open customer is. */
export function useBookFollows(openId: string | null): void {
  const client = useQueryClient()
  const { data } = useCustomer(openId)
  useEffect(() => {
    if (data) putIntoBook(client, data)
  }, [client, data])
}

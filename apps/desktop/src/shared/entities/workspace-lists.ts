import type { Operator } from '@care/contract'
import { queryOptions } from '@tanstack/react-query'
import { call } from '../api/client.ts'
import { withPatches } from './patches.ts'

/** Lists that change rarely and stand in menus. */
export const queuesQuery = queryOptions({
  queryKey: ['queues'],
  queryFn: () => call('listQueues').then(({ items }) => items),
})
/** Everybody, however many: a colleague who is not in the list cannot be chosen. */
export const operatorsQuery = queryOptions({
  queryKey: ['operators'],
  queryFn: withPatches(async () => {
    const all: Operator[] = []
    let cursor: string | null = null
    do {
      const page: { items: Operator[]; nextCursor: string | null } = await call('listOperators', {
        query: { limit: 100, ...(cursor === null ? {} : { cursor }) },
      })
      all.push(...page.items)
      cursor = page.nextCursor
    } while (typeof cursor === 'string')
    return all
  }),
})
export const groupsQuery = queryOptions({
  queryKey: ['groups'],
  queryFn: () => call('listGroups').then(({ items }) => items),
})
export const locationsQuery = queryOptions({
  queryKey: ['locations'],
  queryFn: () => call('listLocations').then(({ items }) => items),
})
export const requestTypesQuery = queryOptions({
  queryKey: ['request-types'],
  queryFn: () => call('listRequestTypes').then(({ items }) => items),
})
export const calendarsQuery = queryOptions({
  queryKey: ['calendars'],
  queryFn: () => call('listCalendars').then(({ items }) => items),
})

/** What is archived keeps its name where it stands and is not to be chosen any more. */
export const isInUse = ({ isActive }: { isActive: boolean }): boolean => isActive

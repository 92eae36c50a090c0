import { queryOptions } from '@tanstack/react-query'
import { call } from '../api/client.ts'

/** Lists that change rarely and stand in menus. */
export const queuesQuery = queryOptions({
  queryKey: ['queues'],
  queryFn: () => call('listQueues').then(({ items }) => items),
})
export const operatorsQuery = queryOptions({
  queryKey: ['operators'],
  queryFn: () => call('listOperators', { query: { limit: 100 } }).then(({ items }) => items),
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

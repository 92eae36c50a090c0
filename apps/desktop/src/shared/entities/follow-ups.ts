import { queryOptions, type QueryClient } from '@tanstack/react-query'
import { call } from '../api/client.ts'

/** Lists and single ones of both kinds lie below these. */
export const followUpKeys = { todos: ['todos'], deals: ['deals'] } as const

export function refetchFollowUps(client: QueryClient): void {
  for (const queryKey of Object.values(followUpKeys)) void client.invalidateQueries({ queryKey })
}

/** How many to-dos of a request are open; a hundred stands for more. */
export const openTodosQuery = (requestId: string) =>
  queryOptions({
    queryKey: [...followUpKeys.todos, 'open', requestId],
    queryFn: () => call('listTodos', { query: { requestId, limit: 100 } }).then(({ items }) => items.length),
  })

/** The workspace's stages of deals, in order. */
export const dealStagesQuery = queryOptions({
  queryKey: ['deal-stages'],
  queryFn: () => call('listDealStages').then(({ items }) => items),
})

import { newKey } from '@care/client'
import type { Api, Deal, DealPatch, NewDeal, NewTodo, QueryInputOf, Todo, TodoPatch } from '@care/contract'
import {
  keepPreviousData,
  queryOptions,
  useInfiniteQuery,
  useMutation,
  useQuery,
  useQueryClient,
} from '@tanstack/react-query'
import { call } from '../../shared/api/client.ts'
import { dealStagesQuery, followUpKeys, refetchFollowUps } from '../../shared/entities/follow-ups.ts'
import { useUndoable } from '../../shared/entities/undo.ts'
import { errorText } from '../../shared/error-text.ts'
import { useT } from '../../shared/i18n/I18nProvider.tsx'
import { showToast } from '../../shared/ui/toast.tsx'
import { localName } from '../../shared/words/local-name.ts'

export type TodoFilter = Omit<QueryInputOf<Api['listTodos']>, 'cursor' | 'limit'>
export type DealFilter = Omit<QueryInputOf<Api['listDeals']>, 'cursor' | 'limit'>
const perPage = 50

/** To-dos page by page. While another part loads, the last one stays. */
export const useTodos = (filter: TodoFilter, limit = perPage) =>
  useInfiniteQuery({
    queryKey: [...followUpKeys.todos, 'list', filter, limit],
    queryFn: ({ pageParam }) =>
      call('listTodos', { query: { ...filter, limit, ...(pageParam === null ? {} : { cursor: pageParam }) } }),
    initialPageParam: null as string | null,
    getNextPageParam: (page) => page.nextCursor,
    placeholderData: keepPreviousData,
  })

export const useDeals = (filter: DealFilter, limit = perPage) =>
  useInfiniteQuery({
    queryKey: [...followUpKeys.deals, 'list', filter, limit],
    queryFn: ({ pageParam }) =>
      call('listDeals', { query: { ...filter, limit, ...(pageParam === null ? {} : { cursor: pageParam }) } }),
    initialPageParam: null as string | null,
    getNextPageParam: (page) => page.nextCursor,
    placeholderData: keepPreviousData,
  })

export const useDealTotals = (owner: string) =>
  useQuery({
    queryKey: [...followUpKeys.deals, 'totals', owner],
    queryFn: () => call('getDealTotals', { query: { owner } }).then(({ items }) => items),
    placeholderData: keepPreviousData,
  })

/** The name of a stage in the reader's language; its key while the stages are not there. */
export function useStageName(): (key: string) => string {
  const t = useT()
  const stages = useQuery(dealStagesQuery).data
  return (key) => {
    const stage = stages?.find((one) => one.key === key)
    return stage ? localName(stage.name, t.language) : key
  }
}

export const todoQuery = (todoId: string) =>
  queryOptions({
    queryKey: [...followUpKeys.todos, 'one', todoId],
    queryFn: () => call('getTodo', { params: { todoId } }),
  })
export const dealQuery = (dealId: string) =>
  queryOptions({
    queryKey: [...followUpKeys.deals, 'one', dealId],
    queryFn: () => call('getDeal', { params: { dealId } }),
  })

type Row = Pick<Todo | Deal, 'customer' | 'request'>

/** Says what was done and how to take it back. */
export function useSaid(): (text: string, row: Row, change: string) => void {
  const undoable = useUndoable()
  return (text, { customer, request }, change) =>
    undoable(text, { customerId: customer.id, ofRequest: request?.id ?? null, change })
}

/** A change whose refusal is said in a toast: of rows, where no form could show it. */
function useRowChange<V extends { change: string }, R>(change: (input: V) => Promise<R>) {
  const t = useT()
  const client = useQueryClient()
  return useMutation({
    mutationFn: change,
    onSettled: () => refetchFollowUps(client),
    onError: (error) => showToast(errorText(t, error)),
  })
}

/** Ticks a to-do off, or says that it is to be done again; with undo. */
export function useSetDone(): (todo: Todo, isDone: boolean) => void {
  const t = useT()
  const said = useSaid()
  const { mutate } = useRowChange(({ todo, isDone, change }: { todo: Todo; isDone: boolean; change: string }) =>
    call('setTodoDone', { params: { todoId: todo.id }, body: { isDone }, change }),
  )
  return (todo, isDone) => {
    const change = newKey()
    const text = t(isDone ? 'followUps.saidDone' : 'followUps.saidUndone', { title: todo.title })
    mutate({ todo, isDone, change }, { onSuccess: () => said(text, todo, change) })
  }
}

/** Deletes at once; the toast brings it back. */
export function useDelete(): (row: Todo | Deal) => void {
  const t = useT()
  const said = useSaid()
  const { mutate } = useRowChange(({ row, change }: { row: Todo | Deal; change: string }) =>
    'stage' in row
      ? call('deleteDeal', { params: { dealId: row.id }, change })
      : call('deleteTodo', { params: { todoId: row.id }, change }),
  )
  return (row) => {
    const change = newKey()
    mutate({ row, change }, { onSuccess: () => said(t('followUps.saidDeleted', { title: row.title }), row, change) })
  }
}

/** Moves a deal to another stage from its row; with undo. */
export function useMoveDeal(): (deal: Deal, stage: string) => void {
  const t = useT()
  const said = useSaid()
  const nameOf = useStageName()
  const { mutate } = useRowChange(({ deal, stage, change }: { deal: Deal; stage: string; change: string }) =>
    call('editDeal', { params: { dealId: deal.id }, version: deal.version, body: { stage }, change }),
  )
  return (deal, stage) => {
    const change = newKey()
    const text = t('followUps.saidStage', { title: deal.title, stage: nameOf(stage) })
    mutate({ deal, stage, change }, { onSuccess: () => said(text, deal, change) })
  }
}

export type Save<N, P> = { change: string } & ({ body: N } | { id: string; version: number; body: P })

/** Makes or changes a to-do from its form, which shows a refusal. */
export function useSaveTodo() {
  const client = useQueryClient()
  return useMutation({
    mutationFn: (input: Save<NewTodo, Partial<TodoPatch>>): Promise<Todo> =>
      'id' in input
        ? call('editTodo', {
            params: { todoId: input.id },
            version: input.version,
            body: input.body,
            change: input.change,
          })
        : call('addTodo', { body: input.body, change: input.change, idempotencyKey: input.change }),
    onSuccess: () => refetchFollowUps(client),
  })
}

export function useSaveDeal() {
  const client = useQueryClient()
  return useMutation({
    mutationFn: (input: Save<NewDeal, Partial<DealPatch>>): Promise<Deal> =>
      'id' in input
        ? call('editDeal', {
            params: { dealId: input.id },
            version: input.version,
            body: input.body,
            change: input.change,
          })
        : call('addDeal', { body: input.body, change: input.change, idempotencyKey: input.change }),
    onSuccess: () => refetchFollowUps(client),
  })
}

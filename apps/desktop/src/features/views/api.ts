import { isApiError } from '@care/client'
import type { Api, BodyOf, RequestFilter, SavedView, ViewPatch } from '@care/contract'
import { useMutation, useQueries, useQuery, useQueryClient } from '@tanstack/react-query'
import { useEffect } from 'react'
import { call } from '../../shared/api/client.ts'
import { serverNow } from '../../shared/clock.ts'
import { errorText } from '../../shared/error-text.ts'
import { useT } from '../../shared/i18n/I18nProvider.tsx'
import { socket } from '../../shared/realtime/connection.ts'
import { showToast } from '../../shared/ui/toast.tsx'

const key = ['views'] as const

/** Own and shared views, in one's own order; pushed when a colleague changes a shared one. */
export function useViews() {
  const client = useQueryClient()
  useEffect(() => socket.on('views.changed', () => void client.invalidateQueries({ queryKey: key })), [client])
  return useQuery({ queryKey: key, queryFn: () => call('listViews'), staleTime: 60_000 })
}

const dayEndsAt = (): number => new Date(serverNow()).setHours(24, 0, 0, 0)
/** So many tabs are counted: the others are out of sight, and each costs a question. */
const mostCounted = 20

/** How many each of these views finds; asked after the page, and a minute old at most. Two that say the same ask once. */
export function useViewCounts(
  filters: readonly RequestFilter[],
  isWanted: boolean,
): (filter: RequestFilter) => { count: number; isMore: boolean } | undefined {
  const keys = [...new Set(filters.slice(0, mostCounted).map((filter) => JSON.stringify(filter)))]
  const counts = useQueries({
    queries: keys.map((filter) => ({
      queryKey: ['requests', 'count', JSON.parse(filter) as RequestFilter],
      queryFn: () => call('countRequests', { query: { filter, dayEndsAt: dayEndsAt() } }),
      enabled: isWanted,
      staleTime: 60_000,
    })),
  })
  return (filter) => counts[keys.indexOf(JSON.stringify(filter))]?.data
}

/** Everything that is done with views; refused or done, the list is read anew. */
export function useViewChanges() {
  const t = useT()
  const client = useQueryClient()
  const onSettled = () => client.invalidateQueries({ queryKey: key })
  const onError = (error: Error): void => {
    const isOld = isApiError(error) && error.code === 'CONFLICT'
    showToast(isOld ? t('views.conflict') : errorText(t, error))
  }
  const options = { onSettled, onError }
  return {
    add: useMutation({ mutationFn: (body: BodyOf<Api['addView']>) => call('addView', { body }), onSettled }),
    edit: useMutation({
      mutationFn: ({ view, patch }: { view: SavedView; patch: ViewPatch }) =>
        call('editView', { params: { viewId: view.id }, version: view.version, body: patch }),
      ...options,
    }),
    takeOver: useMutation({
      mutationFn: (view: SavedView) => call('takeOverView', { params: { viewId: view.id } }),
      ...options,
    }),
    remove: useMutation({
      mutationFn: (view: SavedView) => call('deleteView', { params: { viewId: view.id } }),
      ...options,
    }),
    restore: useMutation({
      mutationFn: (view: SavedView) => call('restoreView', { params: { viewId: view.id } }),
      ...options,
    }),
    arrange: useMutation({
      mutationFn: (body: BodyOf<Api['arrangeViews']>) => call('arrangeViews', { body }),
      ...options,
    }),
  }
}

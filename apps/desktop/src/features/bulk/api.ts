import type { BulkAction, BulkItemState, BulkRun, BulkSelection } from '@care/contract'
import { useInfiniteQuery, useMutation, useQuery, useQueryClient, type QueryClient } from '@tanstack/react-query'
import { useEffect } from 'react'
import { call } from '../../shared/api/client.ts'
import { useBulk } from './bulk-store.ts'
import { socket } from '../../shared/realtime/connection.ts'

export const bulkKeys = {
  latest: ['bulk', 'latest'] as const,
  preview: (selection: BulkSelection) => ['bulk', 'preview', selection] as const,
  items: (runId: string, state: BulkItemState) => ['bulk', 'items', runId, state] as const,
}

export const isAtWork = ({ state }: BulkRun): boolean => ['gathering', 'running', 'undoing'].includes(state)

/** How many requests it is about, counted when it is asked. */
export const usePreview = (selection: BulkSelection) =>
  useQuery({
    queryKey: bulkKeys.preview(selection),
    queryFn: () => call('previewBulk', { body: { selection } }),
    staleTime: 0,
    gcTime: 0,
    retry: false,
  })

/** Begins a run: with actions, or with a macro's. */
export function useStartBulk() {
  const client = useQueryClient()
  return useMutation({
    mutationFn: ({
      selection,
      actions,
      macroId,
    }: {
      selection: BulkSelection
      actions: BulkAction[]
      macroId?: string
    }) =>
      macroId === undefined
        ? call('startBulk', { body: { selection, actions } })
        : call('applyMacroToMany', { params: { macroId }, body: { selection } }),
    onSuccess: (run) => keepRun(client, run),
  })
}

export function useTurnBulk() {
  const client = useQueryClient()
  return useMutation({
    mutationFn: ({ runId, to }: { runId: string; to: 'stop' | 'undo' }) =>
      call(to === 'stop' ? 'stopBulk' : 'undoBulk', { params: { runId } }),
    onSuccess: (run) => keepRun(client, run),
  })
}

/** The latest run stands on the screen; lists are read anew when one has ended. */
function keepRun(client: QueryClient, run: BulkRun): void {
  const before = client.getQueryData<BulkRun | null>(bulkKeys.latest)
  if (before && before.id > run.id) return
  useBulk.getState().see(run.id)
  client.setQueryData(bulkKeys.latest, run)
  if (!isAtWork(run)) {
    void client.invalidateQueries({ queryKey: ['requests'] })
    void client.invalidateQueries({ queryKey: ['bulk', 'items', run.id] })
  }
}

/** One's latest run, pushed as it goes; asked again while it is at work, in case a push was lost. */
export function useLatestRun(): BulkRun | null {
  const client = useQueryClient()
  const { data } = useQuery({
    queryKey: bulkKeys.latest,
    queryFn: async () => (await call('listBulkRuns', { query: { limit: 1 } })).items[0] ?? null,
    refetchInterval: ({ state }) => (state.data && isAtWork(state.data) ? 3_000 : false),
    staleTime: 30_000,
    retry: false,
  })
  useEffect(() => socket.on('bulk.moved', ({ run }) => keepRun(client, run)), [client])
  return data ?? null
}

export const useItems = (runId: string, state: BulkItemState) =>
  useInfiniteQuery({
    queryKey: bulkKeys.items(runId, state),
    queryFn: ({ pageParam }) =>
      call('listBulkItems', {
        params: { runId },
        query: { state, limit: 50, ...(pageParam === null ? {} : { cursor: pageParam }) },
      }),
    initialPageParam: null as string | null,
    getNextPageParam: ({ nextCursor }) => nextCursor,
  })

/** Most that are chosen again; who has more failures narrows the list. */
const mostFailed = 1_000

/** The requests of a run that failed. */
export async function failedIds(runId: string): Promise<string[]> {
  const ids: string[] = []
  let cursor: string | null = null
  do {
    const page: { items: Array<{ requestId: string }>; nextCursor: string | null } = await call('listBulkItems', {
      params: { runId },
      query: { state: 'failed', limit: 100, ...(cursor === null ? {} : { cursor }) },
    })
    ids.push(...page.items.map(({ requestId }) => requestId))
    cursor = page.nextCursor
  } while (cursor !== null && ids.length < mostFailed)
  return ids
}

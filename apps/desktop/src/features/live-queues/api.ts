import { isApiError, newKey } from '@care/client'
import type { BodyInputOf, Api, LiveOperatorRow, LiveParts, WaitingTask } from '@care/contract'
import type { Priority } from '@care/domain'
import { queryOptions, useMutation, useQuery, useQueryClient } from '@tanstack/react-query'
import { useEffect, useState } from 'react'
import { call } from '../../shared/api/client.ts'
import { noteServerTime, serverNow } from '../../shared/clock.ts'
import { useUndoable } from '../../shared/entities/undo.ts'
import { errorText } from '../../shared/error-text.ts'
import { useT } from '../../shared/i18n/I18nProvider.tsx'
import { socket, useConnection } from '../../shared/realtime/connection.ts'
import { useRoom } from '../../shared/realtime/useRoom.ts'
import { showToast } from '../../shared/ui/toast.tsx'
import { presenceWord } from '../../shared/words/presence.ts'
import { priorityWord } from '../../shared/words/priority.ts'

export const liveQueuesQuery = queryOptions({
  queryKey: ['live-queues', 'now'],
  queryFn: () => call('getLiveQueues'),
})
export const liveTodayQuery = (queueId: string | null) =>
  queryOptions({
    queryKey: ['live-queues', 'today', queueId],
    queryFn: () => call('getLiveToday', queueId === null ? {} : { query: { queueId } }),
    refetchInterval: 60_000,
  })

/**
 * What the screen shows: fetched once, then told by the server, all of it right after each (re)connect.
 * `lostAt`: since when nothing is told any more, null while it is live.
 */
export function useLiveQueues() {
  const query = useQuery(liveQueuesQuery)
  const [told, setTold] = useState<LiveParts | null>(null)
  useEffect(
    () =>
      socket.on('liveQueues.changed', (change) => {
        noteServerTime(change.at)
        setTold((old) => {
          const { queues = old?.queues, operators = old?.operators, waiting = old?.waiting } = change
          // The first one after a join has all parts.
          return queues && operators && waiting ? { at: change.at, queues, operators, waiting } : old
        })
      }),
    [],
  )
  useRoom('liveQueues', 'own')
  const parts = told ?? query.data ?? null
  return { parts, abilities: query.data?.abilities ?? null, query, lostAt: useLostAt() }
}
export type Abilities = NonNullable<ReturnType<typeof useLiveQueues>['abilities']>

function useLostAt(): number | null {
  const [lostAt, setLostAt] = useState(() => (useConnection.getState().state === 'reconnecting' ? serverNow() : null))
  useEffect(
    () =>
      useConnection.subscribe(({ state }) =>
        setLostAt((old) => (state === 'reconnecting' ? (old ?? serverNow()) : null)),
      ),
    [],
  )
  return lostAt
}

/** Says who was faster, where somebody was. */
function useRefusal(): (error: unknown) => void {
  const t = useT()
  return (error) => {
    const by = isApiError(error) && error.code === 'ALREADY_TAKEN' ? error.details.by : undefined
    const name = by !== null && typeof by === 'object' && 'name' in by ? String(by.name) : null
    showToast(name === null ? errorText(t, error) : t('liveQueues.takenBy', { name }))
  }
}

/** What one may do with waiting work; each is said, undoable, and a refusal says why. */
export function useWaitingActions() {
  const t = useT()
  const undoable = useUndoable()
  const onError = useRefusal()
  const run = useMutation({ mutationFn: (work: () => Promise<unknown>) => work(), onError })
  const act = (task: WaitingTask, words: string, work: (change: string) => Promise<unknown>): void => {
    const change = newKey()
    run.mutate(() => work(change), { onSuccess: () => undoable(words, { requestId: task.requestId, change }) })
  }
  const customerOf = ({ customer, requestNumber }: WaitingTask): string => customer.name || `#${requestNumber}`
  return {
    isBusy: run.isPending,
    assign: (task: WaitingTask, operator: Pick<LiveOperatorRow, 'id' | 'name'>): void =>
      act(task, t('liveQueues.assigned', { customer: customerOf(task), name: operator.name }), (change) =>
        call('assignTask', {
          params: { activityId: task.activityId },
          body: { operatorId: operator.id, onlyWaiting: true },
          change,
        }),
      ),
    prioritise: (task: WaitingTask, priority: Priority): void =>
      act(
        task,
        t('liveQueues.prioritised', { customer: customerOf(task), priority: priorityWord(t, priority) }),
        (change) => call('setPriority', { params: { requestId: task.requestId }, body: { priority }, change }),
      ),
    move: (task: WaitingTask, queue: { id: string; name: string }): void =>
      act(task, t('liveQueues.moved', { customer: customerOf(task), queue: queue.name }), (change) =>
        call('moveToQueue', { params: { requestId: task.requestId }, body: { queueId: queue.id }, change }),
      ),
  }
}

type Presence = BodyInputOf<Api['setOperatorPresence']>

export function useOperatorPresence() {
  const t = useT()
  return useMutation({
    mutationFn: ({ operator, ...body }: Presence & { operator: Pick<LiveOperatorRow, 'id' | 'name'> }) =>
      call('setOperatorPresence', { params: { operatorId: operator.id }, body }),
    onSuccess: ({ shown, awayReason }, { operator }) =>
      showToast(t('liveQueues.presenceSet', { name: operator.name, state: presenceWord(t, shown, awayReason) })),
    onError: (error) => showToast(errorText(t, error)),
  })
}

/** Takes waiting work oneself. */
export function useTake(onTaken: (activityId: string) => void) {
  const client = useQueryClient()
  const onError = useRefusal()
  return useMutation({
    mutationFn: (activityId: string) => call('takeTask', { params: { activityId } }),
    onSuccess: (_, activityId) => {
      void client.invalidateQueries({ queryKey: ['tasks'] })
      onTaken(activityId)
    },
    onError,
  })
}

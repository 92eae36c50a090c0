import type { DeskEventHandlers } from '../../shared/realtime/events.ts'
import { patchTask, refetchQueue, refetchTasks, tasksQuery } from './api.ts'
import { useMissed } from './missed.ts'

export const taskEvents = {
  // Patch: the event carries what the row shows.
  'message.added': (client, { task }) =>
    patchTask(client, task.activityId, (row) => ({
      ...row,
      lastLine: task.lastLine,
      unread: task.unread,
      waitingSince: task.waitingSince,
    })),
  'message.changed': (client, { task }) => {
    if (task) patchTask(client, task.activityId, (row) => ({ ...row, ...task }))
  },
  'marks.changed': (client, { activityId, unread }) => patchTask(client, activityId, (row) => ({ ...row, unread })),
  // Refetch: few rows, and what changed is not said.
  'tasks.changed': (client) => refetchTasks(client),
  'offer.made': (client) => refetchTasks(client),
  'offer.ended': (client, { reason }) => {
    if (reason === 'missed') useMissed.getState().note()
    refetchTasks(client)
  },
  'queue.changed': (client) => refetchQueue(client),
  // The row shows the request's title, priority, stage and the customer's name.
  'request.changed': (client, { requestId }) => {
    if (client.getQueryData(tasksQuery.queryKey)?.items.some((task) => task.requestId === requestId))
      refetchTasks(client)
  },
  'customer.changed': (client, { customerId }) => {
    if (client.getQueryData(tasksQuery.queryKey)?.items.some((task) => task.customer.id === customerId))
      refetchTasks(client)
  },
} satisfies Partial<DeskEventHandlers>

import type { Task } from '@care/contract'
import { useQuery } from '@tanstack/react-query'
import { tasksQuery } from '../features/tasks/api.ts'

interface TaskCounts {
  all: number
  unread: number
}
const none: TaskCounts = { all: 0, unread: 0 }

function countsOf({ items }: { items: readonly Task[] }): TaskCounts {
  const tasks = items.filter(({ state }) => state !== 'offered')
  return { all: tasks.length, unread: tasks.filter(({ unread, wokeAt }) => unread > 0 || wokeAt !== null).length }
}

/**
 * Tasks in progress, and how many of them have unread messages or are back from snooze. Only a changed number renders:
 * the whole desk asks, and each message changes the list.
 */
export const useTaskCounts = (): TaskCounts => useQuery({ ...tasksQuery, select: countsOf }).data ?? none

import { useQuery } from '@tanstack/react-query'
import { tasksQuery } from '../features/tasks/api.ts'

/** Tasks in progress, and how many of them have unread messages or are back from snooze. */
export function useTaskCounts(): { all: number; unread: number } {
  const tasks = useQuery(tasksQuery).data?.items.filter(({ state }) => state !== 'offered') ?? []
  return { all: tasks.length, unread: tasks.filter(({ unread, wokeAt }) => unread > 0 || wokeAt !== null).length }
}

import { useQuery } from '@tanstack/react-query'
import { useMemo, type ReactNode } from 'react'
import { tasksQuery } from './api.ts'
import { OfferCard } from './OfferCard.tsx'
import { groupTasks } from './order.ts'

/** The tasks offered to me, oldest first; only the first answers to the keys. Nothing without offers. */
export function Offers({ className }: { className?: string | undefined }): ReactNode {
  const tasks = useQuery(tasksQuery).data?.items
  const offered = useMemo(() => groupTasks(tasks ?? [], 'waiting').offered, [tasks])
  if (offered.length === 0) return null
  return (
    <div className={className}>
      {offered.map((task, i) => (
        <OfferCard key={`${task.activityId}/${task.offer?.offeredAt}`} task={task} hasKeys={i === 0} />
      ))}
    </div>
  )
}

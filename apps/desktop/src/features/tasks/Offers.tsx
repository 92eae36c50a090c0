import { useQuery } from '@tanstack/react-query'
import type { Task } from '@care/contract'
import type { ReactNode } from 'react'
import { tasksQuery } from './api.ts'
import { OfferCard } from './OfferCard.tsx'
import { groupTasks } from './order.ts'

const none: readonly Task[] = []
const offeredIn = ({ items }: { items: readonly Task[] }): readonly Task[] => groupTasks(items, 'waiting').offered

/** The tasks offered to me, oldest first; only the first answers to the keys. Nothing without offers. */
export function Offers({ className }: { className?: string | undefined }): ReactNode {
  const offered = useQuery({ ...tasksQuery, select: offeredIn }).data ?? none
  if (offered.length === 0) return null
  return (
    <div className={className}>
      {offered.map((task, i) => (
        <OfferCard key={`${task.activityId}/${task.offer?.offeredAt}`} task={task} hasKeys={i === 0} />
      ))}
    </div>
  )
}

import { useQuery } from '@tanstack/react-query'
import type { ReactNode } from 'react'
import { SignOutDialog } from '../features/sign-out/SignOutDialog.tsx'
import { tasksQuery } from '../features/tasks/api.ts'
import { TargetList } from '../features/transfer/TargetList.tsx'
import { useMe } from '../shared/entities/me.ts'

/** Signing out with one's tasks and the picker of a transfer. */
export function SignOut({ onClose }: { onClose: () => void }): ReactNode {
  const tasks = useQuery(tasksQuery)
  const me = useMe()
  return (
    <SignOutDialog
      tasks={tasks.data?.items}
      hasFailed={tasks.isError}
      operatorId={me?.id ?? null}
      Targets={TargetList}
      onRetry={() => void tasks.refetch()}
      onClose={onClose}
    />
  )
}

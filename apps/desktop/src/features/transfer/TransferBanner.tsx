import type { ActivityDetails } from '@care/contract'
import type { ReactNode } from 'react'
import { AskedBanner } from '../../shared/ui/AskedBanner.tsx'
import { useWithdrawTransfer } from './api.ts'

/** Whom one has asked to take the open task over. */
export function TransferBanner({ activity }: { activity: ActivityDetails }): ReactNode {
  const withdraw = useWithdrawTransfer({ activityId: activity.id, requestId: activity.request.id })
  // In a call that stands among its own controls.
  if (!activity.transferTo || activity.medium === 'call') return null
  return <AskedBanner name={activity.transferTo.name} withdraw={withdraw} />
}

import { useQueryClient } from '@tanstack/react-query'
import type { ReactNode } from 'react'
import { useLocation, useRoute } from 'wouter'
import { LiveQueuesScreen } from '../features/live-queues/LiveQueuesScreen.tsx'
import { Wallboard } from '../features/live-queues/Wallboard.tsx'
import { NumbersScreen } from '../features/numbers/NumbersScreen.tsx'
import { openRequest } from '../shared/workspace/open-request.ts'
import { openTask } from '../shared/workspace/open-task.ts'
import { useLayout } from '../shared/workspace/layout.ts'
import { useDeskAddress } from './pages.ts'

interface LiveScreensProps {
  page: 'liveQueues' | 'wallboard' | 'numbers'
  onClose: () => void
}

/** Live queues, the same on the wall, and the numbers of one operator: one piece of code on demand. */
export function LiveScreens({ page }: LiveScreensProps): ReactNode {
  const client = useQueryClient()
  const [, navigate] = useLocation()
  const [, params] = useRoute('/numbers/:operatorId')
  const desk = useDeskAddress()
  const onOpenRequest = (requestId: string, customerId: string): void => {
    void openRequest(client, { requestId, customerId })
    useLayout.getState().showPane('communication')
    navigate(desk)
  }
  const onWallboard = (): void => {
    // Refused where the browser does not allow it: the board stands in the window then.
    document.documentElement.requestFullscreen?.().catch(() => undefined)
    navigate('/wallboard')
  }
  const leaveWall = (): void => {
    if (document.fullscreenElement) void document.exitFullscreen().catch(() => undefined)
    navigate('/live-queues')
  }
  if (page === 'wallboard') return <Wallboard onClose={leaveWall} />
  if (page === 'numbers') return <NumbersScreen operatorId={params?.operatorId ?? null} onOpenRequest={onOpenRequest} />
  return (
    <LiveQueuesScreen
      onWallboard={onWallboard}
      onNumbers={(operatorId) => navigate(`/numbers/${encodeURIComponent(operatorId)}`)}
      onOpenTask={(activityId) => {
        openTask(activityId)
        navigate(`/a/${encodeURIComponent(activityId)}`)
      }}
      onOpenRequest={onOpenRequest}
    />
  )
}

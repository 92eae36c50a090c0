import type { ListedRequest } from '@care/contract'
import { useCallback, type ReactNode } from 'react'
import { useLocation } from 'wouter'
import { AllRequests } from '../features/lists/AllRequests.tsx'
import { useLayout } from '../shared/workspace/layout.ts'
import { useSelection } from '../shared/workspace/selection.ts'
import { useFromList } from './BackToList.tsx'
import { useDeskAddress } from './pages.ts'

interface RequestsScreenProps {
  onAddRequest: () => void
  onClose: () => void
}

/** All requests; one that is opened is shown on the desk, with a way back. */
export function RequestsScreen({ onAddRequest }: RequestsScreenProps): ReactNode {
  const [, navigate] = useLocation()
  const desk = useDeskAddress()
  const onOpen = useCallback(
    ({ id, activityId, customer }: ListedRequest) => {
      const { viewActivity, viewRequestAlone, activityId: task } = useSelection.getState()
      if (activityId === null) viewRequestAlone({ requestId: id, customerId: customer.id })
      else viewActivity(activityId === task ? null : activityId)
      useFromList.setState({ requestId: id })
      useLayout.getState().showPane('communication')
      navigate(desk)
    },
    [desk, navigate],
  )
  return <AllRequests onOpen={onOpen} onAddRequest={onAddRequest} />
}

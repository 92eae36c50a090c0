import { isApiError } from '@care/client'
import type { ListedRequest, Snippet } from '@care/contract'
import { useQueryClient } from '@tanstack/react-query'
import { useCallback, type ReactNode } from 'react'
import { useLocation } from 'wouter'
import { BulkActions } from '../features/bulk/BulkActions.tsx'
import { BulkProgress } from '../features/bulk/BulkProgress.tsx'
import { AllRequests, type ListSlots } from '../features/lists/AllRequests.tsx'
import { useList } from '../features/lists/list-store.ts'
import { Views } from '../features/views/Views.tsx'
import { call } from '../shared/api/client.ts'
import { errorText } from '../shared/error-text.ts'
import { useT } from '../shared/i18n/I18nProvider.tsx'
import { showToast } from '../shared/ui/toast.tsx'
import { useLayout } from '../shared/workspace/layout.ts'
import { openRequest } from '../shared/workspace/open-request.ts'
import { useSelection } from '../shared/workspace/selection.ts'
import { useThreadWords } from '../shared/workspace/spot.ts'
import { useFromList } from './BackToList.tsx'
import { useDeskAddress } from './pages.ts'

/** What other features show within the list. */
const slots: ListSlots = { Views, BulkActions, BulkProgress }

interface RequestsScreenProps {
  onAddRequest: () => void
  onClose: () => void
}

/** All requests; one that is opened is shown on the desk, with a way back. */
export function RequestsScreen({ onAddRequest }: RequestsScreenProps): ReactNode {
  const [, navigate] = useLocation()
  const desk = useDeskAddress()
  const toDesk = useCallback(
    (requestId: string) => {
      useFromList.setState({ requestId })
      useLayout.getState().showPane('communication')
      navigate(desk)
    },
    [desk, navigate],
  )
  const onOpen = useCallback(
    ({ id, activityId: newest, customer }: ListedRequest, snippet?: Snippet | null) => {
      const { viewActivity, viewRequestAlone, activityId: task } = useSelection.getState()
      // What was found in a talk is shown there: its thread opens looking for the words.
      const foundIn = snippet?.said?.activityId
      const activityId = foundIn ?? newest
      useThreadWords.setState({ activityId: foundIn ?? null, words: useList.getState().filter.words ?? '' })
      if (activityId === null) viewRequestAlone({ requestId: id, customerId: customer.id })
      else viewActivity(activityId === task ? null : activityId)
      toDesk(id)
    },
    [toDesk],
  )
  const onNumber = useGoToNumber(toDesk)
  return <AllRequests slots={slots} onOpen={onOpen} onNumber={onNumber} onAddRequest={onAddRequest} />
}

/** Straight to the request of a number; one that was merged leads to where it went (rule 25). */
function useGoToNumber(toDesk: (requestId: string) => void): (number: number) => void {
  const t = useT()
  const client = useQueryClient()
  return (number) =>
    void call('locateRequest', { query: { number } }).then(
      async (place) => {
        if (place.mergedNumber !== null)
          showToast(t('shell.leadsTo', { from: String(place.mergedNumber), to: String(place.number) }))
        await openRequest(client, place)
        toDesk(place.requestId)
      },
      (error: unknown) =>
        showToast(isApiError(error) && error.code === 'NOT_FOUND' ? t('shell.noSuchRequest') : errorText(t, error)),
    )
}

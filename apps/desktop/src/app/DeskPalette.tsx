import { isApiError } from '@care/client'
import { useQueryClient } from '@tanstack/react-query'
import type { ReactNode } from 'react'
import { useLocation } from 'wouter'
import { useList } from '../features/lists/list-store.ts'
import { Palette } from '../features/palette/Palette.tsx'
import { call } from '../shared/api/client.ts'
import { errorText } from '../shared/error-text.ts'
import { useT } from '../shared/i18n/I18nProvider.tsx'
import { showToast } from '../shared/ui/toast.tsx'
import { useLayout } from '../shared/workspace/layout.ts'
import { openRequest } from '../shared/workspace/open-request.ts'
import { openTask } from '../shared/workspace/open-task.ts'
import type { OpenDialog } from './open-dialog.ts'
import { useDeskAddress } from './pages.ts'

interface DeskPaletteProps {
  onClose: () => void
  onDialog: (dialog: OpenDialog) => void
}

/** The palette with the ways to what it finds. */
export function DeskPalette({ onClose, onDialog }: DeskPaletteProps): ReactNode {
  const t = useT()
  const client = useQueryClient()
  const [, navigate] = useLocation()
  const desk = useDeskAddress()
  const onRequest = (request: { requestId: string; customerId: string }): void => {
    const tasks = client.getQueryData<{ items: { requestId: string; activityId: string }[] }>(['tasks'])
    const task = tasks?.items.find(({ requestId }) => requestId === request.requestId)
    navigate(task ? `/a/${encodeURIComponent(task.activityId)}` : desk)
    useLayout.getState().showPane('communication')
    if (task) openTask(task.activityId)
    else void openRequest(client, request)
  }
  const onNumber = async (number: number): Promise<void> => {
    try {
      const place = await call('locateRequest', { query: { number } })
      if (place.mergedNumber !== null)
        showToast(t('shell.leadsTo', { from: String(place.mergedNumber), to: String(place.number) }))
      onRequest(place)
    } catch (error) {
      showToast(isApiError(error) && error.code === 'NOT_FOUND' ? t('shell.noSuchRequest') : errorText(t, error))
    }
  }
  return (
    <Palette
      onClose={onClose}
      onCustomer={(customerId) => navigate(`/customers/${encodeURIComponent(customerId)}`)}
      onRequest={onRequest}
      onNumber={(number) => void onNumber(number)}
      onOperator={(operatorId) => {
        useList.getState().narrow({ state: 'open', assigneeId: [operatorId] })
        navigate('/requests')
      }}
      onTransfer={(activityId, to) => onDialog({ kind: 'transfer', activityId, to })}
    />
  )
}

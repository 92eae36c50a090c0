import type { RequestDetails } from '@care/contract'
import { useQueryClient } from '@tanstack/react-query'
import type { ReactNode } from 'react'
import { useLocation } from 'wouter'
import { CustomerPicker } from '../features/customer/CustomerPicker.tsx'
import { newCustomerProblem } from '../features/customer/validate.ts'
import { call } from '../shared/api/client.ts'
import { useCustomer } from '../shared/entities/customer.ts'
import { putRequest } from '../shared/entities/request.ts'
import { useT } from '../shared/i18n/I18nProvider.tsx'
import { errorText } from '../shared/error-text.ts'
import { onDemand } from '../shared/ui/on-demand.tsx'
import { showToast } from '../shared/ui/toast.tsx'
import { localName } from '../shared/words/local-name.ts'
import { useShown, useSelection } from '../shared/workspace/selection.ts'
import { useDeskAddress } from './pages.ts'
import type { OpenDialog } from './DeskScreen.tsx'

const AddRequestDialog = onDemand(() =>
  import('../features/request/AddRequestDialog.tsx').then((file) => file.AddRequestDialog),
)
const CloseRequestDialog = onDemand(() =>
  import('../features/request/CloseRequestDialog.tsx').then((file) => file.CloseRequestDialog),
)
const ShortcutsDialog = onDemand(() => import('./ShortcutsDialog.tsx').then((file) => file.ShortcutsDialog))
const SignOutDialog = onDemand(() => import('../features/auth/SignOutDialog.tsx').then((file) => file.SignOutDialog))

/** The dialogs of the desk; loaded when the first one is opened. */
export function Dialogs({ dialog, onClose }: { dialog: OpenDialog; onClose: () => void }): ReactNode {
  switch (dialog.kind) {
    case 'add':
      return <AddRequest forCustomerId={dialog.customerId} onClose={onClose} />
    case 'close':
      return <CloseRequest requestId={dialog.requestId} onClose={onClose} />
    case 'shortcuts':
      return <ShortcutsDialog onClose={onClose} />
    case 'signOut':
      return <SignOutDialog onClose={onClose} />
  }
}

interface AddRequestProps {
  forCustomerId: string | undefined
  onClose: () => void
}

function AddRequest({ forCustomerId, onClose }: AddRequestProps): ReactNode {
  const shownId = useShown().customerId
  const [, navigate] = useLocation()
  const desk = useDeskAddress()
  const customer = useCustomer(forCustomerId ?? shownId).data
  const onAdded = (request: RequestDetails): void => {
    onClose()
    useSelection.getState().viewRequestAlone({ requestId: request.id, customerId: request.customer.id })
    navigate(desk)
  }
  return (
    <AddRequestDialog
      {...(customer ? { customer: { id: customer.id, name: customer.name } } : {})}
      CustomerPicker={CustomerPicker}
      customerProblem={newCustomerProblem}
      onClose={onClose}
      onAdded={onAdded}
    />
  )
}

function CloseRequest({ requestId, onClose }: { requestId: string; onClose: () => void }): ReactNode {
  const t = useT()
  const client = useQueryClient()
  const onClosed = (request: RequestDetails): void => {
    onClose()
    const undo = (): void =>
      void call('reopenRequest', { params: { requestId } }).then(
        (reopened) => putRequest(client, reopened),
        (error: unknown) => showToast(errorText(t, error)),
      )
    showToast(t('shell.closedAs', { outcome: request.outcome ? localName(request.outcome.name, t.language) : '' }), {
      undo,
    })
  }
  return <CloseRequestDialog requestId={requestId} onClose={onClose} onClosed={onClosed} />
}

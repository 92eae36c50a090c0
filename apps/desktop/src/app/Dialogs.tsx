import type { RequestDetails } from '@care/contract'
import { useQueryClient } from '@tanstack/react-query'
import { useState, type ReactNode } from 'react'
import { useLocation } from 'wouter'
import { CustomerSearch } from '../features/customer/CustomerSearch.tsx'
import { CustomerPicker } from '../features/customer/CustomerPicker.tsx'
import { newCustomerProblem } from '../features/customer/validate.ts'
import type { Closed } from '../features/request/CloseRequestDialog.tsx'
import { neighbourOf } from '../features/tasks/move-focus.ts'
import { useCustomer } from '../shared/entities/customer.ts'
import { useUndoable } from '../shared/entities/undo.ts'
import { useT } from '../shared/i18n/I18nProvider.tsx'
import { onDemand } from '../shared/ui/on-demand.tsx'
import { localName } from '../shared/words/local-name.ts'
import { openRequest } from '../shared/workspace/open-request.ts'
import { openTask } from '../shared/workspace/open-task.ts'
import { useShown, useSelection } from '../shared/workspace/selection.ts'
import { useGoTo } from './NewNotifications.tsx'
import { useDeskAddress } from './pages.ts'
import type { OpenDialog } from './open-dialog.ts'

const AddRequestDialog = onDemand(() =>
  import('../features/request/AddRequestDialog.tsx').then((file) => file.AddRequestDialog),
)
const CloseRequestDialog = onDemand(() =>
  import('../features/request/CloseRequestDialog.tsx').then((file) => file.CloseRequestDialog),
)
const MoveStageDialog = onDemand(() =>
  import('../features/request/MoveStageDialog.tsx').then((file) => file.MoveStageDialog),
)
const TransferDialog = onDemand(() =>
  import('../features/transfer/TransferDialog.tsx').then((file) => file.TransferDialog),
)
const NotificationPanel = onDemand(() =>
  import('../features/notifications/NotificationPanel.tsx').then((file) => file.NotificationPanel),
)
const MergeRequestDialog = onDemand(() =>
  import('../features/ties/MergeRequestDialog.tsx').then((file) => file.MergeRequestDialog),
)
const SplitRequestDialog = onDemand(() =>
  import('../features/ties/SplitRequestDialog.tsx').then((file) => file.SplitRequestDialog),
)
const LinkRequestDialog = onDemand(() =>
  import('../features/ties/LinkRequestDialog.tsx').then((file) => file.LinkRequestDialog),
)
const OtherCustomerDialog = onDemand(() =>
  import('../features/move/OtherCustomerDialog.tsx').then((file) => file.OtherCustomerDialog),
)
const AssignDialog = onDemand(() => import('../features/transfer/AssignDialog.tsx').then((file) => file.AssignDialog))
const SignatureDialog = onDemand(() =>
  import('../features/mail/SignatureDialog.tsx').then((file) => file.SignatureDialog),
)
const WriteMailDialog = onDemand(() =>
  import('../features/mail/WriteMailDialog.tsx').then((file) => file.WriteMailDialog),
)
const PlanCallbackDialog = onDemand(() =>
  import('../features/callbacks/PlanCallbackDialog.tsx').then((file) => file.PlanCallbackDialog),
)
const ShortcutsDialog = onDemand(() => import('./ShortcutsDialog.tsx').then((file) => file.ShortcutsDialog))
const SignOut = onDemand(() => import('./SignOut.tsx').then((file) => file.SignOut))
const DeskPalette = onDemand(() => import('./DeskPalette.tsx').then((file) => file.DeskPalette))

interface DialogsProps {
  dialog: OpenDialog
  onClose: () => void
  /** Opens another one. */
  onDialog: (dialog: OpenDialog) => void
}

/** The dialogs of the desk; loaded when the first one is opened. */
export function Dialogs({ dialog, onClose, onDialog }: DialogsProps): ReactNode {
  switch (dialog.kind) {
    case 'add':
      return <AddRequest forCustomerId={dialog.customerId} onClose={onClose} />
    case 'close':
      return <CloseRequest requestId={dialog.requestId} onClose={onClose} />
    case 'move':
      return <MoveStageDialog requestId={dialog.requestId} stage={dialog.stage} onClose={onClose} />
    case 'transfer':
      return <TransferDialog activityId={dialog.activityId} to={dialog.to} onClose={onClose} />
    case 'merge':
      return <MergeRequestDialog requestId={dialog.requestId} onClose={onClose} onMerged={showRequestThatStays} />
    case 'split':
      return <SplitRequest requestId={dialog.requestId} onClose={onClose} />
    case 'link':
      return <LinkRequestDialog requestId={dialog.requestId} onClose={onClose} />
    case 'otherCustomer':
      return <OtherCustomerDialog activityId={dialog.activityId} CustomerSearch={CustomerSearch} onClose={onClose} />
    case 'assign':
      return <AssignDialog activityId={dialog.activityId} onClose={onClose} />
    case 'writeMail':
      return <WriteMail customerId={dialog.customerId} requestId={dialog.requestId} onClose={onClose} />
    case 'planCallback':
      return <PlanCallbackDialog customerId={dialog.customerId} requestId={dialog.requestId} onClose={onClose} />
    case 'shortcuts':
      return <ShortcutsDialog onClose={onClose} />
    case 'notifications':
      return <Notifications onClose={onClose} />
    case 'palette':
      return <DeskPalette onClose={onClose} onDialog={onDialog} />
    case 'signature':
      return <SignatureDialog onClose={onClose} />
    case 'signOut':
      return <SignOut onClose={onClose} />
  }
}

function Notifications({ onClose }: { onClose: () => void }): ReactNode {
  const goTo = useGoTo()
  const [, navigate] = useLocation()
  return (
    <NotificationPanel
      onGoTo={(item) => {
        onClose()
        goTo(item)
      }}
      onSettings={() => {
        onClose()
        navigate('/settings/notifications')
      }}
      onClose={onClose}
    />
  )
}

/** A request without any talk that is looked at may be the one that went. */
function showRequestThatStays(requestId: string): void {
  const { viewRequest, viewRequestAlone } = useSelection.getState()
  if (viewRequest) viewRequestAlone({ ...viewRequest, requestId })
}

function SplitRequest({ requestId, onClose }: { requestId: string; onClose: () => void }): ReactNode {
  const client = useQueryClient()
  return (
    <SplitRequestDialog
      requestId={requestId}
      onClose={onClose}
      onSplit={(request) => void openRequest(client, request)}
    />
  )
}

interface WriteMailProps {
  customerId: string
  requestId: string | null
  onClose: () => void
}

/** The mail that was begun is a task; it is written in the desk, from whatever screen. */
function WriteMail(props: WriteMailProps): ReactNode {
  const [, navigate] = useLocation()
  return (
    <WriteMailDialog
      {...props}
      onBegun={({ id }) => {
        navigate(`/a/${encodeURIComponent(id)}`)
        openTask(id)
      }}
    />
  )
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
  const undoable = useUndoable()
  // Looked up while the list still has the row that is about to go.
  const [place] = useState(() => {
    const { activityId } = useSelection.getState()
    const list = document.getElementById('tasks')
    return { activityId, nextId: neighbourOf(list, activityId, 1) ?? neighbourOf(list, activityId, -1) }
  })
  const onClosed = (request: RequestDetails, { change, goesOn }: Closed): void => {
    onClose()
    if (goesOn && place.nextId !== null) openTask(place.nextId)
    undoable(
      t('requestDialogs.closedAs', { outcome: request.outcome ? localName(request.outcome.name, t.language) : '' }),
      {
        requestId,
        change,
        onUndone: () => place.activityId !== null && openTask(place.activityId),
      },
    )
  }
  return (
    <CloseRequestDialog requestId={requestId} hasNext={place.nextId !== null} onClose={onClose} onClosed={onClosed} />
  )
}

import type { ReactNode } from 'react'
import { CustomerPicker } from '../features/customer/CustomerPicker.tsx'
import { DealDialog } from '../features/follow-ups/deals/DealDialog.tsx'
import { TodoDialog } from '../features/follow-ups/todos/TodoDialog.tsx'
import type { FollowUpDialog } from '../shared/workspace/follow-up-dialog.ts'

interface FollowUpDialogsProps {
  dialog: FollowUpDialog
  onClose: () => void
}

/** The dialog of a to-do or deal, new or known. */
export function FollowUpDialogs({ dialog, onClose }: FollowUpDialogsProps): ReactNode {
  const Dialog = dialog.kind === 'todo' ? TodoDialog : DealDialog
  const isNew = !('id' in dialog)
  return (
    <Dialog
      id={isNew ? null : dialog.id}
      customerId={isNew ? (dialog.customerId ?? null) : null}
      requestId={isNew ? (dialog.requestId ?? null) : null}
      Picker={CustomerPicker}
      onClose={onClose}
    />
  )
}

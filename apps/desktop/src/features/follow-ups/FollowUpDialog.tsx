import Dialog from '@mui/material/Dialog'
import DialogContent from '@mui/material/DialogContent'
import DialogTitle from '@mui/material/DialogTitle'
import { useId, useState, type ComponentType, type ReactNode } from 'react'
import { ErrorState, SkeletonLines } from '../../shared/ui/states.tsx'
import { submitByKey } from '../../shared/ui/submit-by-key.ts'
import type { Picker } from './ForWhom.tsx'

/** Of the dialog of a to-do and of a deal. */
export interface FollowUpDialogProps {
  /** The one that is changed; null for a new one. */
  id: string | null
  customerId: string | null
  requestId: string | null
  Picker: Picker
  onClose: () => void
}

/** Of the form in it. */
export interface OpenedProps<Row> extends FollowUpDialogProps {
  title: string
  /** The one that is changed, as it was when it was opened. */
  row: Row | null
  /** Show this one instead: what a colleague has saved. */
  onLoad: (row: Row) => void
}

interface FrameProps<Row> extends FollowUpDialogProps {
  title: string
  /** As it is now; null for a new one, undefined until it is known. */
  row: Row | null | undefined
  /** Why it does not come, and the way to try again. */
  problem: { title: string; onRetry: () => void } | null
  Form: ComponentType<OpenedProps<Row>>
}

/** The dialog around the form of a to-do or a deal. */
export function FollowUpDialog<Row extends { version: number }>(props: FrameProps<Row>): ReactNode {
  const { row, problem, Form, ...rest } = props
  const titleId = useId()
  // What was opened stays: a push must not change the form below one's hands.
  const [opened, setOpened] = useState(row)
  if (opened === undefined && row !== undefined) setOpened(row)
  return (
    <Dialog open onClose={rest.onClose} onKeyDown={submitByKey} fullWidth maxWidth="xs" aria-labelledby={titleId}>
      <DialogTitle id={titleId}>{rest.title}</DialogTitle>
      {opened === undefined ? (
        <DialogContent>{problem ? <ErrorState compact {...problem} /> : <SkeletonLines />}</DialogContent>
      ) : (
        <Form key={opened?.version} {...rest} row={opened} onLoad={setOpened} />
      )}
    </Dialog>
  )
}

import { newKey } from '@care/client'
import type { ActivityDetails } from '@care/contract'
import { limits } from '@care/domain'
import Checkbox from '@mui/material/Checkbox'
import Dialog from '@mui/material/Dialog'
import DialogContent from '@mui/material/DialogContent'
import DialogTitle from '@mui/material/DialogTitle'
import FormControlLabel from '@mui/material/FormControlLabel'
import TextField from '@mui/material/TextField'
import { useState, type ReactNode } from 'react'
import { useActivity } from '../../shared/entities/activity.ts'
import { useUndoable } from '../../shared/entities/undo.ts'
import { useT } from '../../shared/i18n/I18nProvider.tsx'
import { useIsOffline } from '../../shared/realtime/connection.ts'
import { DialogForm } from '../../shared/ui/DialogForm.tsx'
import { ErrorState, SkeletonLines } from '../../shared/ui/states.tsx'
import { submitByKey } from '../../shared/ui/submit-by-key.ts'
import { type Target, useTransfer } from './api.ts'
import { TargetList } from './TargetList.tsx'

interface TransferDialogProps {
  activityId: string
  /** Who was chosen before it opened. */
  to?: Colleague | undefined
  onClose: () => void
}
interface Colleague {
  operatorId: string
  name: string
}

/** To whom one may hand it, with a reason that the next one reads first (row T6, rule 24). */
export function TransferDialog({ activityId, to, onClose }: TransferDialogProps): ReactNode {
  const t = useT()
  const { data: activity, isError, refetch } = useActivity(activityId)
  return (
    <Dialog open onClose={onClose} onKeyDown={submitByKey} fullWidth maxWidth="xs" aria-labelledby="transfer-title">
      <DialogTitle id="transfer-title">{t('transferTo.title')}</DialogTitle>
      {activity ? (
        <TransferForm activity={activity} to={to} onClose={onClose} />
      ) : (
        <DialogContent>
          {isError ? (
            <ErrorState compact title={t('communication.failed')} onRetry={() => void refetch()} />
          ) : (
            <SkeletonLines />
          )}
        </DialogContent>
      )}
    </Dialog>
  )
}

interface TransferFormProps extends Pick<TransferDialogProps, 'to' | 'onClose'> {
  activity: ActivityDetails
}

function TransferForm({ activity, to: wanted, onClose }: TransferFormProps): ReactNode {
  const t = useT()
  const isOffline = useIsOffline()
  const undoable = useUndoable()
  const task = { activityId: activity.id, requestId: activity.request.id }
  const transfer = useTransfer(task)
  const [chosen, setChosen] = useState<{ to: Target; name: string } | null>(
    wanted ? { to: { operatorId: wanted.operatorId }, name: wanted.name } : null,
  )
  const [reason, setReason] = useState('')
  // Of a call to a colleague: as people do it most.
  const [wantsWarm, setWantsWarm] = useState(true)
  const canBeWarm = activity.medium === 'call' && chosen !== null && 'operatorId' in chosen.to
  const isWarm = canBeWarm && wantsWarm
  const [hasTried, setHasTried] = useState(false)
  const isTooLong = reason.trim().length > limits.reason
  const isEmpty = reason.trim() === ''
  const submit = (): void => {
    setHasTried(true)
    if (!chosen || isEmpty || isTooLong || transfer.isPending) return
    const change = newKey()
    const { to, name } = chosen
    const onSuccess = (): void => {
      onClose()
      undoable(saidOf(to, name), { requestId: task.requestId, change })
    }
    transfer.mutate({ to, reason, isWarm, change }, { onSuccess })
  }
  return (
    <DialogForm
      label={t('transferTo.title')}
      isDisabled={transfer.isPending || isOffline}
      error={transfer.error}
      onSubmit={submit}
      onClose={onClose}
    >
      <TargetList
        holderId={activity.operator?.id ?? null}
        needed={activity.skills}
        chosen={chosen?.to ?? null}
        problem={hasTried && !chosen ? t('transferTo.targetNeeded') : null}
        onChoose={(to, name) => setChosen({ to, name })}
      />
      {canBeWarm && (
        <FormControlLabel
          control={<Checkbox size="small" checked={wantsWarm} onChange={(_, isOn) => setWantsWarm(isOn)} />}
          label={`${t('calls.warm')}. ${t('calls.warmHint')}`}
        />
      )}
      <TextField
        label={t('transferTo.reason')}
        value={reason}
        required
        multiline
        minRows={2}
        maxRows={6}
        fullWidth
        error={isTooLong || (hasTried && isEmpty)}
        helperText={reasonProblem()}
        onChange={(event) => setReason(event.target.value)}
        slotProps={{ htmlInput: { dir: 'auto' } }}
      />
    </DialogForm>
  )
  function saidOf(to: Target, name: string): string {
    if ('operatorId' in to) return t(isWarm ? 'calls.warmAsked' : 'transferTo.asked', { name })
    return 'groupId' in to ? t('transferTo.askedGroup', { name }) : t('transferTo.moved', { queue: name })
  }
  function reasonProblem(): string | null {
    if (isTooLong) return t('common.tooLong', { n: limits.reason })
    return hasTried && isEmpty ? t('transferTo.reasonNeeded') : t('transferTo.reasonHint')
  }
}

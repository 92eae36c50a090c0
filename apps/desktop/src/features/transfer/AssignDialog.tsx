import { isApiError, newKey } from '@care/client'
import type { ActivityDetails } from '@care/contract'
import Dialog from '@mui/material/Dialog'
import DialogContent from '@mui/material/DialogContent'
import DialogTitle from '@mui/material/DialogTitle'
import { useState, type ReactNode } from 'react'
import { useActivity } from '../../shared/entities/activity.ts'
import { useUndoable } from '../../shared/entities/undo.ts'
import { useT } from '../../shared/i18n/I18nProvider.tsx'
import { useIsOffline } from '../../shared/realtime/connection.ts'
import { DialogForm } from '../../shared/ui/DialogForm.tsx'
import { ErrorState, SkeletonLines } from '../../shared/ui/states.tsx'
import { submitByKey } from '../../shared/ui/submit-by-key.ts'
import { useAssign } from './api.ts'
import { TargetList } from './TargetList.tsx'

/** Gives a task to an operator at once, without asking him (requests.assign). */
export function AssignDialog({ activityId, onClose }: { activityId: string; onClose: () => void }): ReactNode {
  const t = useT()
  const { data: activity, isError, refetch } = useActivity(activityId)
  const name = activity ? activity.customer.name || t('common.unknownCustomer') : ''
  return (
    <Dialog open onClose={onClose} onKeyDown={submitByKey} fullWidth maxWidth="xs" aria-labelledby="assign-title">
      <DialogTitle id="assign-title">{t('assign.title', { name })}</DialogTitle>
      {activity ? (
        <AssignForm activity={activity} customer={name} onClose={onClose} />
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

interface AssignFormProps {
  activity: ActivityDetails
  customer: string
  onClose: () => void
}

function AssignForm({ activity, customer, onClose }: AssignFormProps): ReactNode {
  const t = useT()
  const isOffline = useIsOffline()
  const undoable = useUndoable()
  const requestId = activity.request.id
  const assign = useAssign({ activityId: activity.id, requestId })
  const [chosen, setChosen] = useState<{ operatorId: string; name: string } | null>(null)
  const [hasTried, setHasTried] = useState(false)
  const isNotThere = isApiError(assign.error) && assign.error.details.problem === 'NOT_THERE'
  const problem = isNotThere ? t('assign.notThere', { name: chosen?.name ?? '' }) : null
  const submit = (): void => {
    setHasTried(true)
    if (!chosen || assign.isPending) return
    const change = newKey()
    const onSuccess = (): void => {
      onClose()
      undoable(t('assign.done', { name: customer, to: chosen.name }), { requestId, change })
    }
    assign.mutate({ operatorId: chosen.operatorId, change }, { onSuccess })
  }
  return (
    <DialogForm
      label={t('assign.button')}
      isDisabled={assign.isPending || isOffline}
      error={isNotThere ? null : assign.error}
      onSubmit={submit}
      onClose={onClose}
    >
      <TargetList
        label={t('assign.to')}
        holderId={activity.operator?.id ?? null}
        needed={activity.skills}
        hasPlaces={false}
        chosen={chosen}
        problem={problem ?? (hasTried && !chosen ? t('assign.needed') : null)}
        onChoose={(to, name) => 'operatorId' in to && setChosen({ operatorId: to.operatorId, name })}
      />
    </DialogForm>
  )
}

import Dialog from '@mui/material/Dialog'
import DialogContent from '@mui/material/DialogContent'
import DialogTitle from '@mui/material/DialogTitle'
import type { RequestDetails } from '@care/contract'
import type { Attributes } from '@care/domain'
import { useState, type ReactNode } from 'react'
import { useMoveStage, useRequest } from '../../shared/entities/request.ts'
import { askedFields, changedValues, FieldsForm, formProblems } from '../../shared/fields/FieldsForm.tsx'
import { useT } from '../../shared/i18n/I18nProvider.tsx'
import { DialogForm } from '../../shared/ui/DialogForm.tsx'
import { ErrorState, SkeletonLines } from '../../shared/ui/states.tsx'
import { submitByKey } from '../../shared/ui/submit-by-key.ts'
import { localName } from '../../shared/words/local-name.ts'

interface MoveStageDialogProps {
  requestId: string
  stage: string
  onClose: () => void
}

/** Asks for what a stage needs before the request may enter it; fields and move are one call. */
export function MoveStageDialog({ requestId, stage: key, onClose }: MoveStageDialogProps): ReactNode {
  const t = useT()
  const { data: request, isError, refetch } = useRequest(requestId)
  const stage = request?.stages.find((one) => one.key === key)
  return (
    <Dialog open onClose={onClose} onKeyDown={submitByKey} fullWidth maxWidth="xs" aria-labelledby="move-stage-title">
      <DialogTitle id="move-stage-title">
        {t('request.moveTo', { stage: stage ? localName(stage.name, t.language) : '' })}
      </DialogTitle>
      {request && stage ? (
        <MoveForm request={request} stage={stage} onClose={onClose} />
      ) : (
        <DialogContent>
          {isError ? (
            <ErrorState compact title={t('request.didNotLoad')} onRetry={() => void refetch()} />
          ) : (
            <SkeletonLines />
          )}
        </DialogContent>
      )}
    </Dialog>
  )
}

interface MoveFormProps {
  request: RequestDetails
  stage: RequestDetails['stages'][number]
  onClose: () => void
}

function MoveForm({ request, stage, onClose }: MoveFormProps): ReactNode {
  const t = useT()
  const move = useMoveStage(request.id)
  // What was asked when it opened: a field does not vanish while it is being answered.
  const [only] = useState(() => askedFields(request.fields, request.attributes, stage))
  const [values, setValues] = useState<Attributes>(request.attributes)
  const [hasTried, setHasTried] = useState(false)
  const problems = formProblems(t, request.fields, values, stage)
  const submit = (): void => {
    setHasTried(true)
    if (Object.keys(problems).length > 0 || move.isPending) return
    move.mutate({ stage: stage.key, attributes: changedValues(request.attributes, values) }, { onSuccess: onClose })
  }
  return (
    <DialogForm
      label={t('requestDialogs.move')}
      isDisabled={move.isPending}
      error={move.error}
      onSubmit={submit}
      onClose={onClose}
    >
      <FieldsForm
        fields={request.fields}
        values={values}
        stage={stage}
        problems={hasTried ? problems : {}}
        onChange={setValues}
        only={only}
      />
    </DialogForm>
  )
}

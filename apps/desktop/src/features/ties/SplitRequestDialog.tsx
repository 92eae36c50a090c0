import Dialog from '@mui/material/Dialog'
import DialogTitle from '@mui/material/DialogTitle'
import TextField from '@mui/material/TextField'
import type { RequestActivity } from '@care/contract'
import { limits } from '@care/domain'
import { useId, useState, type ReactNode } from 'react'
import { useUndoable } from '../../shared/entities/undo.ts'
import { useFormat } from '../../shared/i18n/useFormat.ts'
import { useT } from '../../shared/i18n/I18nProvider.tsx'
import { DialogForm } from '../../shared/ui/DialogForm.tsx'
import { MediumIcon } from '../../shared/ui/MediumIcon.tsx'
import { ErrorState, SkeletonLines } from '../../shared/ui/states.tsx'
import { submitByKey } from '../../shared/ui/submit-by-key.ts'
import { tieErrorText, useRequestActivities, useSplit } from './api.ts'
import styles from './ties.module.css'

interface SplitRequestDialogProps {
  requestId: string
  onClose: () => void
  onSplit: (request: { requestId: string; customerId: string }) => void
}

/** Makes a new request of some activities (row J8). */
export function SplitRequestDialog({ requestId, onClose, onSplit }: SplitRequestDialogProps): ReactNode {
  const t = useT()
  const titleId = useId()
  const { data, isError, refetch } = useRequestActivities(requestId)
  const [chosenIds, setChosenIds] = useState<readonly string[]>([])
  const [typed, setTyped] = useState<string | null>(null)
  const [hasTried, setHasTried] = useState(false)
  const split = useSplit(requestId)
  const undoable = useUndoable()
  const all = data?.items ?? []
  const chosen = all.filter(({ id }) => chosenIds.includes(id))
  const title = typed ?? chosen[0]?.title ?? ''
  const toggle = (id: string): void =>
    setChosenIds(chosenIds.includes(id) ? chosenIds.filter((one) => one !== id) : [...chosenIds, id])
  const problem =
    chosen.length === 0
      ? t('ties.problems.NOTHING_CHOSEN')
      : chosen.length === all.length
        ? t('ties.problems.ALL_CHOSEN')
        : null
  const submit = (): void => {
    setHasTried(true)
    if (problem !== null || title.trim() === '' || split.isPending) return
    split.mutate(
      { activityIds: chosen.map(({ id }) => id), title: title.trim() },
      {
        onSuccess: ({ answer, change }) => {
          onClose()
          onSplit({ requestId: answer.id, customerId: answer.customer.id })
          undoable(t('ties.splitToast', { number: String(answer.number) }), { requestId, change })
        },
      },
    )
  }
  return (
    <Dialog open onClose={onClose} maxWidth="sm" fullWidth aria-labelledby={titleId} onKeyDown={submitByKey}>
      <DialogTitle id={titleId}>{t('ties.splitTitle')}</DialogTitle>
      <DialogForm
        label={t('ties.split')}
        isDisabled={split.isPending}
        error={split.error}
        errorText={tieErrorText}
        onSubmit={submit}
        onClose={onClose}
      >
        <p className={styles.about}>{t('ties.splitAbout')}</p>
        {data ? (
          <ul className={styles.activities} aria-label={t('ties.activities')}>
            {all.map((activity) => (
              <Choice
                key={activity.id}
                activity={activity}
                isChosen={chosenIds.includes(activity.id)}
                onToggle={() => toggle(activity.id)}
              />
            ))}
          </ul>
        ) : isError ? (
          <ErrorState compact title={t('common.notLoaded')} onRetry={() => void refetch()} />
        ) : (
          <SkeletonLines lines={3} />
        )}
        {hasTried && problem !== null && <p role="alert">{problem}</p>}
        <TextField
          label={t('ties.newTitle')}
          value={title}
          required
          fullWidth
          margin="dense"
          error={hasTried && title.trim() === ''}
          onChange={(event) => setTyped(event.target.value)}
          slotProps={{ htmlInput: { dir: 'auto', maxLength: limits.requestTitle } }}
        />
      </DialogForm>
    </Dialog>
  )
}

interface ChoiceProps {
  activity: RequestActivity
  isChosen: boolean
  onToggle: () => void
}

function Choice({ activity, isChosen, onToggle }: ChoiceProps): ReactNode {
  const t = useT()
  const format = useFormat()
  const medium = t(`activity.media.${activity.medium}`)
  return (
    <li>
      <label data-off={!activity.canMove || undefined} title={activity.canMove ? undefined : t('ties.notMovable')}>
        <input type="checkbox" checked={isChosen} disabled={!activity.canMove} onChange={onToggle} />
        <MediumIcon medium={activity.medium} size={14} />
        <span className="ell" dir="auto">
          <span className="sr">{medium} </span>
          {activity.title || medium}
        </span>
        <small>{format.dateTime(activity.startedAt)}</small>
      </label>
    </li>
  )
}

import type { Task } from '@care/contract'
import { limits } from '@care/domain'
import TextField from '@mui/material/TextField'
import { useState, type ReactNode } from 'react'
import { errorText } from '../../shared/error-text.ts'
import { useT } from '../../shared/i18n/I18nProvider.tsx'
import { useIsOffline } from '../../shared/realtime/connection.ts'
import { DialogForm } from '../../shared/ui/DialogForm.tsx'
import { isIncomplete, refusedTask, type useLeaveDesk } from './api.ts'
import { type Choice, choiceOf, type Fate, fatesOf, forAll, saidOf } from './fates.ts'
import { FateSelect } from './FateSelect.tsx'
import { LeavingTask } from './LeavingTask.tsx'
import { PickTarget } from './PickTarget.tsx'
import type { Targets } from './SignOutDialog.tsx'
import styles from './sign-out.module.css'

interface LeaveFormProps {
  tasks: readonly Task[]
  operatorId: string | null
  leave: ReturnType<typeof useLeaveDesk>
  Targets: Targets
  onClose: () => void
}
const every: readonly Fate[] = ['return', 'keep', 'transfer']
/** In place of one task's id. */
const everyTask = 'all'

/** Each open task with its choice, one for all above them, and what happens to the rest. */
export function LeaveForm({ tasks, operatorId, leave, Targets, onClose }: LeaveFormProps): ReactNode {
  const t = useT()
  const isOffline = useIsOffline()
  const open = tasks.filter(({ state }) => state === 'active')
  const seen = useEverSeen(open)
  const [choices, setChoices] = useState<ReadonlyMap<string, Choice>>(new Map())
  const [picking, setPicking] = useState<string | null>(null)
  const [reason, setReason] = useState('')
  const [hasTried, setHasTried] = useState(false)
  const chosen = open.map((task) => choiceOf(task, choices.get(task.activityId)))
  const needsReason = chosen.some(({ fate }) => fate === 'transfer')
  const isTooLong = reason.trim().length > limits.reason
  const isReasonMissing = needsReason && reason.trim() === ''
  const refused = refusedTask(leave.error)
  const isRefusedHere = open.some(({ activityId }) => activityId === refused)
  const common = chosen[0]?.fate
  const choose = (activityId: string, fate: Fate): void => {
    if (fate === 'transfer') return setPicking(activityId)
    put(activityId, { fate, to: null })
  }
  const put = (activityId: string, choice: Choice): void => {
    leave.reset()
    setChoices((now) => (activityId === everyTask ? forAll(open, now, choice) : new Map(now).set(activityId, choice)))
  }
  const submit = (): void => {
    setHasTried(true)
    const said = saidOf(open, choices)
    if (said === null || isReasonMissing || isTooLong || leave.isPending || isOffline) return
    leave.mutate({ tasks: said, reason: needsReason ? reason : '' })
  }
  return (
    <>
      <DialogForm
        label={t('auth.signOut')}
        isDisabled={leave.isPending || isOffline}
        error={isRefusedHere ? null : leave.error}
        errorText={(words, error) => (isIncomplete(error) ? words('signOut.cameMeanwhile') : errorText(words, error))}
        onSubmit={submit}
        onClose={onClose}
      >
        {open.length > 0 && <p className={styles.lead}>{t('signOut.lead', { n: open.length })}</p>}
        {open.length > 1 && (
          <div className={styles.forAll}>
            <FateSelect
              label={t('signOut.forAll')}
              fate={common !== undefined && chosen.every(({ fate }) => fate === common) ? common : null}
              fates={every.filter((fate) => open.some((task) => fatesOf(task).includes(fate)))}
              onChoose={(fate) => choose(everyTask, fate)}
            />
          </div>
        )}
        <ul className={styles.tasks} aria-label={t('signOut.tasks')}>
          {seen.map((task) => (
            <LeavingTask
              key={task.activityId}
              task={open.find(({ activityId }) => activityId === task.activityId) ?? null}
              last={task}
              choice={choiceOf(task, choices.get(task.activityId))}
              refusal={refused === task.activityId ? leave.error : null}
              onFate={(fate) => choose(task.activityId, fate)}
              onPick={() => setPicking(task.activityId)}
            />
          ))}
        </ul>
        {needsReason && (
          <TextField
            label={t('transferTo.reason')}
            value={reason}
            required
            multiline
            minRows={2}
            maxRows={6}
            fullWidth
            error={isTooLong || (hasTried && isReasonMissing)}
            helperText={reasonHint()}
            onChange={(event) => setReason(event.target.value)}
            slotProps={{ htmlInput: { dir: 'auto' } }}
          />
        )}
        <Rest tasks={tasks} isOffline={isOffline} />
      </DialogForm>
      {picking !== null && (
        <PickTarget
          Targets={Targets}
          operatorId={operatorId}
          onClose={() => setPicking(null)}
          onPicked={(target, name) => {
            put(picking, { fate: 'transfer', to: { target, name } })
            setPicking(null)
          }}
        />
      )}
    </>
  )
  function reasonHint(): string {
    if (isTooLong) return t('common.tooLong', { n: limits.reason })
    return hasTried && isReasonMissing ? t('transferTo.reasonNeeded') : t('transferTo.reasonHint')
  }
}

/** What ends or moves on by itself, and why nothing can be sent just now. */
function Rest({ tasks, isOffline }: { tasks: readonly Task[]; isOffline: boolean }): ReactNode {
  const t = useT()
  const count = (wanted: Task['state']): number => tasks.filter(({ state }) => state === wanted).length
  const [wrapUps, offers] = [count('wrapUp'), count('offered')]
  return (
    <>
      {wrapUps > 0 && <p className={styles.rest}>{t('signOut.wrapUps', { n: wrapUps })}</p>}
      {offers > 0 && <p className={styles.rest}>{t('signOut.offers', { n: offers })}</p>}
      {isOffline && (
        <p role="alert" className={styles.rest}>
          {t('signOut.offline')}
        </p>
      )}
    </>
  )
}

/** Tasks that were ever here since the dialog opened, as they were last: one that went meanwhile is said, not hidden. */
function useEverSeen(open: readonly Task[]): readonly Task[] {
  const [seen, setSeen] = useState<readonly Task[]>(open)
  const isNew = open.some((task) => !seen.includes(task))
  if (!isNew) return seen
  const now = new Map(open.map((task) => [task.activityId, task]))
  const all = [...new Map([...seen, ...open].map((task) => [task.activityId, task])).keys()].flatMap(
    (id) => now.get(id) ?? seen.find(({ activityId }) => activityId === id) ?? [],
  )
  setSeen(all)
  return all
}

import { isApiError } from '@care/client'
import type { Task } from '@care/contract'
import Button from '@mui/material/Button'
import type { ReactNode } from 'react'
import { useHasDraft } from '../../shared/drafts/drafts.ts'
import { errorText } from '../../shared/error-text.ts'
import { useTick } from '../../shared/hooks/useTick.ts'
import { useT } from '../../shared/i18n/I18nProvider.tsx'
import { useFormat } from '../../shared/i18n/useFormat.ts'
import { Avatar } from '../../shared/ui/Avatar.tsx'
import { VipMark } from '../../shared/ui/marks.tsx'
import { mediumWord } from '../../shared/words/medium.ts'
import { type Choice, type Fate, fatesOf } from './fates.ts'
import { FateSelect } from './FateSelect.tsx'
import styles from './sign-out.module.css'

interface LeavingTaskProps {
  /** Null once it is with him no more. */
  task: Task | null
  /** As it was last. */
  last: Task
  choice: Choice
  refusal: Error | null
  onFate: (fate: Fate) => void
  onPick: () => void
}

/** One open task: who, how long, the last line, an unsent draft, and what becomes of it. */
export function LeavingTask({ task, last, choice, refusal, onFate, onPick }: LeavingTaskProps): ReactNode {
  const t = useT()
  const name = last.customer.name || t('common.unknownCustomer')
  const hasDraft = useHasDraft(last.activityId)
  const problemId = `refused-${last.activityId}`
  const problem = refusal && sayRefusal()
  return (
    <li className={styles.task} aria-label={name} aria-describedby={problem ? problemId : undefined}>
      <Avatar id={last.customer.id} name={name} medium={last.medium} />
      <div className={styles.what}>
        <div className={styles.line}>
          <span className={`ell ${styles.name}`}>{name}</span>
          {last.customer.isVip && <VipMark />}
          <span className="sr">{mediumWord(t, last.medium)}</span>
          <Wait at={last.waitingSince ?? last.lastLine?.at ?? last.eligibleSince} />
        </div>
        <div className={`ell ${styles.last}`}>{lastLine()}</div>
        {hasDraft && <div className={styles.draft}>{t('signOut.draft')}</div>}
        {last.transferTo && task && (
          <div className={styles.draft}>{t('tasks.handingOver', { name: last.transferTo.name })}</div>
        )}
      </div>
      <div className={styles.fate}>
        {task ? (
          <FateSelect
            label={t('signOut.fateOf', { name })}
            isLabelHidden
            fate={choice.fate}
            fates={fatesOf(task)}
            onChoose={onFate}
          />
        ) : (
          <span className={styles.gone}>{t('signOut.gone')}</span>
        )}
        {task && choice.fate === 'transfer' && (
          <Button size="small" color="inherit" variant="outlined" onClick={onPick}>
            {choice.to?.name ?? t('signOut.choose')}
          </Button>
        )}
      </div>
      {problem && (
        <p role="alert" id={problemId} className={styles.problem}>
          {problem}
        </p>
      )}
    </li>
  )
  function lastLine(): string {
    if (!last.lastLine) return last.requestTitle
    return last.lastLine.author === 'operator' ? `${t('tasks.you')} ${last.lastLine.text}` : last.lastLine.text
  }
  function sayRefusal(): string {
    const isNotThere = isApiError(refusal) && refusal.details.problem === 'NOT_THERE'
    return isNotThere ? t('signOut.notThere', { name: choice.to?.name ?? '' }) : errorText(t, refusal)
  }
}

function Wait({ at }: { at: number }): ReactNode {
  const format = useFormat()
  const words = useTick((now) => (now - at < 24 * 3_600_000 ? format.duration(now - at) : format.relative(at)))
  return (
    <time className={styles.age} dateTime={new Date(at).toISOString()} title={format.dateTime(at)}>
      {words}
    </time>
  )
}

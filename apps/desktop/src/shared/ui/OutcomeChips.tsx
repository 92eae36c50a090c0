import type { OutcomeView } from '@care/contract'
import { Check } from 'lucide-react'
import { useId, type ReactNode } from 'react'
import { useT } from '../i18n/I18nProvider.tsx'
import { focusHere } from './focus-here.ts'
import styles from './outcome-chips.module.css'

interface OutcomeChipsProps {
  outcomes: readonly OutcomeView[]
  chosen: string | null
  onChoose: (key: string) => void
  problem: string | null
  /** It has not asked for them: the focus stays where it is. */
  isQuiet?: boolean
}

/** Outcomes as chips: radios, so that they are one tab stop and arrows choose. Nothing is chosen for the person. */
export function OutcomeChips({ outcomes, chosen, onChoose, problem, isQuiet = false }: OutcomeChipsProps): ReactNode {
  const t = useT()
  const name = useId()
  const problemId = useId()
  return (
    <div>
      <div className={styles.fieldLabel}>
        {t('request.outcome')}{' '}
        <span aria-hidden="true" style={{ color: 'var(--err)' }}>
          *
        </span>
      </div>
      <div
        role="radiogroup"
        aria-label={t('request.outcome')}
        aria-required="true"
        aria-invalid={problem !== null}
        aria-describedby={problem === null ? undefined : problemId}
        className={styles.options}
      >
        {outcomes.map((outcome, index) => (
          <label key={outcome.key} className={styles.option}>
            <input
              type="radio"
              className="sr"
              name={name}
              checked={outcome.key === chosen}
              onChange={() => onChoose(outcome.key)}
              {...(index === 0 && !isQuiet ? { ref: focusHere } : {})}
            />
            {outcome.key === chosen && <Check size={14} aria-hidden="true" />}
            {outcome.name[t.language]}
          </label>
        ))}
      </div>
      {problem !== null && (
        <p id={problemId} role="alert" className={styles.problem}>
          {problem}
        </p>
      )}
    </div>
  )
}

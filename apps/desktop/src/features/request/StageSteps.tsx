import type { RequestDetails } from '@care/contract'
import type { ReactNode } from 'react'
import { serverNow } from '../../shared/clock.ts'
import { useMoveStage } from '../../shared/entities/request.ts'
import { errorText } from '../../shared/error-text.ts'
import { useT } from '../../shared/i18n/I18nProvider.tsx'
import { useFormat } from '../../shared/i18n/useFormat.ts'
import { useIsOffline } from '../../shared/realtime/connection.ts'
import { localName } from '../../shared/words/local-name.ts'
import { askForMove } from '../../shared/workspace/ask-fields.ts'
import styles from './request.module.css'

type Step = RequestDetails['stages'][number]
const noName = { en: '', ru: '', pl: '', bg: '' }
/** More than so many names do not stand beside each other: only where it is and where it may go is written. */
const mostWritten = 4

/**
 * The stages of the type in order; those that the workflow allows next are buttons, closing goes through Close. Hover or
 * focus on a step says how long the request was in it.
 */
export function StageSteps({ request }: { request: RequestDetails }): ReactNode {
  const t = useT()
  const move = useMoveStage(request.id)
  const isOffline = useIsOffline()
  const times = useStageWords(request)
  // Shown at once; the answer or the refusal settles it.
  const stage = move.isPending ? move.variables.stage : request.stage
  const here = request.stages.findIndex(({ key }) => key === stage)
  const isWritten = request.stages.length <= mostWritten
  const mayMove = (step: Step): boolean =>
    step.isNext && step.category !== 'closed' && request.abilities.edit && !isOffline && step.key !== stage
  const button = (step: Step): ReactNode => (
    <MoveButton
      key={step.key}
      step={step}
      time={times(step)}
      onMove={() =>
        step.asks ? askForMove({ requestId: request.id, stage: step.key }) : move.mutate({ stage: step.key })
      }
    />
  )
  return (
    <>
      <ol
        className={styles.steps}
        data-many={!isWritten || undefined}
        aria-label={t('request.stage')}
        style={{ gridTemplateColumns: `repeat(${request.stages.length}, minmax(0, 1fr))` }}
      >
        {request.stages.map((step, index) => (
          <li
            key={step.key}
            data-state={index < here ? 'done' : index === here ? 'current' : 'later'}
            data-closed={(index === here && step.category === 'closed') || undefined}
            aria-current={index === here ? 'step' : undefined}
          >
            {isWritten && mayMove(step) ? (
              button(step)
            ) : (
              // oxlint-disable-next-line jsx-a11y/no-noninteractive-tabindex -- how long it was there is told on focus too
              <span title={times(step)} tabIndex={0}>
                {localName(step.name, t.language)}
              </span>
            )}
          </li>
        ))}
      </ol>
      {!isWritten && (
        <div className={styles.next}>
          <b aria-hidden="true">{localName(request.stages[here]?.name ?? noName, t.language)}</b>
          {request.stages.filter(mayMove).map(button)}
        </div>
      )}
      {move.error && (
        <p role="alert" className={styles.problem}>
          {errorText(t, move.error)}
        </p>
      )}
    </>
  )
}

function MoveButton({ step, time, onMove }: { step: Step; time: string; onMove: () => void }): ReactNode {
  const t = useT()
  const name = localName(step.name, t.language)
  const label = t('request.moveTo', { stage: name })
  return (
    <button type="button" title={`${label}. ${time}`} aria-label={label} onClick={onMove}>
      {name}
    </button>
  )
}

/** "Checking: 2 h 10 m" for each stage, all visits together, the one that is not over up to now. */
function useStageWords(request: RequestDetails): (step: Step) => string {
  const t = useT()
  const format = useFormat()
  return ({ key, name }) => {
    const past = request.stageTimes.find((time) => time.stage === key && time.typeId === request.type.id)?.ms ?? 0
    const ms = past + (key === request.stage ? Math.max(0, serverNow() - request.stageSince) : 0)
    return `${localName(name, t.language)}: ${format.duration(ms)}`
  }
}

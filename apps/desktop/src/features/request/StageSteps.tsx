import type { RequestDetails } from '@care/contract'
import type { ReactNode } from 'react'
import { useMoveStage } from '../../shared/entities/request.ts'
import { errorText } from '../../shared/error-text.ts'
import { useT } from '../../shared/i18n/I18nProvider.tsx'
import { useIsOffline } from '../../shared/realtime/connection.ts'
import styles from './request.module.css'

/** The stages of the type in order; those that the workflow allows next are buttons, closing goes through Close. */
export function StageSteps({ request }: { request: RequestDetails }): ReactNode {
  const t = useT()
  const move = useMoveStage(request.id)
  const isOffline = useIsOffline()
  // Shown at once; the answer or the refusal settles it.
  const stage = move.isPending ? move.variables : request.stage
  const here = request.stages.findIndex(({ key }) => key === stage)
  return (
    <>
      <ol
        className={styles.steps}
        aria-label={t('request.stage')}
        style={{ gridTemplateColumns: `repeat(${request.stages.length}, minmax(0, 1fr))` }}
      >
        {request.stages.map((step, index) => {
          const name = step.name[t.language]
          const state = index < here ? 'done' : index === here ? 'current' : 'later'
          const canMove = step.isNext && request.abilities.edit && !isOffline && index !== here
          return (
            <li
              key={step.key}
              data-state={state}
              data-closed={(index === here && step.category === 'closed') || undefined}
              aria-current={index === here ? 'step' : undefined}
            >
              {canMove ? (
                <button
                  type="button"
                  title={t('request.moveTo', { stage: name })}
                  aria-label={t('request.moveTo', { stage: name })}
                  onClick={() => move.mutate(step.key)}
                >
                  {name}
                </button>
              ) : (
                name
              )}
            </li>
          )
        })}
      </ol>
      {move.error && (
        <p role="alert" className={styles.problem}>
          {errorText(t, move.error)}
        </p>
      )}
    </>
  )
}

import { useQuery } from '@tanstack/react-query'
import type { ReactNode } from 'react'
import { useT } from '../../shared/i18n/I18nProvider.tsx'
import { useFormat } from '../../shared/i18n/useFormat.ts'
import { callQuery } from './api.ts'
import styles from './calls.module.css'
import { RecordingPart } from './RecordingPart.tsx'

/** A call in the journey: which way, how long, and its recording. */
export function RecordedCall({ callId }: { callId: string }): ReactNode {
  const t = useT()
  const format = useFormat()
  const { data: call } = useQuery(callQuery(callId))
  if (!call) return null
  const talked = call.answeredAt === null ? null : (call.endedAt ?? call.answeredAt) - call.answeredAt
  return (
    <div className={styles.past}>
      <p>
        {[
          t(`calls.recording.directions.${call.direction}`),
          call.state !== 'ended'
            ? t(`calls.states.${call.state}`)
            : talked === null
              ? t('calls.recording.never')
              : t('calls.recording.length', { time: format.counter(talked) }),
        ].join(', ')}
      </p>
      <RecordingPart call={call} />
    </div>
  )
}

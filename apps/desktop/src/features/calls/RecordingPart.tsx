import type { CallDetails } from '@care/contract'
import type { ReactNode } from 'react'
import { useT } from '../../shared/i18n/I18nProvider.tsx'
import { useFormat } from '../../shared/i18n/useFormat.ts'
import styles from './calls.module.css'
import { RecordingPlayer } from './RecordingPlayer.tsx'

/** What became of a call’s recording; to be heard by whoever may (row K5). */
export function RecordingPart({ call }: { call: CallDetails }): ReactNode {
  const t = useT()
  const format = useFormat()
  const { recording } = call
  if (!recording || call.state !== 'ended') return null
  const { state, pauses, eraseAt } = recording
  const isHeard = recording.canListen
  return (
    <section className={styles.recorded} aria-label={t('calls.recording.player')}>
      {isHeard ? (
        <RecordingPlayer callId={call.id} recording={recording} />
      ) : (
        <p>{t(`calls.recording.states.${state}`, { time: '' })}</p>
      )}
      {state === 'ready' && (
        <small>
          {[
            pauses.length > 0 && t('calls.recording.pauses', { n: pauses.length }),
            isHeard ? t('calls.recording.noted') : t('calls.recording.notYours'),
            eraseAt !== null && t('calls.recording.until', { date: format.date(eraseAt) }),
          ]
            .filter(Boolean)
            .join(' · ')}
        </small>
      )}
    </section>
  )
}

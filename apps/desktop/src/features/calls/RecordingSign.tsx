import type { CallDetails, CallRecording } from '@care/contract'
import { recordedMs } from '@care/domain/recording'
import type { ReactNode } from 'react'
import { useTick } from '../../shared/hooks/useTick.ts'
import { useT } from '../../shared/i18n/I18nProvider.tsx'
import { useFormat } from '../../shared/i18n/useFormat.ts'
import styles from './calls.module.css'

/** Whether the call is recorded just now, and how much there is of it (row K5). */
export function RecordingSign({ call }: { call: CallDetails }): ReactNode {
  return call.recording && call.state !== 'ended' && <Sign recording={call.recording} />
}

function Sign({ recording }: { recording: CallRecording }): ReactNode {
  const t = useT()
  const format = useFormat()
  const time = useTick((now) => format.counter(recordedMs(recording, now)))
  const state = recording.state === 'stopped' ? 'ready' : recording.state
  return (
    <output className={styles.recording} data-state={state} aria-live="off">
      {t(`calls.recording.states.${state}`, { time })}
    </output>
  )
}

import type { CallRecording } from '@care/contract'
import { fewerPeaks } from '@care/domain/recording'
import { Pause, Play } from 'lucide-react'
import { useRef, useState, type ReactNode } from 'react'
import { urlOf } from '../../shared/api/client.ts'
import { useT } from '../../shared/i18n/I18nProvider.tsx'
import { useFormat } from '../../shared/i18n/useFormat.ts'
import styles from './calls.module.css'

interface RecordingPlayerProps {
  callId: string
  recording: CallRecording
}

/** Bars that are drawn; a value of loudness each. */
const bars = 120
const height = 32

/** Plays a recording: the customer’s voice above the line, the operator’s below. Nothing is fetched before the press. */
export function RecordingPlayer({ callId, recording }: RecordingPlayerProps): ReactNode {
  const t = useT()
  const format = useFormat()
  const audio = useRef<HTMLAudioElement>(null)
  const [isPlaying, setPlaying] = useState(false)
  const [at, setAt] = useState(0)
  const [hasFailed, setFailed] = useState(false)
  const seconds = recording.ms / 1_000
  const toggle = (): void => {
    const player = audio.current
    if (!player) return
    setFailed(false)
    if (player.paused) void player.play().catch(() => setFailed(true))
    else player.pause()
  }
  const wind = (to: number): void => {
    setAt(to)
    if (audio.current) audio.current.currentTime = to
  }
  const times = { at: format.counter(at * 1_000), length: format.counter(recording.ms) }
  return (
    <div className={styles.player}>
      {/* oxlint-disable-next-line jsx-a11y/media-has-caption -- a talk on the telephone has none */}
      <audio
        ref={audio}
        src={urlOf('getRecording', { params: { callId } })}
        preload="none"
        onPlay={() => setPlaying(true)}
        onPause={() => setPlaying(false)}
        onTimeUpdate={(event) => setAt(event.currentTarget.currentTime)}
        onError={() => setFailed(true)}
      />
      <button
        type="button"
        className={styles.play}
        aria-label={t(isPlaying ? 'calls.recording.pause' : 'calls.recording.play')}
        onClick={toggle}
      >
        {isPlaying ? <Pause size={16} aria-hidden="true" /> : <Play size={16} aria-hidden="true" />}
      </button>
      <div className={styles.wave}>
        <Wave recording={recording} done={seconds === 0 ? 0 : at / seconds} />
        <input
          type="range"
          min={0}
          max={seconds}
          step={0.1}
          value={Math.min(at, seconds)}
          aria-label={t('calls.recording.position')}
          aria-valuetext={t('calls.recording.of', times)}
          onChange={(event) => wind(Number(event.target.value))}
        />
      </div>
      <span className={styles.times}>
        {times.at} / {times.length}
      </span>
      {hasFailed && <p role="alert">{t('calls.recording.failedPlay')}</p>}
    </div>
  )
}

function Wave({ recording, done }: { recording: CallRecording; done: number }): ReactNode {
  const peaks = fewerPeaks(recording.peaks, bars)
  const middle = height / 2
  const high = (value: number): number => Math.max(0.5, (value / 255) * middle)
  return (
    <svg viewBox={`0 0 ${bars * 3} ${height}`} preserveAspectRatio="none" aria-hidden="true">
      {peaks.map(([theirs, mine], i) => (
        <rect
          // oxlint-disable-next-line react/no-array-index-key -- a bar is its place
          key={i}
          x={(i * bars * 3) / peaks.length}
          y={middle - high(theirs)}
          width={(bars * 2) / peaks.length}
          height={high(theirs) + high(mine)}
          data-done={i < done * peaks.length || undefined}
        />
      ))}
    </svg>
  )
}

import type { CallDetails } from '@care/contract'
import type { CallState } from '@care/client/calls'
import {
  ArrowLeftRight,
  Circle,
  CirclePause,
  Keyboard,
  Mic,
  MicOff,
  Pause,
  PhoneOff,
  Play,
  Settings2,
} from 'lucide-react'
import { useState, type ReactNode } from 'react'
import { errorText } from '../../shared/error-text.ts'
import { useT } from '../../shared/i18n/I18nProvider.tsx'
import { useKeyHints } from '../../shared/keyboard/hints.ts'
import { useIsOffline } from '../../shared/realtime/connection.ts'
import { showToast } from '../../shared/ui/toast.tsx'
import { useHangUp, useHold, useLeaveConsult, useRecordingStep } from './api.ts'
import { CallDevices } from './CallDevices.tsx'
import { callKeys } from './call-keys.ts'
import { Keypad } from './Keypad.tsx'
import { sendDigits } from './line/desk-line.ts'
import { setMuted } from './live-call.ts'
import styles from './calls.module.css'

interface CallControlsProps {
  call: CallDetails
  line: CallState
  canTransfer: boolean
  onTransfer: () => void
}

/** Mute, hold, transfer, devices, hang up; a keypad for telephone calls, in others it would do nothing. */
export function CallControls({ call, line, canTransfer, onTransfer }: CallControlsProps): ReactNode {
  const t = useT()
  const isOffline = useIsOffline()
  const hints = useKeyHints()
  const hold = useHold(call.id)
  const end = useHangUp(call.id)
  const leave = useLeaveConsult(call.id)
  const [hasDevices, setHasDevices] = useState(false)
  const [hasKeypad, setHasKeypad] = useState(false)
  const onError = (error: unknown): void => showToast(errorText(t, error))
  const isConsult = call.mySeat?.side === 'consult'
  const isHeld = call.state === 'held'
  return (
    <>
      <div className={styles.controls} role="toolbar" aria-label={t('calls.controls')}>
        <button
          type="button"
          aria-pressed={line.isMuted}
          {...hints.props(callKeys.keys.mute[0])}
          onClick={() => setMuted(!line.isMuted)}
        >
          {line.isMuted ? <MicOff size={20} aria-hidden="true" /> : <Mic size={20} aria-hidden="true" />}
          {t(line.isMuted ? 'calls.unmute' : 'calls.mute')}
        </button>
        {!isConsult && (
          <button
            type="button"
            aria-pressed={isHeld}
            disabled={isOffline || hold.isPending || call.consult !== null}
            {...hints.props(callKeys.keys.hold[0])}
            onClick={() => hold.mutate(!isHeld, { onError })}
          >
            {isHeld ? <Play size={20} aria-hidden="true" /> : <Pause size={20} aria-hidden="true" />}
            {t(isHeld ? 'calls.resume' : 'calls.hold')}
          </button>
        )}
        {!isConsult && (
          <button type="button" disabled={isOffline || !canTransfer} onClick={onTransfer}>
            <ArrowLeftRight size={20} aria-hidden="true" />
            {t('transferTo.title')}
          </button>
        )}
        {!isConsult && <RecordingButton call={call} />}
        {call.line === 'phone' && (
          <button type="button" aria-expanded={hasKeypad} onClick={() => setHasKeypad(!hasKeypad)}>
            <Keyboard size={20} aria-hidden="true" />
            {t('softphone.keypad')}
          </button>
        )}
        <button type="button" aria-expanded={hasDevices} title={t('calls.devices')} onClick={() => setHasDevices(true)}>
          <Settings2 size={20} aria-hidden="true" />
          {t('calls.sound')}
        </button>
        <button
          type="button"
          className={styles.hangUp}
          disabled={end.isPending || leave.isPending}
          {...hints.props(callKeys.keys.hangUp[0])}
          onClick={() => (isConsult ? leave : end).mutate(undefined, { onError })}
        >
          <PhoneOff size={20} aria-hidden="true" />
          {t(isConsult ? 'calls.leave' : 'calls.hangUp')}
        </button>
      </div>
      {hasKeypad && call.line === 'phone' && <Keypad onDigit={sendDigits} />}
      {hasDevices && <CallDevices onClose={() => setHasDevices(false)} />}
    </>
  )
}

/** So that a card’s number is in no recording. */
function RecordingButton({ call }: { call: CallDetails }): ReactNode {
  const t = useT()
  const isOffline = useIsOffline()
  const step = useRecordingStep(call.id)
  const state = call.recording?.state
  if (state !== 'recording' && state !== 'paused') return null
  const isPaused = state === 'paused'
  return (
    <button
      type="button"
      aria-pressed={isPaused}
      disabled={isOffline || step.isPending}
      onClick={() =>
        step.mutate(isPaused ? 'resume' : 'pause', { onError: (error: unknown) => showToast(errorText(t, error)) })
      }
    >
      {isPaused ? <Circle size={20} aria-hidden="true" /> : <CirclePause size={20} aria-hidden="true" />}
      {t(isPaused ? 'calls.recording.recordOn' : 'calls.recording.pauseRecording')}
    </button>
  )
}

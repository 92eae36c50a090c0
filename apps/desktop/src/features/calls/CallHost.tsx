import type { CallDetails } from '@care/contract'
import { useQuery } from '@tanstack/react-query'
import { useEffect, useRef, type ReactNode } from 'react'
import { announceAlert } from '../../shared/announce.ts'
import { useMe } from '../../shared/entities/me.ts'
import { errorText } from '../../shared/error-text.ts'
import { useT } from '../../shared/i18n/I18nProvider.tsx'
import { useShortcuts } from '../../shared/keyboard/shortcuts.ts'
import { onConnected } from '../../shared/realtime/connection.ts'
import { showToast } from '../../shared/ui/toast.tsx'
import { useAccepted } from '../../shared/workspace/accepted.ts'
import { useShown } from '../../shared/workspace/selection.ts'
import { myCallQuery, useHangUp, useHold, useLeaveConsult } from './api.ts'
import { useAskTwice } from './ask-twice.ts'
import { CallBar } from './CallBar.tsx'
import { callKeys } from './call-keys.ts'
import { beMine, followCall, hear, leaveLine, lineIsBack, networkChanged, setMuted, useLiveCall } from './live-call.ts'
import { LineHost } from './line/LineHost.tsx'
import { sendRest } from './recording.ts'
import { listenToSignals } from './signals.ts'

/** The call one is in, whatever is on the screen: its line, its keys, and the bar that leads to it (row K1). */
export function CallHost({ isDesk }: { isDesk: boolean }): ReactNode {
  const { data: call } = useQuery(myCallQuery)
  const acceptedId = useAccepted((state) => state.activityId)
  const myId = useMe()?.id ?? null
  useEffect(() => {
    beMine(myId)
    if (myId !== null) sendRest(myId)
  }, [myId])
  useEffect(() => {
    if (call !== undefined) followCall(call, acceptedId)
  }, [call, acceptedId])
  useEffect(() => {
    addEventListener('online', networkChanged)
    const stops = [
      listenToSignals(hear),
      onConnected((isFirst) => isFirst || lineIsBack()),
      () => removeEventListener('online', networkChanged),
      leaveLine,
    ]
    return () => stops.forEach((stop) => stop())
  }, [])
  useAsksBeforeLeaving()
  useSaid()
  const shown = useShown()
  const live = useLiveCall((state) => state.call)
  return (
    <>
      <LineHost isDesk={isDesk} />
      {live && <OfCall call={live} isShown={isDesk && shown.activityId === live.id} />}
    </>
  )
}

function OfCall({ call: live, isShown }: { call: CallDetails; isShown: boolean }): ReactNode {
  return (
    <>
      <Keys callId={live.id} isConsult={live.mySeat?.side === 'consult'} isHeld={live.state === 'held'} />
      {!isShown && <CallBar call={live} />}
    </>
  )
}

/** A page that is closed by mistake ends a talk. */
function useAsksBeforeLeaving(): void {
  const isTalking = useLiveCall(({ line }) => line !== null && line.phase !== 'ended' && line.phase !== 'elsewhere')
  useEffect(() => {
    if (!isTalking) return
    const ask = (event: BeforeUnloadEvent): void => event.preventDefault()
    addEventListener('beforeunload', ask)
    return () => removeEventListener('beforeunload', ask)
  }, [isTalking])
}

const said = new Set(['talking', 'held', 'unreachable', 'reconnecting', 'elsewhere', 'ended'] as const)

/** Connected, on hold, ended, and once that it is poor: what must be heard at once. */
function useSaid(): void {
  const t = useT()
  const phase = useLiveCall(({ line }) => line?.phase ?? null)
  const isPoor = useLiveCall(({ line }) => line?.phase === 'talking' && line.quality === 'poor')
  const hasSaidPoor = useRef(false)
  useEffect(() => {
    if (phase !== null && (said as ReadonlySet<string>).has(phase)) announceAlert(t(`calls.phases.${phase}`))
    if (phase === null) hasSaidPoor.current = false
  }, [phase, t])
  useEffect(() => {
    if (!isPoor || hasSaidPoor.current) return
    hasSaidPoor.current = true
    announceAlert(t('calls.levels.poor'))
  }, [isPoor, t])
}

function Keys({ callId, isConsult, isHeld }: { callId: string; isConsult: boolean; isHeld: boolean }): ReactNode {
  const t = useT()
  const hold = useHold(callId)
  const end = useHangUp(callId)
  const leave = useLeaveConsult(callId)
  const isHere = useLiveCall(({ line }) => line !== null && line.phase !== 'elsewhere')
  const isMuted = useLiveCall(({ line }) => line?.isMuted ?? false)
  const onError = (error: unknown): void => showToast(errorText(t, error))
  const askTwice = useAskTwice()
  useShortcuts(callKeys, {
    mute: isHere && (() => setMuted(!isMuted)),
    hold: isHere && !isConsult && (() => hold.mutate(!isHeld, { onError })),
    hangUp: isHere && (() => askTwice(() => (isConsult ? leave : end).mutate(undefined, { onError }))),
  })
  return null
}

import type { WidgetCall } from '@care/contract'
import { useEffect, useState } from 'preact/hooks'
import { failureOf, failureText } from '../failure.ts'
import { allowRing } from '../ring.ts'
import type { State } from '../store.ts'
import { useWidget } from '../views/context.ts'
import { initialsOf } from '../views/Header.tsx'
import { Icon } from '../views/icons.tsx'
import css from './call.css?inline'
import type { CallControl } from './control.ts'

const sheet = new CSSStyleSheet()
sheet.replaceSync(css)
document.adoptedStyleSheets = [...document.adoptedStyleSheets, sheet]

interface CallViewProps {
  state: State
  control: CallControl
}

/** A call from its first question to its end (row K1). */
export function CallView({ state, control }: CallViewProps) {
  const { call, line } = state
  if (call?.state === 'ended') return <Over call={call} control={control} />
  if (!line || line.phase === 'noMicrophone') return <Ask state={state} control={control} />
  return <Going state={state} control={control} />
}

/** Says what the browser is going to ask, and what to do where it was refused. */
function Ask({ state, control }: CallViewProps) {
  const { t, want } = useWidget()
  const [isBusy, setBusy] = useState(false)
  const [failure, setFailure] = useState('')
  const problem = state.line?.problem ?? null
  const start = (): void => {
    allowRing()
    setBusy(true)
    setFailure('')
    control
      .start()
      .catch((error: unknown) => setFailure(failureText(t, failureOf(error))))
      .finally(() => setBusy(false))
  }
  return (
    <div class="body call">
      <span class="ci" aria-hidden="true">
        <Icon name={problem ? 'micOff' : 'phone'} />
      </span>
      <h2>{problem ? t(`calling.problems.${problem}.title`) : t('calling.ask')}</h2>
      <p class="ld" role={problem ? 'alert' : undefined}>
        {problem ? t(`calling.problems.${problem}.text`) : t('calling.askText')}
      </p>
      {failure && (
        <p class="er" role="alert">
          {failure}
        </p>
      )}
      <div class="end">
        <button type="button" class="btn" aria-busy={isBusy} onClick={start} ref={(button) => button?.focus()}>
          {problem ? t('calling.again') : t('calling.start')}
        </button>
        <button type="button" class="btn o" onClick={() => want('chat')}>
          {t('calling.back')}
        </button>
      </div>
    </div>
  )
}

function Going({ state, control }: CallViewProps) {
  const { t, want } = useWidget()
  const [failure, setFailure] = useState('')
  const { call, line, chat } = state
  const phase = line?.phase ?? 'preparing'
  const hangUp = (): void =>
    void control.hangUp().catch((error: unknown) => setFailure(failureText(t, failureOf(error))))
  const isHere = phase !== 'elsewhere'
  const answer = (agrees: boolean): void =>
    void control.answerRecording(agrees).catch((error: unknown) => setFailure(failureText(t, failureOf(error))))
  return (
    <div class="body call">
      <span class="ci" data-phase={phase} aria-hidden="true">
        {call?.operatorName ? initialsOf(call.operatorName) : <Icon name="phone" />}
      </span>
      {call?.operatorName && <h2>{call.operatorName}</h2>}
      <output>
        <Phase state={state} />
      </output>
      {call?.answeredAt && isHere && <Timer since={call.answeredAt} />}
      <Signs state={state} />
      {isHere && <Recording call={call} onAnswer={answer} />}
      {failure && (
        <p class="er" role="alert">
          {failure}
        </p>
      )}
      {isHere ? (
        <div class="ctl" role="toolbar" aria-label={t('calling.controls')}>
          <button
            type="button"
            aria-pressed={line?.isMuted ?? false}
            disabled={phase === 'preparing'}
            onClick={() => control.setMuted(!line?.isMuted)}
          >
            <Icon name={line?.isMuted ? 'micOff' : 'mic'} />
            {line?.isMuted ? t('calling.unmute') : t('calling.mute')}
          </button>
          <button type="button" class="hu" onClick={hangUp}>
            <Icon name="hangUp" />
            {call?.state === 'waiting' ? t('calling.leave') : t('calling.hangUp')}
          </button>
        </div>
      ) : (
        <button type="button" class="btn" onClick={() => void control.start(true).catch(() => undefined)}>
          {t('calling.takeOver')}
        </button>
      )}
      {chat && chat.state !== 'ended' && (
        <button type="button" class="link" onClick={() => want('chat')}>
          {t('calling.toChat')}
        </button>
      )}
    </div>
  )
}

/** Where the call stands; said aloud when it changes. */
function Phase({ state: { call, line } }: { state: State }) {
  const { t } = useWidget()
  const phase = line?.phase ?? 'preparing'
  if (phase !== 'waiting') return <span>{t(`calling.phases.${phase}`)}</span>
  const seconds = call?.expectedWaitSeconds ?? null
  return (
    <>
      <span>{t('calling.phases.waiting')}</span>
      {typeof call?.place === 'number' && <p class="ld">{t('waiting.placeSaid', { place: call.place })}</p>}
      {seconds !== null && <p class="ld">{t('waiting.minutes', { n: Math.max(1, Math.ceil(seconds / 60)) })}</p>}
    </>
  )
}

/** What is not as it should be. */
function Signs({ state: { call, line, isConnected, wasConnected } }: { state: State }) {
  const { t } = useWidget()
  const other = call?.peers[0]
  const signs = [
    line?.problem === 'unplugged' && t('calling.unplugged'),
    line?.phase === 'talking' && line.quality === 'poor' && t('calling.poor'),
    line?.phase === 'talking' && other?.isMuted && t('calling.otherMuted'),
    line?.phase !== 'talking' && other?.isLost && t('calling.otherLost'),
    wasConnected && !isConnected && t('calling.noNetwork'),
  ].filter((sign) => typeof sign === 'string')
  return (
    <output>
      {signs.map((sign) => (
        <p key={sign} class="sign">
          {sign}
        </p>
      ))}
    </output>
  )
}

/** Asks whether the call may be recorded, and says so as long as it is (row K5). */
function Recording({ call, onAnswer }: { call: WidgetCall | null; onAnswer: (agrees: boolean) => void }) {
  const { t } = useWidget()
  const state = call?.recording ?? null
  if (state === 'asked')
    return (
      <section class="rec" role="alertdialog" aria-label={t('calling.recording.ask')}>
        <b>{t('calling.recording.ask')}</b>
        <p>{t('calling.recording.text')}</p>
        <div>
          <button type="button" class="btn" onClick={() => onAnswer(true)}>
            {t('calling.recording.agree')}
          </button>
          <button type="button" class="btn o" onClick={() => onAnswer(false)}>
            {t('calling.recording.refuse')}
          </button>
        </div>
      </section>
    )
  if (state !== 'recording' && state !== 'paused') return null
  return (
    <div class="rec">
      <output data-on={state === 'recording'}>
        {t(state === 'paused' ? 'calling.recording.paused' : 'calling.recording.on')}
      </output>
      <button type="button" class="link" onClick={() => onAnswer(false)}>
        {t('calling.recording.stop')}
      </button>
    </div>
  )
}

function Over({ call, control }: { call: WidgetCall; control: CallControl }) {
  const { t } = useWidget()
  const why = call.answeredAt === null ? 'missed' : (call.endedBy ?? 'system')
  const length = call.answeredAt === null || call.endedAt === null ? null : call.endedAt - call.answeredAt
  return (
    <div class="body call">
      <span class="ci" aria-hidden="true">
        <Icon name="hangUp" />
      </span>
      <h2>
        <output>{t('calling.over')}</output>
      </h2>
      <p class="ld">{t(`calling.ends.${why}`)}</p>
      {length !== null && <p class="num">{clock(length)}</p>}
      <div class="end">
        <button type="button" class="btn" onClick={() => control.dismiss()} ref={(button) => button?.focus()}>
          {t('calling.done')}
        </button>
      </div>
    </div>
  )
}

/** m:ss */
const clock = (ms: number): string => {
  const seconds = Math.max(0, Math.floor(ms / 1_000))
  return `${Math.floor(seconds / 60)}:${String(seconds % 60).padStart(2, '0')}`
}

function Timer({ since }: { since: number }) {
  const [now, setNow] = useState(Date.now)
  useEffect(() => {
    const timer = setInterval(() => setNow(Date.now()), 1_000)
    return () => clearInterval(timer)
  }, [])
  return (
    <p class="num" role="timer" aria-live="off">
      {clock(now - since)}
    </p>
  )
}

import { useState } from 'preact/hooks'
import { failureOf, failureText } from '../failure.ts'
import type { State } from '../store.ts'
import { Composer } from './Composer.tsx'
import { useWidget } from './context.ts'
import { Thread } from './Thread.tsx'

const around = 2 * Math.PI * 66

/** In the line: place and expected wait as the server tells them, and room for details. */
export function WaitingView({ state }: { state: State }) {
  const { t, send, leave, want } = useWidget()
  const [problem, setProblem] = useState('')
  const leaveLine = (): void => void leave().catch((error: unknown) => setProblem(failureText(t, failureOf(error))))
  return (
    <>
      <Thread state={state} before={<Place state={state} />} />
      <LongWait state={state} />
      <Composer placeholder={t('composer.message')} title={t('waiting.details')} onSend={send} />
      <div class="alt">
        {problem && (
          <p class="er" role="alert">
            {problem}
          </p>
        )}
        {state.chat?.overflowOffer !== 'message' && (
          <>
            <span>{t('waiting.ratherNot')}</span>
            <button type="button" class="link" onClick={() => want('leaveMessage')}>
              {t('waiting.leaveMessage')}
            </button>
          </>
        )}
        <button type="button" class="link" onClick={leaveLine}>
          {t('waiting.leaveLine')}
        </button>
      </div>
    </>
  )
}

/** He has waited longer than the queue's limit: what else there is (rule 18). He keeps his place until he takes it. */
function LongWait({ state }: { state: State }) {
  const { t, want } = useWidget()
  const offer = state.chat?.overflowOffer ?? null
  // The region stands before its words come, so that a screen reader says them.
  return (
    <output class={offer ? 'long' : undefined}>
      {offer && (
        <>
          <strong>{t('waiting.long')}</strong>
          <span>{t(offer === 'callback' ? 'waiting.callbackLong' : 'waiting.longLead')}</span>
          <button type="button" class="btn s" onClick={() => want(offer === 'callback' ? 'callback' : 'leaveMessage')}>
            {t(offer === 'callback' ? 'waiting.callback' : 'waiting.leaveMessage')}
          </button>
        </>
      )}
    </output>
  )
}

function Place({ state }: { state: State }) {
  const { t } = useWidget()
  const place = state.chat?.place ?? null
  const seconds = state.chat?.expectedWaitSeconds ?? null
  const share = place === null ? 1 : 2 / (place + 1)
  return (
    <div class="pos">
      {place !== null && (
        <div class="big" aria-hidden="true">
          <svg viewBox="0 0 148 148">
            <circle cx="74" cy="74" r="66" />
            <circle cx="74" cy="74" r="66" class="go" stroke-dasharray={`${around * Math.min(1, share)} ${around}`} />
          </svg>
          <div>
            <b>{place}</b>
            <span>{t('waiting.place')}</span>
          </div>
        </div>
      )}
      <output>
        {place !== null && <span class="sr">{t('waiting.placeSaid', { place })}. </span>}
        {/* "Soon" is no word for somebody who has waited too long. */}
        {(seconds !== null || state.chat?.overflowOffer === null) && (
          <h2>
            {seconds === null ? t('waiting.soon') : t('waiting.minutes', { n: Math.max(1, Math.ceil(seconds / 60)) })}
          </h2>
        )}
      </output>
      <p class="ld">{t('waiting.browse')}</p>
    </div>
  )
}

import { useState } from 'preact/hooks'
import type { CallControl } from '../app/call/control.ts'
import { CallView } from '../app/call/CallView.tsx'
import { failureOf, failureText } from '../app/failure.ts'
import { useWidget, useWidgetState } from '../app/views/context.ts'
import { callerWords } from './words.ts'

/** A customer who calls with a made-up voice: for who tries the demo alone. The call itself is the widget's own. */
export function CallerPage({ control, name }: { control: CallControl; name: string }) {
  const { t } = useWidget()
  const words = callerWords[t.language]
  const state = useWidgetState()
  const [isBusy, setBusy] = useState(false)
  const [failure, setFailure] = useState('')
  const isCalling = state.line !== null || (state.call !== null && state.call.state !== 'ended')
  const call = (): void => {
    control.dismiss()
    setBusy(true)
    setFailure('')
    control
      .start()
      .catch((error: unknown) => setFailure(failureText(t, failureOf(error))))
      .finally(() => setBusy(false))
  }
  if (isCalling && !isBusy) return <CallView state={state} control={control} />
  return (
    <div class="body call">
      <h1>{words.title(name)}</h1>
      <p class="ld">{words.lead}</p>
      {state.call?.state === 'ended' && (
        <output class="ld">{state.call.answeredAt === null ? words.missed : words.over}</output>
      )}
      {failure && (
        <p class="er" role="alert">
          {failure}
        </p>
      )}
      <div class="end">
        <button type="button" class="btn" aria-busy={isBusy} disabled={state.config === null} onClick={call}>
          {words.call}
        </button>
      </div>
    </div>
  )
}

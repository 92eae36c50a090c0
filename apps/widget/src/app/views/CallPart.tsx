import type { ComponentType } from 'preact'
import { useEffect, useState } from 'preact/hooks'
import type { CallControl } from '../call/control.ts'
import type { State } from '../store.ts'
import { useWidget } from './context.ts'
import { Icon } from './icons.tsx'
import { Loading } from './Unavailable.tsx'

interface Part {
  View: ComponentType<{ state: State; control: CallControl }>
  control: CallControl
}

/** The call’s view, whose code is fetched when it is first shown. */
export function CallPart({ state }: { state: State }) {
  const { t, calls, want } = useWidget()
  const [part, setPart] = useState<Part | null>(null)
  const [hasFailed, setFailed] = useState(false)
  const fetchPart = (): void => {
    setFailed(false)
    Promise.all([import('../call/CallView.tsx'), calls.loaded()]).then(
      ([{ CallView }, control]) => setPart({ View: CallView, control }),
      () => setFailed(true),
    )
  }
  // oxlint-disable-next-line react-hooks/exhaustive-deps -- once; trying again is the person’s word
  useEffect(fetchPart, [])
  if (part) return <part.View state={state} control={part.control} />
  if (!hasFailed) return <Loading />
  return (
    <div class="body">
      <p class="er" role="alert">
        {t('errors.offline')}
      </p>
      <button type="button" class="btn s" onClick={fetchPart}>
        {t('call.again')}
      </button>
      <button type="button" class="link" onClick={() => want('chat')}>
        {t('call.back')}
      </button>
    </div>
  )
}

/** A call goes on while the chat is read: one press leads back to it. */
export function CallBar({ state }: { state: State }) {
  const { t, want } = useWidget()
  if (!state.call || state.call.state === 'ended') return null
  return (
    <button type="button" class="bar" onClick={() => want('call')}>
      <Icon name="phone" /> {t('call.goesOn')}
    </button>
  )
}

import type { State } from '../store.ts'
import { useWidget } from './context.ts'
import { Icon } from './icons.tsx'
import { onDemand, type ViewProps } from './on-demand.tsx'

/** The call’s view, whose code is fetched when it is first shown. */
export const CallPart = onDemand(async ({ calls }) => {
  const [{ CallView }, control] = await Promise.all([import('../call/CallView.tsx'), calls.loaded()])
  return ({ state }: ViewProps) => <CallView state={state} control={control} />
})

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

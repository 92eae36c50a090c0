import type { State } from '../store.ts'
import { Composer } from './Composer.tsx'
import { useWidget } from './context.ts'
import { Thread } from './Thread.tsx'

/** An operator is there: the thread and the composer. */
export function ThreadView({ state }: { state: State }) {
  const { t, send } = useWidget()
  const name = state.chat?.operatorName
  return (
    <>
      <Thread state={state} />
      <Composer placeholder={name ? t('composer.to', { name }) : t('composer.message')} onSend={send} />
      <p class="wf">{state.chat && t('thread.foot', { number: String(state.chat.requestNumber) })}</p>
    </>
  )
}

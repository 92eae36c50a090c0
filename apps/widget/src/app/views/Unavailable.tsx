import { failureText } from '../failure.ts'
import type { State } from '../store.ts'
import { useWidget } from './context.ts'

export function Loading() {
  const { t } = useWidget()
  return (
    <output class="body mid">
      <span class="spin" />
      <span class="sr">{t('loading')}</span>
    </output>
  )
}

/** The chat could not be opened: says why and tries again. */
export function Unavailable({ state }: { state: State }) {
  const { t, open } = useWidget()
  return (
    <div class="body mid">
      <h2>{t('unavailable.title')}</h2>
      <p class="ld" role="alert">
        {failureText(t, state.failure ?? 'INTERNAL')}
      </p>
      <button type="button" class="btn" onClick={() => void open()}>
        {t('unavailable.again')}
      </button>
    </div>
  )
}

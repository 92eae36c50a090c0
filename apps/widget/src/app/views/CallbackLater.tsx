import type { ComponentType } from 'preact'
import { useEffect, useState } from 'preact/hooks'
import type { State } from '../store.ts'
import { useWidget } from './context.ts'
import { Loading } from './Unavailable.tsx'

type View = ComponentType<{ state: State }>

/** Fetched only by who wants to be called: no visitor's first load pays for it. */
export function CallbackLater({ state }: { state: State }) {
  const { t, want } = useWidget()
  const [loaded, setLoaded] = useState<{ View: View } | null>(null)
  const [hasFailed, setFailed] = useState(false)
  useEffect(() => {
    import('./CallbackView.tsx').then(
      ({ CallbackView }) => setLoaded({ View: CallbackView }),
      () => setFailed(true),
    )
  }, [])
  if (loaded) return <loaded.View state={state} />
  if (!hasFailed) return <Loading />
  return (
    <div class="body mid">
      <p class="er" role="alert">
        {t('errors.offline')}
      </p>
      <button type="button" class="btn o" onClick={() => want('chat')}>
        {t('callback.back')}
      </button>
    </div>
  )
}

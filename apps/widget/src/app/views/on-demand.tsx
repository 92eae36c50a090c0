import { loadLaterWords } from '@care/i18n/widget'
import type { ComponentType } from 'preact'
import { useEffect, useState } from 'preact/hooks'
import type { State } from '../store.ts'
import { useWidget, type WidgetInWords } from './context.ts'
import { Loading } from './Unavailable.tsx'

export interface ViewProps {
  state: State
  /** Leads back to what was shown before. */
  onBack: () => void
}
type View = ComponentType<ViewProps>

/** A view whose code and words are fetched when it is first shown; when they do not come, one tries again or goes back. */
export function onDemand(fetchView: (widget: WidgetInWords) => Promise<View>): View {
  return function OnDemand(props) {
    const widget = useWidget()
    const { t } = widget
    const [part, setPart] = useState<{ View: View } | null>(null)
    const [hasFailed, setFailed] = useState(false)
    const fetchPart = (): void => {
      setFailed(false)
      Promise.all([fetchView(widget), loadLaterWords(t)]).then(
        ([View]) => setPart({ View }),
        () => setFailed(true),
      )
    }
    // oxlint-disable-next-line react-hooks/exhaustive-deps -- once; trying again is the person’s word
    useEffect(fetchPart, [])
    useEffect(() => {
      // The button that asked for the view is gone, and the focus with it.
      if (part && document.activeElement === document.body && document.hasFocus())
        document.querySelector<HTMLElement>('input:not([type=file]),textarea')?.focus()
    }, [part])
    if (part) return <part.View {...props} />
    if (!hasFailed) return <Loading />
    return (
      <div class="body">
        <p class="er" role="alert">
          {t('errors.offline')}
        </p>
        <button type="button" class="btn s" onClick={fetchPart}>
          {t('unavailable.again')}
        </button>
        <button type="button" class="link" onClick={props.onBack}>
          {t('unavailable.back')}
        </button>
      </div>
    )
  }
}

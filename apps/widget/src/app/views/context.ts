import type { WidgetT } from '@care/i18n/widget'
import { createContext } from 'preact'
import { useContext, useEffect, useState } from 'preact/hooks'
import type { State } from '../store.ts'
import type { Widget } from '../widget.ts'

/** The widget and its words. */
export type WidgetInWords = Widget & { t: WidgetT }

export const WidgetContext = createContext<WidgetInWords | null>(null)

/** The widget that the tree belongs to. */
export function useWidget(): WidgetInWords {
  const widget = useContext(WidgetContext)
  if (!widget) throw new Error('no widget around this view')
  return widget
}

/** The whole state; the tree is small enough to be drawn at each change. */
export function useWidgetState(): State {
  const { store } = useWidget()
  const [state, set] = useState(store.get)
  useEffect(() => {
    // It may have changed between the first drawing and this effect.
    set(store.get())
    return store.subscribe(() => set(store.get()))
  }, [store])
  return state
}

import type { State } from '../store.ts'
import { useWidget } from './context.ts'
import { onDemand } from './on-demand.tsx'

/** Talks of before, whose code is fetched when they are first shown. */
export const EarlierPart = onDemand(() => import('../earlier/EarlierView.tsx').then((file) => file.EarlierView))

/** Leads to the talks of before where there is nothing else to be answered; for who is signed in and has some (row M8). */
export function EarlierBar({ state, view, onRead }: { state: State; view: string; onRead: () => void }) {
  const { t } = useWidget()
  const has = view === 'ended' ? state.hasEarlierChats : state.hasEarlierChats || state.chat !== null
  if (!has || !state.identity?.isKnown) return null
  return (
    <button type="button" class="bar" onClick={onRead}>
      {t('thread.talks')}
    </button>
  )
}

import { readable } from '@care/contract/wire'
import { useEffect, useRef, useState } from 'preact/hooks'
import type { State } from '../store.ts'
import { useWidget, useWidgetState } from './context.ts'
import { CallBar, CallPart } from './CallPart.tsx'
import { EarlierBar, EarlierPart } from './EarlierPart.tsx'
import { EndedView } from './EndedView.tsx'
import { Header } from './Header.tsx'
import { LeaveMessageView } from './LeaveMessageView.tsx'
import { LostBanner } from './LostBanner.tsx'
import { onDemand } from './on-demand.tsx'
import { Loading, Unavailable } from './Unavailable.tsx'
import { StartView } from './StartView.tsx'
import { ThreadView } from './ThreadView.tsx'
import { WaitingView } from './WaitingView.tsx'

type ViewName = 'loading' | 'failed' | 'start' | 'leaveMessage' | 'waiting' | 'thread' | 'ended' | 'call' | 'callback'

/** Which view the state asks for. */
export function viewOf(state: State): ViewName {
  const { phase, config, chat, wants } = state
  if (phase === 'failed' && !config) return 'failed'
  if (!config) return 'loading'
  if (wants === 'call') return 'call'
  if (wants === 'callback' && chat?.state !== 'active') return 'callback'
  const begin = config.isOnline ? 'start' : 'leaveMessage'
  if (!chat || (chat.state === 'ended' && wants === 'newChat')) return begin
  if (chat.state === 'active') return 'thread'
  // Also after the line was left for it: its thanks come then.
  if (wants === 'leaveMessage') return 'leaveMessage'
  return chat.state === 'waiting' ? 'waiting' : 'ended'
}

const views = {
  loading: Loading,
  failed: Unavailable,
  start: StartView,
  leaveMessage: LeaveMessageView,
  callback: onDemand(() => import('./CallbackView.tsx').then((file) => file.CallbackView)),
  waiting: WaitingView,
  thread: ThreadView,
  ended: EndedView,
  call: CallPart,
}
/** Where talks of before may be read: nobody waits for an answer there. */
const mayRead: readonly ViewName[] = ['start', 'leaveMessage', 'ended']

/** The whole widget: a dialog with its header, a banner while the connection is away, and the view of the moment. */
export function App() {
  const { t, minimise, want } = useWidget()
  const state = useWidgetState()
  const view = viewOf(state)
  const [isReading, setReading] = useState(false)
  const reads = mayRead.includes(view)
  useEffect(() => {
    // An operator is there again: that comes first.
    if (!reads) setReading(false)
  }, [reads])
  const View = reads && isReading ? EarlierPart : views[view]
  const rootRef = useRef<HTMLElement>(null)
  useFocusOnOpen(rootRef, state.isOpen, view)

  useEffect(() => {
    const onKey = (event: KeyboardEvent): void => {
      if (event.key === 'Escape' && !event.defaultPrevented) minimise()
    }
    addEventListener('keydown', onKey)
    return () => removeEventListener('keydown', onKey)
  }, [minimise])

  const shop = state.config?.siteName ?? ''
  return (
    <section
      ref={rootRef}
      class="w"
      // oxlint-disable-next-line jsx-a11y/prefer-tag-over-role -- <dialog> would close itself and hide the page below.
      role="dialog"
      aria-label={shop ? t('dialog', { shop }) : t('loading')}
      aria-modal={state.isFullScreen}
      style={{ '--w': readable(state.config?.colour ?? '') }}
    >
      <Header state={state} view={view} />
      <LostBanner state={state} />
      {view !== 'call' && <CallBar state={state} />}
      {reads && !isReading && <EarlierBar state={state} view={view} onRead={() => setReading(true)} />}
      <View
        key={reads && isReading ? 'earlier' : view === 'ended' || view === 'thread' ? state.chat?.activityId : view}
        state={state}
        onBack={() => (reads && isReading ? setReading(false) : want('chat'))}
      />
    </section>
  )
}

/** Opening puts the focus where one writes; a change of view while open only when the focus was lost with the old one. */
function useFocusOnOpen(rootRef: { current: HTMLElement | null }, isOpen: boolean, view: string): void {
  const wasOpenRef = useRef(false)
  useEffect(() => {
    const justOpened = isOpen && !wasOpenRef.current
    wasOpenRef.current = isOpen
    const isLost = document.activeElement === document.body && document.hasFocus()
    if (!isOpen || !(justOpened || isLost)) return
    // At the end one reads first: the comment of the rating is not what the keyboard belongs to.
    const first = view === 'ended' ? '.log' : 'input:not([type=file]),textarea'
    rootRef.current?.querySelector<HTMLElement>(first)?.focus()
  }, [isOpen, view, rootRef])
}

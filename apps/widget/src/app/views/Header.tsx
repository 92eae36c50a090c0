import { formatTime } from '@care/i18n/format'
import { useState } from 'preact/hooks'
import { failureOf, failureText } from '../failure.ts'
import type { State } from '../store.ts'
import { useWidget } from './context.ts'
import { IconButton } from './icons.tsx'

/** First letters of the first two words, in any script. */
export const initialsOf = (name: string): string =>
  name
    .trim()
    .split(/\s+/)
    .slice(0, 2)
    .map((word) => String.fromCodePoint(word.codePointAt(0) ?? 32))
    .join('')
    .toLocaleUpperCase()

/** Where the site offers calls, somebody is there and none goes on. */
export const mayCall = ({ config, call }: State, view: string): boolean =>
  config !== null &&
  config.offersCalls &&
  config.isOnline &&
  (call === null || call.state === 'ended') &&
  view !== 'call'

/** Who answers and how it stands; "Minimise chat", and "End chat" with its question while a chat goes on. */
export function Header({ state, view }: { state: State; view: string }) {
  const { t, minimise, want } = useWidget()
  const [isAsking, ask] = useState(false)
  const { chat, config } = state
  const shop = config?.siteName ?? ''
  const name = view === 'thread' || view === 'ended' ? chat?.operatorName : null
  return (
    <>
      <header class="wh">
        {name && (
          <span class="av" aria-hidden="true">
            {initialsOf(name)}
          </span>
        )}
        <div class="grow">
          <b class="ell">{name ? t('header.from', { name, shop }) : shop && t('dialog', { shop })}</b>
          <small class="ell">{useSubtitle(state, view)}</small>
        </div>
        {mayCall(state, view) && (
          <IconButton name="phone" label={t('call.offer', { shop })} onClick={() => want('call')} />
        )}
        {view === 'thread' && (
          <IconButton name="close" label={t('header.end')} isExpanded={isAsking} onClick={() => ask(!isAsking)} />
        )}
        <IconButton name="down" label={t('header.minimise')} onClick={minimise} />
      </header>
      {view === 'thread' && isAsking && <EndQuestion onClose={() => ask(false)} />}
    </>
  )
}

function useSubtitle({ chat, config }: State, view: string): string {
  const { t } = useWidget()
  if (!config) return ''
  if (view === 'ended' && chat?.endedAt) return t('header.ended', { time: formatTime(t.language, chat.endedAt) })
  if (view === 'call') return t('call.title')
  if (view === 'waiting') return t('header.waiting')
  return config.isOnline || view === 'thread' ? t('header.online') : t('header.closed')
}

/** Ending cannot be undone by the visitor, and the button is near the one that minimises: so it asks. */
function EndQuestion({ onClose }: { onClose: () => void }) {
  const { t, leave } = useWidget()
  const [problem, setProblem] = useState('')
  const end = (): void => void leave().then(onClose, (error: unknown) => setProblem(failureText(t, failureOf(error))))
  return (
    <fieldset class="ask" aria-label={t('end.question')}>
      <span class="grow">{t('end.question')}</span>
      <button type="button" class="btn s o" onClick={onClose} ref={(button) => button?.focus()}>
        {t('end.keep')}
      </button>
      <button type="button" class="btn s" onClick={end}>
        {t('header.end')}
      </button>
      {problem && (
        <p class="er" role="alert">
          {problem}
        </p>
      )}
    </fieldset>
  )
}

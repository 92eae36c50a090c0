import type { ComponentChildren } from 'preact'
import type { State } from '../store.ts'
import { useWidget } from './context.ts'
import { MessageList } from './MessageList.tsx'
import { useThreadScroll } from './useThreadScroll.ts'

interface Props {
  state: State
  before?: ComponentChildren
  after?: ComponentChildren
}

/** The scrolled part: earlier messages above on demand, the log, the typing sign, and a pill for what is below. */
export function Thread({ state, before, after }: Props) {
  const { t } = useWidget()
  const { boxRef, below, isLoading, toEnd, loadEarlier, onScroll, onImage } = useThreadScroll(state)
  return (
    <div class="wrap">
      <div class="wth" ref={boxRef} onScroll={onScroll} onLoadCapture={onImage}>
        {before}
        {state.hasEarlier && (
          <button type="button" class="link" aria-busy={isLoading} onClick={() => void loadEarlier()}>
            {t('thread.earlier')}
          </button>
        )}
        <MessageList state={state} isQuiet={isLoading} />
        <output class="typing">
          {state.typing !== null && (
            <span class="dots">
              <i />
              <i />
              <i />
              <span class="sr">{t('thread.typing', { name: state.typing })}</span>
            </span>
          )}
        </output>
        {after}
      </div>
      {below > 0 && (
        <button type="button" class="pill" onClick={toEnd}>
          {t('thread.newBelow', { n: below })}
        </button>
      )}
    </div>
  )
}

import type { State } from '../store.ts'
import { useWidget } from './context.ts'
import { Rating } from './Rating.tsx'
import { Thread } from './Thread.tsx'

/** The talk is over: it stays readable, can be rated once, and a new one can begin. */
export function EndedView({ state }: { state: State }) {
  const { t, want } = useWidget()
  const { chat } = state
  const isRated = chat !== null && chat.rating !== null
  return (
    <>
      <Thread
        state={state}
        after={
          <>
            {chat?.canRate && !isRated && <Rating name={chat.operatorName} />}
            {isRated && <output class="ws">{t('rating.thanks')}</output>}
          </>
        }
      />
      <div class="bottom">
        <button type="button" class="btn o" onClick={() => want('newChat')}>
          {t('rating.newChat')}
        </button>
      </div>
    </>
  )
}

import { useEffect, useState } from 'preact/hooks'
import type { State } from '../store.ts'
import { useWidget } from './context.ts'

const hiddenMs = 1_200

/** Says that the connection is away, once that lasts longer than a blink. */
export function LostBanner({ state }: { state: State }) {
  const { t, reconnect } = useWidget()
  const isLost = state.wasConnected && !state.isConnected
  const [isShown, show] = useState(false)
  useEffect(() => {
    if (!isLost) return show(false)
    const timer = setTimeout(() => show(true), hiddenMs)
    return () => clearTimeout(timer)
  }, [isLost])
  return (
    <output>
      {isShown && (
        <div class="lost">
          <span>{t('connection.lost')}</span>
          <button type="button" class="link" onClick={reconnect}>
            {t('connection.now')}
          </button>
        </div>
      )}
    </output>
  )
}

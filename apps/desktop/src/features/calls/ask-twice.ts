import { useRef } from 'react'
import { useT } from '../../shared/i18n/I18nProvider.tsx'
import { showToast } from '../../shared/ui/toast.tsx'

const secondWithinMs = 3_000

/** Does it at the second press of a key: no single one hangs up. */
export function useAskTwice(): (does: () => void) => void {
  const t = useT()
  const askedAt = useRef(-Infinity)
  return (does) => {
    const now = performance.now()
    if (now - askedAt.current < secondWithinMs) {
      askedAt.current = -Infinity
      return does()
    }
    askedAt.current = now
    showToast(t('calls.pressAgain'))
  }
}

import { waitTone } from '@care/domain'
import { Clock, TriangleAlert } from 'lucide-react'
import type { ReactNode } from 'react'
import { useTick } from '../../shared/hooks/useTick.ts'
import { useFormat } from '../../shared/i18n/useFormat.ts'
import styles from './live-queues.module.css'

/** How long somebody has waited, going on each second; colour and sign say how near the limit is. */
export function Wait({ since, limitSeconds }: { since: number | null; limitSeconds: number }): ReactNode {
  const { counter } = useFormat()
  const text = useTick((now) => (since === null ? '–' : counter(now - since)))
  const tone = useTick((now) => waitTone(since, limitSeconds, now))
  return (
    <span className={`num ${styles.wait}`} data-tone={tone}>
      {tone === 'over' && <TriangleAlert size={12} aria-hidden="true" />}
      {tone === 'near' && <Clock size={12} aria-hidden="true" />}
      {text}
    </span>
  )
}

import { Hourglass } from 'lucide-react'
import type { ReactNode } from 'react'
import { useKeepOpen } from '../../shared/entities/request.ts'
import { errorText } from '../../shared/error-text.ts'
import { useTick } from '../../shared/hooks/useTick.ts'
import { useFormat } from '../../shared/i18n/useFormat.ts'
import { useT } from '../../shared/i18n/I18nProvider.tsx'
import { useIsOffline } from '../../shared/realtime/connection.ts'
import { LinkButton } from '../../shared/ui/Section.tsx'
import { autoCloseView } from './auto-close.ts'
import styles from './request.module.css'

/** Where the duration goes into the sentence; a character that no language uses. */
const gap = '\u0001'

interface AutoCloseLineProps {
  requestId: string
  autoCloseAt: number
  canKeep: boolean
}

/** "Closes in 4 d 6 h without updates", live by the server's clock, amber in the last day. */
export function AutoCloseLine({ requestId, autoCloseAt, canKeep }: AutoCloseLineProps): ReactNode {
  const t = useT()
  const format = useFormat()
  const keep = useKeepOpen(requestId)
  const isOffline = useIsOffline()
  const duration = useTick((now) => format.duration(autoCloseView(autoCloseAt, now).left))
  const isNear = useTick((now) => autoCloseView(autoCloseAt, now).isNear)
  const isDue = useTick((now) => autoCloseView(autoCloseAt, now).isDue)
  const [before, after] = t('request.closesIn', { duration: gap }).split(gap)
  return (
    <div className={styles.auto} data-near={isNear || undefined}>
      <Hourglass size={14} aria-hidden="true" />
      <span className="num">
        {isDue ? (
          t('request.closesNow')
        ) : (
          <>
            {before}
            <b>{duration}</b>
            {after}
          </>
        )}
        {keep.error && (
          <span role="alert" className={styles.problem}>
            {errorText(t, keep.error)}
          </span>
        )}
      </span>
      {canKeep && (
        <LinkButton disabled={keep.isPending || isOffline} onClick={() => keep.mutate()}>
          {t('request.keepOpen')}
        </LinkButton>
      )}
    </div>
  )
}

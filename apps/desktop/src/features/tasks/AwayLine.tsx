import Button from '@mui/material/Button'
import { useInfiniteQuery } from '@tanstack/react-query'
import type { ReactNode } from 'react'
import { useCan, useMe } from '../../shared/entities/me.ts'
import { useT } from '../../shared/i18n/I18nProvider.tsx'
import { useIsOffline } from '../../shared/realtime/connection.ts'
import { Banner } from '../../shared/ui/Banner.tsx'
import { queueItemsQuery } from './api.ts'
import styles from './tasks.module.css'

/**
 * Customers wait in one's queues while one is away or offline: says so, with one click back. Not for who is busy on purpose,
 * and not beside the banner about missed offers, which has the same button.
 */
export function AwayLine({ onBecomeAvailable }: { onBecomeAvailable: () => void }): ReactNode {
  const t = useT()
  const presence = useMe()?.presence
  const isOffline = useIsOffline()
  const canTake = useCan('tasks.handle')
  const total = useInfiniteQuery(queueItemsQuery).data?.pages[0]?.total ?? 0
  const isAway = presence?.chosen === 'away' || presence?.chosen === 'offline'
  if (!canTake || !isAway || presence.awayReason === 'missedOffers' || total === 0) return null
  return (
    <div className={styles.ask}>
      <Banner
        tone="neutral"
        title={t('tasks.youAreAway')}
        text={t('tasks.waitInQueue', { n: total })}
        actions={
          <Button size="small" variant="outlined" color="inherit" disabled={isOffline} onClick={onBecomeAvailable}>
            {t('tasks.becomeAvailable')}
          </Button>
        }
      />
    </div>
  )
}

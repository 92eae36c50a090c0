import type { LiveParts } from '@care/contract'
import { type LiveAlert, liveAlerts } from '@care/domain'
import Button from '@mui/material/Button'
import { Clock, TriangleAlert } from 'lucide-react'
import { useEffect, type ReactNode } from 'react'
import { serverNow } from '../../shared/clock.ts'
import { useTick } from '../../shared/hooks/useTick.ts'
import { useT } from '../../shared/i18n/I18nProvider.tsx'
import { useFormat } from '../../shared/i18n/useFormat.ts'
import { markTitle } from '../../shared/notify/title.ts'
import styles from './live-queues.module.css'

interface AlertsProps {
  parts: Pick<LiveParts, 'queues' | 'operators'>
  isOff: boolean
  /** The one thing that can be done about it; null: nothing that this person may do. */
  actionOf: (alert: LiveAlert) => { word: string; run: () => void } | null
}

export const alertKey = (alert: LiveAlert): string =>
  `${alert.kind} ${alert.kind === 'missedOffers' ? alert.operatorId : alert.queueId}`

/** What needs somebody now, as of this second. */
export function useAlerts({ queues, operators }: AlertsProps['parts']): LiveAlert[] {
  // Time alone makes an alert: looked at each second, drawn when the set changes.
  useTick((now) => liveAlerts(queues, operators, now).map(alertKey).join('\n'))
  return liveAlerts(queues, operators, serverNow())
}

/** Region "Alerts": most pressing first, each with one action. The tab's title says that there are any. */
export function Alerts({ parts, isOff, actionOf }: AlertsProps): ReactNode {
  const t = useT()
  const alerts = useAlerts(parts)
  useMarkedTitle(alerts.length > 0)
  return (
    <section className={styles.card} aria-label={t('liveQueues.alerts')}>
      <h2>
        {t('liveQueues.alerts')} {alerts.length > 0 && <span className={styles.badge}>{alerts.length}</span>}
      </h2>
      {alerts.length === 0 && <p className={styles.none}>{t('liveQueues.noAlerts')}</p>}
      <ul className={styles.alerts} aria-live="polite">
        {alerts.map((alert) => {
          const action = actionOf(alert)
          return (
            <li
              key={alertKey(alert)}
              data-tone={alert.kind === 'longWait' || alert.kind === 'nobodyThere' ? 'over' : 'near'}
            >
              {alert.kind === 'missedOffers' || alert.kind === 'belowTarget' ? (
                <Clock size={16} aria-hidden="true" />
              ) : (
                <TriangleAlert size={16} aria-hidden="true" />
              )}
              <Words alert={alert} />
              {action && (
                <Button size="small" variant="outlined" color="inherit" disabled={isOff} onClick={action.run}>
                  {action.word}
                </Button>
              )}
            </li>
          )
        })}
      </ul>
    </section>
  )
}

function Words({ alert }: { alert: LiveAlert }): ReactNode {
  const [title, text] = useWords(alert)
  return (
    <span className={styles.alertWords}>
      <strong>{title}</strong>
      <span>{text}</span>
    </span>
  )
}

function useWords(alert: LiveAlert): [title: string, text: string] {
  const t = useT()
  const { counter } = useFormat()
  const waited = useTick((now) => (alert.kind === 'longWait' ? counter(now - alert.oldestAt) : ''))
  switch (alert.kind) {
    case 'longWait':
      return [
        t('liveQueues.longWait', { queue: alert.queueName }),
        t('liveQueues.longWaitText', { time: waited, limit: counter(alert.limitSeconds * 1000) }),
      ]
    case 'nobodyThere':
      return [
        t('liveQueues.nobodyThere', { queue: alert.queueName }),
        t('liveQueues.nobodyThereText', { n: alert.waiting }),
      ]
    case 'missedOffers':
      return [t('liveQueues.missedOffers', { name: alert.operatorName }), t('liveQueues.missedOffersText')]
    case 'belowTarget':
      return [
        t('liveQueues.belowTarget', { queue: alert.queueName }),
        t('liveQueues.belowTargetText', { level: Math.floor(alert.level), target: alert.targetPercent }),
      ]
  }
}

function useMarkedTitle(isMarked: boolean): void {
  const t = useT()
  const title = `! ${t('shell.liveQueues')}`
  useEffect(() => (isMarked ? markTitle(title) : undefined), [isMarked, title])
}

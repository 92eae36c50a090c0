import type { LiveParts } from '@care/contract'
import { levelTone, liveTotal, serviceLevel, waitTone, type WaitTone } from '@care/domain'
import type { ReactNode } from 'react'
import { useTick } from '../../shared/hooks/useTick.ts'
import { useT } from '../../shared/i18n/I18nProvider.tsx'
import { useFormat } from '../../shared/i18n/useFormat.ts'
import styles from './live-queues.module.css'

/** The five figures of all queues together, each with what it should be. */
export function KeyFigures({ parts }: { parts: Pick<LiveParts, 'queues' | 'operators'> }): ReactNode {
  const t = useT()
  return (
    <section className={styles.figures} aria-label={t('liveQueues.keyFigures')}>
      <dl>
        {useKeyFigures(parts).map(({ id, label, value, target, tone }) => (
          <div key={id} data-tone={tone}>
            <dt>{label}</dt>
            <dd className="num">{value}</dd>
            <dd className={styles.target}>{target}</dd>
          </div>
        ))}
      </dl>
    </section>
  )
}

export interface KeyFigure {
  id: 'waiting' | 'longest' | 'inTarget' | 'inProgress' | 'available'
  label: string
  value: string
  target: string
  tone: WaitTone
}

/** The words and colours of the figures, for the screen and the wall. */
export function useKeyFigures({ queues, operators }: Pick<LiveParts, 'queues' | 'operators'>): KeyFigure[] {
  const t = useT()
  const { counter, number } = useFormat()
  const total = liveTotal(queues, operators)
  const { available, busy, away, offline: _, free, all } = total.operators
  const level = serviceLevel(total.today)
  // Of the queue that is worst off: a limit of its own each.
  const worst = queues
    .filter(({ oldestAt }) => oldestAt !== null)
    .toSorted((a, b) => (a.oldestAt ?? 0) + limitMs(a) - (b.oldestAt ?? 0) - limitMs(b))[0]
  const longest = useTick((now) => (total.oldestAt === null ? '–' : counter(now - total.oldestAt)))
  const tone = useTick((now) => waitTone(worst?.oldestAt ?? null, worst?.targets.maxWaitSeconds ?? 0, now))
  const limit = worst?.targets.maxWaitSeconds ?? total.tightestLimitSeconds
  const abandoned = total.today.abandoned - total.today.shortAbandoned
  const each = available === 0 ? 0 : Math.round((10 * total.waiting) / available) / 10
  return [
    {
      id: 'waiting',
      label: t('liveQueues.waiting'),
      value: number(total.waiting),
      target: available === 0 ? t('liveQueues.nobodyAvailable') : t('liveQueues.perOperator', { n: each }),
      tone: total.waiting > 0 && available === 0 ? 'over' : 'calm',
    },
    {
      id: 'longest',
      label: t('liveQueues.longestWait'),
      value: longest,
      target: t('liveQueues.limit', { time: counter(limit * 1000) }),
      tone,
    },
    {
      id: 'inTarget',
      label: t('liveQueues.inTarget'),
      value: level === null ? t('liveQueues.none') : t('liveQueues.percent', { percent: Math.floor(level) }),
      target: t('liveQueues.target', { percent: total.targetPercent }),
      tone: levelTone(level, total.targetPercent),
    },
    {
      id: 'inProgress',
      label: t('liveQueues.inProgress'),
      value: number(total.inProgress),
      target: t('liveQueues.abandonedToday', { n: abandoned }),
      tone: 'calm',
    },
    {
      id: 'available',
      label: t('liveQueues.available'),
      value: t('liveQueues.freeOf', { free: available, all }),
      target: t('liveQueues.ofAll', { free, busy, away }),
      tone: available === 0 && total.waiting > 0 ? 'over' : 'calm',
    },
  ]
}

const limitMs = ({ targets }: LiveParts['queues'][number]): number => targets.maxWaitSeconds * 1000

import type { LiveToday } from '@care/contract'
import { addWaits, countedWaits, mediumIds, noWaits, serviceLevel } from '@care/domain'
import { useQuery } from '@tanstack/react-query'
import type { ReactNode } from 'react'
import { useT } from '../../shared/i18n/I18nProvider.tsx'
import { ErrorState, SkeletonLines } from '../../shared/ui/states.tsx'
import { mediumWord } from '../../shared/words/medium.ts'
import { liveTodayQuery } from './api.ts'
import styles from './live-queues.module.css'

/** How the day went: both regions from one answer. */
export function Charts({ queueId }: { queueId: string | null }): ReactNode {
  const t = useT()
  const today = useQuery(liveTodayQuery(queueId))
  const body = (draw: (data: LiveToday) => ReactNode): ReactNode =>
    today.data ? (
      draw(today.data)
    ) : today.isError ? (
      <ErrorState compact title={t('liveQueues.chartFailed')} onRetry={() => void today.refetch()} />
    ) : (
      <SkeletonLines />
    )
  return (
    <div className={styles.charts}>
      <section className={styles.card} aria-label={t('liveQueues.today')}>
        <h2>{t('liveQueues.today')}</h2>
        {body((data) => (
          <Levels data={data} />
        ))}
      </section>
      <section className={styles.card} aria-label={t('liveQueues.arrivals')}>
        <h2>{t('liveQueues.arrivals')}</h2>
        {body((data) => (
          <Arrivals data={data} />
        ))}
      </section>
    </div>
  )
}

const timeOf = (slot: number): string =>
  `${String(Math.floor(slot / 2)).padStart(2, '0')}:${slot % 2 === 0 ? '00' : '30'}`
const [width, height] = [480, 120]

/** A line over the half-hours in which somebody was answered, the target dashed; said in a sentence, and as a table. */
function Levels({ data }: { data: LiveToday }): ReactNode {
  const t = useT()
  const points = data.slots.flatMap((slot) => {
    const level = serviceLevel(slot)
    return level === null ? [] : [{ slot: slot.slot, level }]
  })
  const total = data.slots.reduce(addWaits, noWaits)
  const level = serviceLevel(total)
  const lowest = points.toSorted((a, b) => a.level - b.level)[0]
  if (level === null || !lowest) return <p className={styles.none}>{t('liveQueues.todayNone')}</p>
  const [first, last] = [points[0]?.slot ?? 0, points.at(-1)?.slot ?? 0]
  const x = (slot: number): number => (last === first ? width / 2 : ((slot - first) / (last - first)) * (width - 8) + 4)
  const y = (percent: number): number => height - 4 - (percent / 100) * (height - 8)
  const words = { percent: Math.floor(level), all: countedWaits(total), lowest: Math.floor(lowest.level) }
  return (
    <figure className={styles.chart}>
      <svg viewBox={`0 0 ${width} ${height}`} preserveAspectRatio="none" aria-hidden="true">
        <line x1="0" x2={width} y1={y(data.targetPercent)} y2={y(data.targetPercent)} className={styles.targetLine} />
        <polyline points={points.map((one) => `${x(one.slot)},${y(one.level)}`).join(' ')} className={styles.line} />
        {points.map((one) => (
          <circle key={one.slot} cx={x(one.slot)} cy={y(one.level)} r="3" className={styles.dot} />
        ))}
      </svg>
      <div className={styles.axis} aria-hidden="true">
        <span>{timeOf(first)}</span>
        <span>{t('liveQueues.targetShort', { percent: data.targetPercent })}</span>
        <span>{timeOf(last)}</span>
      </div>
      <figcaption>{t('liveQueues.todaySummary', { ...words, time: timeOf(lowest.slot) })}</figcaption>
      <table className="sr">
        <thead>
          <tr>
            <th scope="col">{t('liveQueues.time')}</th>
            <th scope="col">{t('liveQueues.inTarget')}</th>
          </tr>
        </thead>
        <tbody>
          {points.map((one) => (
            <tr key={one.slot}>
              <th scope="row">{timeOf(one.slot)}</th>
              <td>{t('liveQueues.percent', { percent: Math.floor(one.level) })}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </figure>
  )
}

/** Bars by hour, each of the media that came in it; said in a sentence, and as a table. */
function Arrivals({ data }: { data: LiveToday }): ReactNode {
  const t = useT()
  const used = mediumIds.filter((medium) => data.arrivals.some((one) => one.medium === medium))
  const hours = [...new Set(data.arrivals.map(({ hour }) => hour))].toSorted((a, b) => a - b)
  const of = (hour: number, medium?: string): number =>
    data.arrivals
      .filter((one) => one.hour === hour && (medium === undefined || one.medium === medium))
      .reduce((sum, one) => sum + one.count, 0)
  const [first, last] = [hours[0], hours.at(-1)]
  if (first === undefined || last === undefined) return <p className={styles.none}>{t('liveQueues.arrivalsNone')}</p>
  const all = Array.from({ length: last - first + 1 }, (_, i) => first + i)
  const most = Math.max(...all.map((hour) => of(hour)))
  const busiest = all.find((hour) => of(hour) === most) ?? first
  const total = all.reduce((sum, hour) => sum + of(hour), 0)
  return (
    <figure className={styles.chart}>
      <div className={styles.bars} aria-hidden="true">
        {all.map((hour) => (
          <span key={hour} title={`${hour}:00 · ${of(hour)}`}>
            {used.map((medium, i) => (
              <i key={medium} data-series={i} style={{ height: `${(100 * of(hour, medium)) / most}%` }} />
            ))}
          </span>
        ))}
      </div>
      <div className={styles.axis} aria-hidden="true">
        <span>{first}:00</span>
        <span className={styles.legend}>
          {used.map((medium, i) => (
            <span key={medium}>
              <i data-series={i} />
              {mediumWord(t, medium)}
            </span>
          ))}
        </span>
        <span>{last}:00</span>
      </div>
      <figcaption>{t('liveQueues.arrivalsSummary', { n: total, hour: busiest })}</figcaption>
      <table className="sr">
        <thead>
          <tr>
            <th scope="col">{t('liveQueues.time')}</th>
            {used.map((medium) => (
              <th key={medium} scope="col">
                {mediumWord(t, medium)}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {all.map((hour) => (
            <tr key={hour}>
              <th scope="row">{hour}:00</th>
              {used.map((medium) => (
                <td key={medium}>{of(hour, medium)}</td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
    </figure>
  )
}

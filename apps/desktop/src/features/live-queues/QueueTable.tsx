import type { LiveOperatorRow, LiveQueueRow } from '@care/contract'
import { countedWaits, countPresence, levelTone, operatorsOf, serviceLevel } from '@care/domain'
import { type ReactNode } from 'react'
import { useT } from '../../shared/i18n/I18nProvider.tsx'
import { useFormat } from '../../shared/i18n/useFormat.ts'
import styles from './live-queues.module.css'
import { Wait } from './Wait.tsx'

interface QueueTableProps {
  queues: readonly LiveQueueRow[]
  operators: readonly LiveOperatorRow[]
  chosenId: string | null
  onChoose: (queueId: string | null) => void
  onBehind: (queue: LiveQueueRow) => void
}

/** Region "Queues": each with its figures; its name narrows the other regions down to it, its level opens what is behind. */
export function QueueTable({ queues, operators, chosenId, onChoose, onBehind }: QueueTableProps): ReactNode {
  const t = useT()
  return (
    <section className={styles.card} aria-label={t('liveQueues.queues')}>
      <h2>
        {t('liveQueues.queues')} <span className={styles.count}>{queues.length}</span>
      </h2>
      {queues.length === 0 ? (
        <p className={styles.none}>{t('liveQueues.noQueues')}</p>
      ) : (
        <div className={styles.scroll}>
          <table className={styles.table}>
            <thead>
              <tr>
                <th scope="col">{t('liveQueues.queue')}</th>
                <th scope="col">{t('liveQueues.waiting')}</th>
                <th scope="col">{t('liveQueues.longestWait')}</th>
                <th scope="col">{t('liveQueues.inTarget')}</th>
                <th scope="col">{t('liveQueues.inProgress')}</th>
                <th scope="col">{t('liveQueues.free')}</th>
              </tr>
            </thead>
            <tbody>
              {queues.map((queue) => (
                <Row
                  key={queue.id}
                  queue={queue}
                  people={operatorsOf(operators, queue.id)}
                  isChosen={queue.id === chosenId}
                  onChoose={() => onChoose(queue.id === chosenId ? null : queue.id)}
                  onBehind={() => onBehind(queue)}
                />
              ))}
            </tbody>
          </table>
        </div>
      )}
    </section>
  )
}

interface RowProps {
  queue: LiveQueueRow
  people: readonly LiveOperatorRow[]
  isChosen: boolean
  onChoose: () => void
  onBehind: () => void
}

function Row({ queue, people, isChosen, onChoose, onBehind }: RowProps): ReactNode {
  const t = useT()
  const { number } = useFormat()
  const { free, available, busy } = countPresence(people)
  return (
    <tr data-chosen={isChosen || undefined}>
      <th scope="row">
        <button
          type="button"
          className={styles.link}
          aria-pressed={isChosen}
          title={t('liveQueues.onlyQueue', { queue: queue.name })}
          onClick={onChoose}
        >
          {queue.name}
        </button>
      </th>
      <td className="num">{number(queue.waiting)}</td>
      <td>
        <Wait since={queue.oldestAt} limitSeconds={queue.targets.maxWaitSeconds} />
      </td>
      <td>
        <Level queue={queue} onBehind={onBehind} />
      </td>
      <td className="num">{number(queue.inProgress)}</td>
      <td className="num">{t('liveQueues.freeOf', { free, all: available + busy })}</td>
    </tr>
  )
}

/** The service level as a bar with its target, and in words. */
function Level({ queue, onBehind }: { queue: LiveQueueRow; onBehind: () => void }): ReactNode {
  const t = useT()
  const { serviceLevelPercent: target } = queue.targets
  const level = serviceLevel(queue.today)
  const all = countedWaits(queue.today)
  const words = level === null ? t('liveQueues.none') : t('liveQueues.percent', { percent: Math.floor(level) })
  return (
    <button
      type="button"
      className={styles.level}
      data-tone={levelTone(level, target)}
      disabled={all + queue.today.shortAbandoned === 0}
      title={t('liveQueues.targetShort', { percent: target })}
      aria-label={`${words}, ${t('liveQueues.targetShort', { percent: target })}. ${t('liveQueues.behind', { queue: queue.name })}`}
      onClick={onBehind}
    >
      <span className={styles.bar} aria-hidden="true">
        <i style={{ width: `${level ?? 0}%` }} />
        <b style={{ insetInlineStart: `${target}%` }} />
      </span>
      <span className="num">{words}</span>
    </button>
  )
}

import type { LiveQueueRow } from '@care/contract'
import { countPresence, levelTone, operatorsOf, serviceLevel, waitTone, type WaitTone } from '@care/domain'
import { memo, useEffect, type ReactNode } from 'react'
import { useTick } from '../../shared/hooks/useTick.ts'
import { useT } from '../../shared/i18n/I18nProvider.tsx'
import { useFormat } from '../../shared/i18n/useFormat.ts'
import { layerKeys } from '../../shared/keyboard/layer-keys.ts'
import { useShortcuts } from '../../shared/keyboard/shortcuts.ts'
import { scrolledByKeys } from '../../shared/ui/scrolled-by-keys.ts'
import { ErrorState, SkeletonLines } from '../../shared/ui/states.tsx'
import { useLiveQueues } from './api.ts'
import { useKeyFigures } from './KeyFigures.tsx'
import { LiveChip } from './LiveQueuesScreen.tsx'
import { onTheWall } from './on-the-wall.ts'
import styles from './wallboard.module.css'

/**
 * The live queues for a screen on the wall: large, nothing to press, awake. Each cell draws itself, and only when what
 * it says has changed. Esc leads back.
 */
export function Wallboard({ onClose }: { onClose: () => void }): ReactNode {
  const t = useT()
  const { time } = useFormat()
  const clock = useTick((now) => time(now))
  const { parts, query, lostAt } = useLiveQueues()
  useAwake()
  useShortcuts(layerKeys, { leave: onClose })
  return (
    <main
      className={styles.wall}
      id="page"
      {...scrolledByKeys}
      data-off={lostAt !== null || undefined}
      aria-label={t('liveQueues.wallboard')}
    >
      <header>
        <h1>{t('shell.liveQueues')}</h1>
        <LiveChip lostAt={lostAt} />
        <time className="num">{clock}</time>
      </header>
      {parts ? (
        <>
          <Figures parts={parts} />
          <table>
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
              {onTheWall(parts.queues).map((queue) => (
                <Row key={queue.id} queue={queue} free={freeWords(t, operatorsOf(parts.operators, queue.id))} />
              ))}
            </tbody>
          </table>
        </>
      ) : query.isError ? (
        <ErrorState title={t('liveQueues.failed')} onRetry={() => void query.refetch()} />
      ) : (
        <SkeletonLines lines={6} />
      )}
    </main>
  )
}

function freeWords(t: ReturnType<typeof useT>, people: Parameters<typeof countPresence>[0]): string {
  const { free, available, busy } = countPresence(people)
  return t('liveQueues.freeOf', { free, all: available + busy })
}

function Figures({ parts }: { parts: Parameters<typeof useKeyFigures>[0] }): ReactNode {
  const t = useT()
  return (
    <dl aria-label={t('liveQueues.keyFigures')}>
      {useKeyFigures(parts).map(({ id, label, value, target, tone }) => (
        <Figure key={id} label={label} value={value} target={target} tone={tone} />
      ))}
    </dl>
  )
}

interface FigureProps {
  label: string
  value: string
  target: string
  tone: WaitTone
}
const Figure = memo(function Figure({ label, value, target, tone }: FigureProps): ReactNode {
  return (
    <div data-tone={tone}>
      <dt>{label}</dt>
      <dd className="num">{value}</dd>
      <dd className={styles.target}>{target}</dd>
    </div>
  )
})

function Row({ queue, free }: { queue: LiveQueueRow; free: string }): ReactNode {
  const t = useT()
  const { number, counter } = useFormat()
  const { oldestAt, targets, today } = queue
  const waited = useTick((now) => (oldestAt === null ? '–' : counter(now - oldestAt)))
  const tone = useTick((now) => waitTone(oldestAt, targets.maxWaitSeconds, now))
  const level = serviceLevel(today)
  return (
    <tr>
      <th scope="row">{queue.name}</th>
      <Cell value={number(queue.waiting)} tone="calm" />
      <Cell value={waited} tone={tone} />
      <Cell
        value={level === null ? t('liveQueues.none') : t('liveQueues.percent', { percent: Math.floor(level) })}
        tone={levelTone(level, targets.serviceLevelPercent)}
      />
      <Cell value={number(queue.inProgress)} tone="calm" />
      <Cell value={free} tone="calm" />
    </tr>
  )
}

const Cell = memo(function Cell({ value, tone }: { value: string; tone: WaitTone }): ReactNode {
  return (
    <td className="num" data-tone={tone}>
      {value}
    </td>
  )
})

/** Keeps the screen on while the board is seen, where the browser can. */
function useAwake(): void {
  useEffect(() => {
    let lock: WakeLockSentinel | null = null
    let isGone = false
    const hold = (): void => {
      if (document.visibilityState !== 'visible' || !('wakeLock' in navigator)) return
      navigator.wakeLock.request('screen').then(
        (held) => (isGone ? void held.release() : void (lock = held)),
        () => undefined,
      )
    }
    hold()
    document.addEventListener('visibilitychange', hold)
    return () => {
      isGone = true
      document.removeEventListener('visibilitychange', hold)
      void lock?.release()
    }
  }, [])
}

import type { LiveQueueRow, WaitingTask } from '@care/contract'
import { type LiveAlert, operatorsOf } from '@care/domain'
import Button from '@mui/material/Button'
import { Maximize2 } from 'lucide-react'
import { useState, type ReactNode } from 'react'
import { useT } from '../../shared/i18n/I18nProvider.tsx'
import { useFormat } from '../../shared/i18n/useFormat.ts'
import { regionStop } from '../../shared/keyboard/regions.ts'
import { ErrorState, SkeletonLines } from '../../shared/ui/states.tsx'
import { Alerts } from './Alerts.tsx'
import { useLiveQueues, useOperatorPresence, useTake, useWaitingActions } from './api.ts'
import { Behind } from './Behind.tsx'
import { Charts } from './Charts.tsx'
import { KeyFigures } from './KeyFigures.tsx'
import styles from './live-queues.module.css'
import { openMenuOf } from './open-menu.ts'
import { Operators } from './Operators.tsx'
import { QueueTable } from './QueueTable.tsx'
import { WaitingList } from './WaitingList.tsx'

interface LiveQueuesScreenProps {
  onWallboard: () => void
  onNumbers: (operatorId: string) => void
  onOpenTask: (activityId: string) => void
  onOpenRequest: (requestId: string, customerId: string) => void
}

/** Screen "Live queues": what waits, who is there, and what should be done about it now (row S1). */
export function LiveQueuesScreen({
  onWallboard,
  onNumbers,
  onOpenTask,
  onOpenRequest,
}: LiveQueuesScreenProps): ReactNode {
  const t = useT()
  const live = useLiveQueues()
  const [queueId, setQueueId] = useState<string | null>(null)
  const [behind, setBehind] = useState<LiveQueueRow | null>(null)
  const [dragged, setDragged] = useState<WaitingTask | null>(null)
  const actions = useWaitingActions()
  const presence = useOperatorPresence()
  const take = useTake(onOpenTask)
  const { parts, abilities, lostAt } = live
  const isOff = lostAt !== null
  if (!parts)
    return live.query.isError ? (
      <ErrorState title={t('liveQueues.failed')} onRetry={() => void live.query.refetch()} />
    ) : (
      <SkeletonLines lines={8} />
    )
  const { queues, operators, waiting } = parts
  const chosen = queues.find(({ id }) => id === queueId) ?? null
  const people = chosen === null ? operators : operatorsOf(operators, chosen.id)
  const nextOf = (id: string): WaitingTask | undefined =>
    waiting.items.filter((task) => task.queueId === id).toSorted((a, b) => a.eligibleSince - b.eligibleSince)[0]
  const showOperators = (id: string): void => {
    setQueueId(id)
    requestAnimationFrame(() => document.getElementById('live-operators')?.focus())
  }
  const actionOf = (alert: LiveAlert): { word: string; run: () => void } | null => {
    if (alert.kind === 'belowTarget') {
      const queue = queues.find(({ id }) => id === alert.queueId)
      return queue ? { word: t('liveQueues.showRequests'), run: () => setBehind(queue) } : null
    }
    if (alert.kind === 'missedOffers') {
      if (abilities?.canManagePresence !== true) return null
      const operator = { id: alert.operatorId, name: alert.operatorName }
      return { word: t('liveQueues.setAvailable'), run: () => presence.mutate({ operator, chosen: 'available' }) }
    }
    const next = alert.kind === 'longWait' ? nextOf(alert.queueId) : undefined
    if (!next) return { word: t('liveQueues.showOperators'), run: () => showOperators(alert.queueId) }
    if (abilities?.canAssign === true)
      return { word: t('liveQueues.assign'), run: () => openMenuOf(next.activityId, () => setQueueId(null)) }
    return abilities?.canTake === true
      ? { word: t('liveQueues.take'), run: () => take.mutate(next.activityId) }
      : { word: t('liveQueues.showOperators'), run: () => showOperators(alert.queueId) }
  }
  return (
    <div className={styles.screen} data-off={isOff || undefined} {...regionStop} tabIndex={-1}>
      <header className={styles.head}>
        <h1>{t('shell.liveQueues')}</h1>
        <LiveChip lostAt={lostAt} />
        <span className={styles.headActions}>
          {chosen && (
            <Button size="small" color="inherit" onClick={() => setQueueId(null)}>
              {t('liveQueues.allQueues')}
            </Button>
          )}
          <Button
            size="small"
            variant="outlined"
            color="inherit"
            startIcon={<Maximize2 size={14} />}
            onClick={onWallboard}
          >
            {t('liveQueues.wallboard')}
          </Button>
        </span>
      </header>
      <div className={styles.body}>
        <div className={styles.main}>
          <KeyFigures parts={parts} />
          <QueueTable
            queues={queues}
            operators={operators}
            chosenId={queueId}
            onChoose={setQueueId}
            onBehind={setBehind}
          />
          <Operators
            operators={people}
            abilities={abilities}
            isOff={isOff}
            dragged={dragged}
            onDrop={(operator) => dragged && actions.assign(dragged, operator)}
            onNumbers={onNumbers}
          />
          <Charts queueId={queueId} />
        </div>
        <div className={styles.side}>
          <Alerts parts={parts} isOff={isOff} actionOf={actionOf} />
          <WaitingList
            waiting={waiting}
            queues={queues}
            operators={operators}
            chosen={chosen}
            abilities={abilities}
            isOff={isOff}
            actions={actions}
            onTake={(activityId) => take.mutate(activityId)}
            onDrag={setDragged}
          />
        </div>
      </div>
      {behind && <Behind queue={behind} onClose={() => setBehind(null)} onOpen={onOpenRequest} />}
    </div>
  )
}

/** Whether what is shown is what is. */
export function LiveChip({ lostAt }: { lostAt: number | null }): ReactNode {
  const t = useT()
  const { time } = useFormat()
  return (
    <output className={styles.chip} data-off={lostAt !== null || undefined}>
      {lostAt === null ? t('liveQueues.live') : t('liveQueues.notLive', { time: time(lostAt) })}
    </output>
  )
}

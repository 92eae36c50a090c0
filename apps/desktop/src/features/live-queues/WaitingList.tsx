import type { LiveOperatorRow, LiveParts, LiveQueueRow, WaitingTask } from '@care/contract'
import { media, mediumIds, priorities } from '@care/domain'
import Button from '@mui/material/Button'
import { ChevronDown, GripVertical } from 'lucide-react'
import type { KeyboardEvent, ReactNode } from 'react'
import { useT } from '../../shared/i18n/I18nProvider.tsx'
import { NameAndMark } from '../../shared/ui/marks.tsx'
import { MediumIcon } from '../../shared/ui/MediumIcon.tsx'
import type { MenuChoice } from '../../shared/ui/MenuButton.tsx'
import { mediumWord } from '../../shared/words/medium.ts'
import { priorityWord } from '../../shared/words/priority.ts'
import type { Abilities, useWaitingActions } from './api.ts'
import { FindMenu } from './FindMenu.tsx'
import { useFormat } from '../../shared/i18n/useFormat.ts'
import { bestFirst, takesDrop } from './fit.ts'
import styles from './live-queues.module.css'
import { menuOf } from './open-menu.ts'
import { fitWords } from './Operators.tsx'
import { Wait } from './Wait.tsx'

interface WaitingListProps {
  waiting: LiveParts['waiting']
  queues: readonly LiveQueueRow[]
  operators: readonly LiveOperatorRow[]
  chosen: LiveQueueRow | null
  abilities: Abilities | null
  isOff: boolean
  actions: ReturnType<typeof useWaitingActions>
  onTake: (activityId: string) => void
  onDrag: (task: WaitingTask | null) => void
}

/** Region "Waiting requests": next one first; each can be given to somebody by menu or by dragging it to him. */
export function WaitingList({ waiting, chosen, ...rest }: WaitingListProps): ReactNode {
  const t = useT()
  const items = waiting.items.filter(({ queueId }) => chosen === null || queueId === chosen.id)
  const total = chosen === null ? waiting.total : chosen.waiting
  return (
    <section className={styles.card} aria-label={t('liveQueues.waitingRequests')} id="live-waiting" tabIndex={-1}>
      <h2>
        {t('liveQueues.waitingRequests')} <span className={styles.count}>{total}</span>
      </h2>
      {items.length === 0 && <p className={styles.none}>{t('liveQueues.noOneWaits')}</p>}
      {/* oxlint-disable-next-line jsx-a11y/no-noninteractive-element-interactions -- the keys move between the buttons in it */}
      <ul className={styles.waiting} onKeyDown={moveBetweenRows}>
        {items.map((task) => (
          <Row key={task.activityId} task={task} {...rest} />
        ))}
      </ul>
      {total > items.length && items.length > 0 && (
        <p className={styles.none}>{t('liveQueues.more', { n: total - items.length })}</p>
      )}
    </section>
  )
}

/** j, k and the arrows go from one row's button to the next one's. */
function moveBetweenRows(event: KeyboardEvent<HTMLUListElement>): void {
  const step = { ArrowDown: 1, j: 1, ArrowUp: -1, k: -1 }[event.key]
  if (step === undefined || event.ctrlKey || event.metaKey || event.altKey) return
  const buttons = [...event.currentTarget.querySelectorAll<HTMLElement>('[data-row-action]')]
  const at = buttons.indexOf(document.activeElement as HTMLElement)
  if (at === -1) return
  buttons[Math.max(0, Math.min(buttons.length - 1, at + step))]?.focus()
  event.preventDefault()
  event.stopPropagation()
}

type RowProps = Omit<WaitingListProps, 'waiting' | 'chosen'> & { task: WaitingTask }

function Row({ task, queues, operators, abilities, isOff, actions, onTake, onDrag }: RowProps): ReactNode {
  const t = useT()
  const queue = queues.find(({ id }) => id === task.queueId)
  const medium = mediumIds.find((id) => id === task.medium)
  const canDrag = abilities?.canAssign === true && !isOff
  const isUrgent = task.priority === 'urgent' || task.priority === 'high'
  return (
    // oxlint-disable-next-line jsx-a11y/no-noninteractive-element-interactions -- dragging is beside the menu, not instead of it
    <li
      className={styles.task}
      draggable={canDrag}
      onDragStart={(event) => {
        event.dataTransfer.setData('text/plain', task.activityId)
        event.dataTransfer.effectAllowed = 'move'
        // After the picture of what is dragged was taken.
        setTimeout(() => onDrag(task))
      }}
      onDragEnd={() => onDrag(null)}
    >
      {canDrag && <GripVertical size={14} aria-hidden="true" className={styles.grip} />}
      {medium && (
        <span className={styles.medium} title={mediumWord(t, medium)}>
          <MediumIcon medium={medium} size={16} />
          <span className="sr">{mediumWord(t, medium)}</span>
        </span>
      )}
      <span className={styles.who}>
        <strong>
          <NameAndMark name={task.customer.name || `#${task.requestNumber}`} isVip={task.customer.isVip} />
        </strong>
        <span className="ell">
          {isUrgent && <b>{priorityWord(t, task.priority)} · </b>}
          {task.offeredTo ? t('liveQueues.ringsAt', { name: task.offeredTo.name }) : task.requestTitle}
        </span>
        <span className={`ell ${styles.queueName}`}>
          {[
            queue?.name,
            task.group && t('tasks.forGroup', { name: task.group.name }),
            task.line && t('liveQueues.needsLine', { name: task.line.name }),
          ]
            .filter(Boolean)
            .join(' · ')}
        </span>
      </span>
      <span className={styles.taskActions}>
        <Wait since={task.eligibleSince} limitSeconds={queue?.targets.maxWaitSeconds ?? 0} />
        {abilities?.canAssign === true ? (
          <AssignMenu task={task} queues={queues} operators={operators} isOff={isOff} actions={actions} />
        ) : (
          abilities?.canTake === true && (
            <Button
              size="small"
              variant="outlined"
              color="inherit"
              data-row-action
              disabled={isOff}
              onClick={() => onTake(task.activityId)}
            >
              {t('liveQueues.take')}
            </Button>
          )
        )}
      </span>
    </li>
  )
}

type AssignProps = Pick<RowProps, 'task' | 'queues' | 'operators' | 'isOff' | 'actions'>

/** Operators, best match first, those who lack the skill dimmed but to be chosen; priority and queue below them; a field finds. */
function AssignMenu({ task, queues, operators, isOff, actions }: AssignProps): ReactNode {
  const t = useT()
  const format = useFormat()
  const fits = bestFirst(operators, task, format.compare)
  const isLive = mediumIds.some((id) => id === task.medium && media[id].isLive)
  const best = fits.filter(takesDrop).length
  const people = fits.map((fit, i): MenuChoice => {
    const isFirst = i === 0 || i === best
    return {
      key: fit.operator.id,
      text: fit.operator.name,
      label: (
        <span className={styles.fit} data-dim={!takesDrop(fit) || undefined}>
          {fit.operator.name}
        </span>
      ),
      hint: <span className={styles.hint}>{fitWords(t, fit)}</span>,
      // Work that is not live waits for him too.
      isDisabled: !fit.isThere && isLive,
      ...(isFirst ? { groupTitle: t(i < best ? 'liveQueues.bestMatch' : 'liveQueues.others') } : {}),
      onChoose: () => actions.assign(task, fit.operator),
    }
  })
  const ranks = priorities.toReversed().map((priority, i): MenuChoice => ({
    key: `priority ${priority}`,
    label: priorityWord(t, priority),
    isChosen: priority === task.priority,
    ...(i === 0 ? { startsGroup: true, groupTitle: t('liveQueues.priority') } : {}),
    onChoose: () => priority === task.priority || actions.prioritise(task, priority),
  }))
  const places = queues
    .filter(({ id }) => id !== task.queueId)
    .map((queue, i): MenuChoice => ({
      key: `queue ${queue.id}`,
      label: queue.name,
      ...(i === 0 ? { startsGroup: true, groupTitle: t('liveQueues.moveTo') } : {}),
      onChoose: () => actions.move(task, queue),
    }))
  const customer = task.customer.name || `#${task.requestNumber}`
  return (
    <FindMenu
      id={menuOf(task.activityId)}
      label={t('liveQueues.assignTo', { customer })}
      find={t('liveQueues.find')}
      choices={[...people, ...ranks, ...places]}
      opener={(props) => (
        <Button
          size="small"
          variant="outlined"
          color="inherit"
          data-row-action
          endIcon={<ChevronDown size={14} />}
          disabled={isOff}
          {...props}
        >
          {t('liveQueues.assign')}
        </Button>
      )}
    />
  )
}

import type { ActivityDetails, RequestDetails } from '@care/contract'
import { priorities, type Priority } from '@care/domain'
import { useQuery } from '@tanstack/react-query'
import {
  ChevronDown,
  Circle,
  CircleCheck,
  CircleDot,
  CirclePause,
  SignalHigh,
  SignalLow,
  SignalMedium,
  Siren,
} from 'lucide-react'
import type { ReactElement, ReactNode } from 'react'
import { useCan, useMe } from '../../shared/entities/me.ts'
import { useAssignRequest, useEditRequest, useMoveStage } from '../../shared/entities/request.ts'
import { isInUse, operatorsQuery, queuesQuery } from '../../shared/entities/workspace-lists.ts'
import { errorText } from '../../shared/error-text.ts'
import { useT } from '../../shared/i18n/I18nProvider.tsx'
import { useFormat } from '../../shared/i18n/useFormat.ts'
import { Avatar } from '../../shared/ui/Avatar.tsx'
import { MenuButton, type MenuChoice } from '../../shared/ui/MenuButton.tsx'
import { showToast } from '../../shared/ui/toast.tsx'
import { localName } from '../../shared/words/local-name.ts'
import { priorityWord } from '../../shared/words/priority.ts'
import { tellApart } from '../../shared/words/tell-apart.ts'
import { askForMove } from '../../shared/workspace/ask-fields.ts'
import styles from './header.module.css'

const stageIcons = { new: Circle, active: CircleDot, waiting: CirclePause, closed: CircleCheck } as const
const priorityIcons = { low: SignalLow, normal: SignalMedium, high: SignalHigh, urgent: Siren } as const
const tones: Partial<Record<Priority, string>> = { high: 'warn', urgent: 'err' }

/** Number, stage, priority, queue and assignee: values that are menus where one may change them. */
export function HeaderMeta({
  request,
  activity,
}: {
  request: RequestDetails
  activity: ActivityDetails | undefined
}): ReactNode {
  const t = useT()
  const number = t('communication.requestNumber', { number: String(request.number) })
  return (
    <div className={styles.meta}>
      <button
        type="button"
        className="num"
        title={t('communication.copyNumber')}
        onClick={() => void navigator.clipboard?.writeText(number).then(() => showToast(t('communication.copied')))}
      >
        {number}
      </button>
      <StageMenu request={request} />
      <PriorityMenu request={request} />
      <QueueMenu request={request} />
      <AssigneeMenu request={request} />
      {activity && activity.medium === 'chat' && activity.endedAt === null && (
        <span className={styles.end}>
          <span className={styles.here} data-here={activity.customerIsHere || undefined}>
            <i aria-hidden="true" />
            {activity.customerIsHere ? t('communication.customerHere') : t('communication.customerGone')}
          </span>
        </span>
      )}
    </div>
  )
}

/** Says what was refused; the cache is fetched again by the event or the next look. */
function useRefusal(): { onError: (error: Error) => void } {
  const t = useT()
  return { onError: (error) => showToast(errorText(t, error)) }
}

interface ValueMenuProps {
  id: string
  name: string
  value: string
  icon?: ReactNode
  tone?: string | undefined
  /** Empty: the value may not be changed and is text. */
  choices: readonly MenuChoice[]
}

function ValueMenu({ id, name, value, icon, tone, choices }: ValueMenuProps): ReactNode {
  const content = (
    <>
      {icon}
      <span className={`ell ${id === 'assignee' ? styles.youWord : ''}`}>{value}</span>
    </>
  )
  if (choices.length === 0)
    return (
      <span className={styles.plain} data-tone={tone} title={`${name}: ${value}`}>
        <span className="sr">{name}: </span>
        {content}
      </span>
    )
  const opener = (props: object): ReactElement => (
    <button type="button" data-tone={tone} title={`${name}: ${value}`} {...props}>
      {content}
      <ChevronDown size={12} aria-hidden="true" />
    </button>
  )
  return <MenuButton isCommand id={id} label={`${name}: ${value}`} choices={choices} opener={opener} />
}

/** Closing goes through its dialog, which asks for the outcome. */
function StageMenu({ request }: { request: RequestDetails }): ReactNode {
  const t = useT()
  const move = useMoveStage(request.id)
  const refusal = useRefusal()
  const current = request.stages.find(({ key }) => key === request.stage)
  const iconOf = (category: RequestDetails['category']): ReactNode => {
    const Icon = stageIcons[category]
    return <Icon size={16} aria-hidden="true" />
  }
  const choices = request.stages
    .filter((stage) => stage.key === request.stage || (stage.isNext && stage.category !== 'closed'))
    .map((stage) => ({
      key: stage.key,
      label: localName(stage.name, t.language),
      icon: iconOf(stage.category),
      isChosen: stage.key === request.stage,
      onChoose: () => {
        if (stage.asks) askForMove({ requestId: request.id, stage: stage.key })
        else if (stage.key !== request.stage) move.mutate({ stage: stage.key }, refusal)
      },
    }))
  const may = request.abilities.edit && request.category !== 'closed'
  return (
    <ValueMenu
      id="stage"
      name={t('communication.stage')}
      value={current ? localName(current.name, t.language) : request.stage}
      icon={iconOf(request.category)}
      tone="pri"
      choices={may ? choices : []}
    />
  )
}

function PriorityMenu({ request }: { request: RequestDetails }): ReactNode {
  const t = useT()
  const edit = useEditRequest(request.id)
  const refusal = useRefusal()
  const iconOf = (priority: Priority): ReactNode => {
    const Icon = priorityIcons[priority]
    return <Icon size={14} aria-hidden="true" />
  }
  const choices = priorities.toReversed().map((priority) => ({
    key: priority,
    label: priorityWord(t, priority),
    icon: iconOf(priority),
    isChosen: priority === request.priority,
    onChoose: () =>
      priority !== request.priority && edit.mutate({ version: request.version, patch: { priority } }, refusal),
  }))
  return (
    <ValueMenu
      id="priority"
      name={t('communication.priority')}
      value={priorityWord(t, request.priority)}
      icon={iconOf(request.priority)}
      tone={tones[request.priority]}
      choices={request.abilities.edit ? choices : []}
    />
  )
}

function QueueMenu({ request }: { request: RequestDetails }): ReactNode {
  const t = useT()
  const edit = useEditRequest(request.id)
  const refusal = useRefusal()
  const queues = useQuery(queuesQuery).data
  const choices = (queues ?? []).filter(isInUse).map((queue) => ({
    key: queue.id,
    label: queue.name,
    isChosen: queue.id === request.queue?.id,
    onChoose: () =>
      queue.id !== request.queue?.id &&
      edit.mutate({ version: request.version, patch: { queueId: queue.id } }, refusal),
  }))
  return (
    <ValueMenu
      id="queue"
      name={t('communication.queue')}
      value={request.queue?.name ?? t('communication.noQueue')}
      choices={request.abilities.edit ? choices : []}
    />
  )
}

function AssigneeMenu({ request }: { request: RequestDetails }): ReactNode {
  const t = useT()
  const me = useMe()
  const format = useFormat()
  const assign = useAssignRequest(request.id)
  const refusal = useRefusal()
  const mayAll = useCan('requests.assign')
  const operators = useQuery({ ...operatorsQuery, enabled: mayAll }).data
  const { assignee } = request
  const choose = (operatorId: string | null): void => {
    if (operatorId !== (assignee?.id ?? null)) assign.mutate(operatorId, refusal)
  }
  const people: readonly { id: string; name: string; email?: string }[] = mayAll
    ? (operators ?? [])
        .filter(({ id, isActive }) => isActive && id !== me?.id)
        .toSorted((a, b) => format.compare(a.name, b.name))
    : assignee && assignee.id !== me?.id
      ? [assignee]
      : []
  const mark = tellApart(operators ?? [])
  const choices: MenuChoice[] = [
    ...(me
      ? [
          {
            key: me.id,
            label: t('common.you'),
            icon: <Avatar id={me.id} name={me.name} size={20} />,
            isChosen: assignee?.id === me.id,
            onChoose: () => choose(me.id),
          },
        ]
      : []),
    ...people.map(({ id, name, email }) => ({
      key: id,
      label: name,
      hint: email !== undefined && mark({ name, email }),
      icon: <Avatar id={id} name={name} size={20} />,
      isChosen: assignee?.id === id,
      onChoose: () => choose(id),
    })),
    {
      key: 'nobody',
      label: t('communication.backToQueue'),
      isChosen: assignee === null,
      startsGroup: true,
      onChoose: () => choose(null),
    },
  ]
  const may = request.abilities.edit && request.category !== 'closed'
  return (
    <ValueMenu
      id="assignee"
      name={t('communication.assignee')}
      value={assignee ? (assignee.id === me?.id ? t('common.you') : assignee.name) : t('communication.nobody')}
      icon={assignee && <Avatar id={assignee.id} name={assignee.name} size={20} />}
      choices={may ? choices : []}
    />
  )
}

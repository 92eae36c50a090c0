import { foldText } from '@care/domain'
import type { Group, Operator, Queue } from '@care/contract'
import TextField from '@mui/material/TextField'
import { useQuery } from '@tanstack/react-query'
import { Inbox, UsersRound } from 'lucide-react'
import { useId, useState, type ReactNode } from 'react'
import { groupsQuery, isInUse, operatorsQuery, queuesQuery } from '../../shared/entities/workspace-lists.ts'
import { useFormat } from '../../shared/i18n/useFormat.ts'
import { useT } from '../../shared/i18n/I18nProvider.tsx'
import { Avatar } from '../../shared/ui/Avatar.tsx'
import { focusHere } from '../../shared/ui/focus-here.ts'
import { ErrorState, SkeletonLines } from '../../shared/ui/states.tsx'
import { presenceColour, presenceWord } from '../../shared/words/presence.ts'
import { tellApart } from '../../shared/words/tell-apart.ts'
import type { Target } from './api.ts'
import styles from './transfer.module.css'

interface TargetListProps {
  /** Name of the group; "Transfer to" where absent. */
  label?: string
  /** Skills that the task needs: who lacks one is said so. */
  needed?: readonly string[]
  /** Groups and queues too. */
  hasPlaces?: boolean
  /** Who has the task: it is not handed to him. */
  holderId: string | null
  chosen: Target | null
  problem: string | null
  onChoose: (to: Target, name: string) => void
}

const order = { available: 0, busy: 1, away: 2, offline: 3 } as const
/** A dispatcher distributes work and has none himself. */
const mayHave = (operator: Operator): boolean => operator.isActive && operator.role !== 'dispatcher'

/** Colleagues who are there, best first, then groups and queues; typing narrows both down. Radios: one tab stop, arrows choose. */
export function TargetList({
  label,
  needed = [],
  hasPlaces = true,
  holderId,
  chosen,
  problem,
  onChoose,
}: TargetListProps): ReactNode {
  const t = useT()
  const format = useFormat()
  const [search, setSearch] = useState('')
  // Who is there and how many wait must be true now.
  const operators = useQuery({ ...operatorsQuery, staleTime: 0 })
  const queues = useQuery({ ...queuesQuery, staleTime: 0 })
  const groups = useQuery({ ...groupsQuery, enabled: hasPlaces })
  const problemId = useId()
  if (operators.isError || queues.isError || groups.isError)
    return (
      <ErrorState
        compact
        title={t('transferTo.failed')}
        onRetry={() => {
          void operators.refetch()
          void queues.refetch()
          if (hasPlaces) void groups.refetch()
        }}
      />
    )
  if (!operators.data || !queues.data || (hasPlaces && !groups.data)) return <SkeletonLines />
  const fits = ({ name, email = '' }: { name: string; email?: string }): boolean =>
    foldText(`${name} ${email}`).includes(foldText(search))
  const people = operators.data
    .filter((operator) => operator.id !== holderId && mayHave(operator) && fits(operator))
    .toSorted((a, b) => order[a.presence] - order[b.presence] || format.compare(a.name, b.name))
  const places = hasPlaces ? queues.data.filter(isInUse).filter(fits) : []
  const teams = hasPlaces ? (groups.data ?? []).filter(isInUse).filter(fits) : []
  const mark = tellApart(operators.data)
  return (
    <div>
      <TextField
        label={hasPlaces ? t('transferTo.search') : t('assign.search')}
        value={search}
        size="small"
        margin="dense"
        fullWidth
        inputRef={focusHere}
        onChange={(event) => setSearch(event.target.value)}
      />
      <div
        role="radiogroup"
        aria-label={label ?? t('transferTo.to')}
        aria-required="true"
        aria-invalid={problem !== null}
        aria-describedby={problem === null ? undefined : problemId}
        className={styles.list}
      >
        <People people={people} mark={mark} needed={needed} chosen={chosen} onChoose={onChoose} />
        <Groups groups={teams} people={operators.data} holderId={holderId} chosen={chosen} onChoose={onChoose} />
        <Places places={places} chosen={chosen} onChoose={onChoose} />
        {people.length + teams.length + places.length === 0 && <p className={styles.none}>{t('transferTo.none')}</p>}
      </div>
      {problem !== null && (
        <p id={problemId} role="alert" className={styles.problem}>
          {problem}
        </p>
      )}
    </div>
  )
}

type Choosing = Pick<TargetListProps, 'chosen' | 'onChoose'>

/** Skills that he would need and has not. */
const lacking = ({ skills }: Operator, needed: readonly string[]): string[] =>
  needed.filter((skill) => !skills.some((own) => foldText(own) === foldText(skill)))

interface PeopleProps extends Choosing {
  people: readonly Operator[]
  mark: ReturnType<typeof tellApart>
  needed: readonly string[]
}

function People({ people, mark, needed, chosen, onChoose }: PeopleProps): ReactNode {
  const t = useT()
  if (people.length === 0) return null
  return (
    <>
      <div className={styles.head}>{t('transferTo.operators')}</div>
      {people.map((operator) => (
        <Option
          key={operator.id}
          id={operator.id}
          isChosen={chosen !== null && 'operatorId' in chosen && chosen.operatorId === operator.id}
          isOff={operator.presence === 'offline'}
          icon={<Avatar id={operator.id} name={operator.name} dot={presenceColour[operator.presence]} />}
          name={operator.name}
          mark={mark(operator)}
          more={[
            presenceWord(t, operator.presence, operator.awayReason, operator.isDoNotDisturb),
            ...lacking(operator, needed).map((skill) => t('assign.lacks', { skill })),
          ].join(' · ')}
          onChoose={() => onChoose({ operatorId: operator.id }, operator.name)}
        />
      ))}
    </>
  )
}

interface GroupsProps extends Choosing {
  groups: readonly Group[]
  people: readonly Operator[]
  holderId: string | null
}

/** Groups with how many of each are there; one of which nobody else is cannot be asked. */
function Groups({ groups, people, holderId, chosen, onChoose }: GroupsProps): ReactNode {
  const t = useT()
  if (groups.length === 0) return null
  return (
    <>
      <div className={styles.head}>{t('transferTo.groups')}</div>
      {groups.map((group) => {
        const there = people.filter(
          (one) =>
            group.memberIds.includes(one.id) && one.id !== holderId && mayHave(one) && one.presence !== 'offline',
        )
        return (
          <Option
            key={group.id}
            id={group.id}
            isChosen={chosen !== null && 'groupId' in chosen && chosen.groupId === group.id}
            isOff={there.length === 0}
            icon={<UsersRound size={16} aria-hidden="true" />}
            name={group.name}
            more={there.length === 0 ? t('transferTo.noneThere') : t('transferTo.there', { n: there.length })}
            onChoose={() => onChoose({ groupId: group.id }, group.name)}
          />
        )
      })}
    </>
  )
}

function Places({ places, chosen, onChoose }: { places: readonly Queue[] } & Choosing): ReactNode {
  const t = useT()
  if (places.length === 0) return null
  return (
    <>
      <div className={styles.head}>{t('transferTo.queues')}</div>
      {places.map((queue) => (
        <Option
          key={queue.id}
          id={queue.id}
          isChosen={chosen !== null && 'queueId' in chosen && chosen.queueId === queue.id}
          isOff={false}
          icon={<Inbox size={16} aria-hidden="true" />}
          name={queue.name}
          more={t('transferTo.waiting', { n: queue.waiting })}
          onChoose={() => onChoose({ queueId: queue.id }, queue.name)}
        />
      ))}
    </>
  )
}

interface OptionProps {
  id: string
  isChosen: boolean
  isOff: boolean
  icon: ReactNode
  name: string
  /** Tells people of one name apart. */
  mark?: string | null
  more: string
  onChoose: () => void
}

function Option({ id, isChosen, isOff, icon, name, mark, more, onChoose }: OptionProps): ReactNode {
  return (
    <label className={styles.option} data-chosen={isChosen || undefined} data-off={isOff || undefined}>
      <input
        type="radio"
        className="sr"
        name="transfer-to"
        value={id}
        checked={isChosen}
        disabled={isOff}
        onChange={onChoose}
      />
      <span className={styles.icon}>{icon}</span>
      <span className={`ell ${styles.name}`}>
        {name}
        {mark && <small className={styles.mark}> {mark}</small>}
      </span>
      <span className={styles.more}>{more}</span>
    </label>
  )
}

import type { LiveOperatorRow, WaitingTask } from '@care/contract'
import { countPresence, mediumIds } from '@care/domain'
import { ChartNoAxesColumn, ChevronDown } from 'lucide-react'
import { useState, type DragEvent, type ReactNode } from 'react'
import { useTick } from '../../shared/hooks/useTick.ts'
import { useT } from '../../shared/i18n/I18nProvider.tsx'
import { useFormat } from '../../shared/i18n/useFormat.ts'
import { Avatar } from '../../shared/ui/Avatar.tsx'
import { MediumIcon } from '../../shared/ui/MediumIcon.tsx'
import { MenuButton, type MenuChoice } from '../../shared/ui/MenuButton.tsx'
import { mediumWord } from '../../shared/words/medium.ts'
import { choosableReasons, presenceColour, presenceWord, reasonWord } from '../../shared/words/presence.ts'
import { type Abilities, useOperatorPresence } from './api.ts'
import { fitOf, takesDrop } from './fit.ts'
import styles from './live-queues.module.css'

interface OperatorsProps {
  operators: readonly LiveOperatorRow[]
  abilities: Abilities | null
  isOff: boolean
  /** What is being dragged: whoever could take it is shown as a place to drop it. */
  dragged: WaitingTask | null
  onDrop: (operator: LiveOperatorRow) => void
  onNumbers: (operatorId: string) => void
}

/** Region "Operators": everybody by name, with what he is and has. */
export function Operators({ operators, ...rest }: OperatorsProps): ReactNode {
  const t = useT()
  const counts = countPresence(operators)
  return (
    <section className={styles.card} aria-label={t('liveQueues.operators')} id="live-operators" tabIndex={-1}>
      <h2>
        {t('liveQueues.operators')} <span className={styles.count}>{counts.all}</span>
        <span className={styles.legend}>
          {(['available', 'busy', 'away', 'offline'] as const).map((shown) => (
            <span key={shown}>
              <i style={{ background: presenceColour[shown] }} aria-hidden="true" />
              {presenceWord(t, shown, null)} {counts[shown]}
            </span>
          ))}
        </span>
      </h2>
      {operators.length === 0 && <p className={styles.none}>{t('liveQueues.noOperators')}</p>}
      <ul className={styles.operators}>
        {operators.map((operator) => (
          <Card key={operator.id} operator={operator} {...rest} />
        ))}
      </ul>
    </section>
  )
}

type CardProps = Omit<OperatorsProps, 'operators'> & { operator: LiveOperatorRow }

function Card({ operator, abilities, isOff, dragged, onDrop, onNumbers }: CardProps): ReactNode {
  const t = useT()
  const [isOver, setIsOver] = useState(false)
  const { name, shown, awayReason, load } = operator
  const word = presenceWord(t, shown, awayReason, operator.isDoNotDisturb)
  const fit = dragged ? fitOf(operator, dragged) : null
  const isTarget = fit !== null && takesDrop(fit)
  const loads = load.map(({ medium, taken, places }) =>
    t('presence.load', { medium: mediumWord(t, medium), taken, places }),
  )
  const drop = {
    onDragOver: (event: DragEvent) => {
      event.preventDefault()
      setIsOver(true)
    },
    onDragLeave: () => setIsOver(false),
    onDrop: (event: DragEvent) => {
      event.preventDefault()
      setIsOver(false)
      onDrop(operator)
    },
  }
  return (
    <li
      className={styles.operator}
      data-target={isTarget || undefined}
      data-dim={(fit !== null && !isTarget) || undefined}
      data-over={(isTarget && isOver) || undefined}
      {...(isTarget ? drop : {})}
    >
      <Avatar id={operator.id} name={name} size={32} dot={presenceColour[shown]} />
      <span className={styles.who}>
        <strong className="ell">{name}</strong>
        <span
          className={styles.state}
          data-tone={awayReason === 'missedOffers' && shown === 'away' ? 'over' : undefined}
        >
          {fit ? fitWords(t, fit) : word} {fit === null && <Since at={operator.since} />}
        </span>
        <span className={styles.load}>
          <span className="sr">{loads.join(', ')}</span>
          {load.slice(0, 3).map((one) => (
            <Places key={one.medium} {...one} />
          ))}
        </span>
      </span>
      <span className={styles.cardActions}>
        {abilities?.canManagePresence === true && shown !== 'offline' && (
          <PresenceMenu operator={operator} isOff={isOff} />
        )}
        {abilities?.canSeeNumbers === true && (
          <button
            type="button"
            className={styles.iconButton}
            aria-label={t('liveQueues.numbersOf', { name })}
            title={t('liveQueues.numbersOf', { name })}
            onClick={() => onNumbers(operator.id)}
          >
            <ChartNoAxesColumn size={16} aria-hidden="true" />
          </button>
        )}
      </span>
    </li>
  )
}

/** What he would get it with, or why not. */
export function fitWords(t: ReturnType<typeof useT>, fit: ReturnType<typeof fitOf>): string {
  if (!fit.isThere) return t('liveQueues.notThere')
  if (fit.lacks !== null) return t('liveQueues.noSkill', { skill: fit.lacks })
  if (fit.lacksLine !== null) return t('liveQueues.noLine', { name: fit.lacksLine })
  const { shown, awayReason, isDoNotDisturb } = fit.operator
  if (shown !== 'available') return presenceWord(t, shown, awayReason, isDoNotDisturb)
  return fit.freePlaces === 0 ? t('liveQueues.noPlace') : t('liveQueues.dropHere', { n: fit.freePlaces })
}

function Since({ at }: { at: number }): ReactNode {
  const { counter } = useFormat()
  const text = useTick((now) => (at === 0 ? '' : counter(now - at)))
  return <span className={`num ${styles.since}`}>{text}</span>
}

const mostPips = 8

function Places({ medium, taken, places }: LiveOperatorRow['load'][number]): ReactNode {
  const known = mediumIds.find((id) => id === medium)
  return (
    <span className={styles.places} aria-hidden="true">
      {known && <MediumIcon medium={known} size={12} />}
      {Array.from({ length: Math.min(mostPips, Math.max(taken, places)) }, (_, i) => (
        <i key={i} data-on={i < taken ? (i < places ? 'true' : 'over') : 'false'} />
      ))}
    </span>
  )
}

function PresenceMenu({ operator, isOff }: { operator: LiveOperatorRow; isOff: boolean }): ReactNode {
  const t = useT()
  const set = useOperatorPresence()
  const { shown, awayReason } = operator
  const choices: MenuChoice[] = [
    ...(['available', 'busy'] as const).map((chosen) => ({
      key: chosen,
      label: presenceWord(t, chosen, null),
      isChosen: shown === chosen,
      onChoose: () => set.mutate({ operator, chosen }),
    })),
    ...choosableReasons.map((reason, i) => ({
      key: reason,
      label: reasonWord(t, reason),
      isChosen: shown === 'away' && awayReason === reason,
      ...(i === 0 ? { startsGroup: true } : {}),
      onChoose: () => set.mutate({ operator, chosen: 'away' as const, awayReason: reason }),
    })),
  ]
  return (
    <MenuButton
      label={t('liveQueues.changePresence', { name: operator.name })}
      choices={choices}
      opener={(props) => (
        <button type="button" className={styles.iconButton} disabled={isOff || set.isPending} {...props}>
          <ChevronDown size={16} aria-hidden="true" />
        </button>
      )}
    />
  )
}

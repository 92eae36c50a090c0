import { Check, ChevronDown, ChevronRight, FolderInput, HandCoins, Square, SquareCheck, Star } from 'lucide-react'
import type { PointerEvent, ReactNode } from 'react'
import { createPortal } from 'react-dom'
import { useTick } from '../../shared/hooks/useTick.ts'
import { shortTime } from '../../shared/format/short-time.ts'
import { useFormat } from '../../shared/i18n/useFormat.ts'
import { useT } from '../../shared/i18n/I18nProvider.tsx'
import { useIsOffline } from '../../shared/realtime/connection.ts'
import { Chip } from '../../shared/ui/marks.tsx'
import { MediumIcon } from '../../shared/ui/MediumIcon.tsx'
import { callbackWords } from './callback-words.ts'
import styles from './journey.module.css'
import type { JourneyActivity, JourneyRow } from './rows.ts'
import type { Drag } from './useActivityDrag.ts'

interface JourneyRowViewProps {
  row: JourneyRow
  /** Place in a tree of which only a part is drawn. */
  top?: number
  /** Where Tab enters the tree. */
  isStop: boolean
  /** The activity of the open task. */
  isNow: boolean
  /** What the column or the viewer shows. */
  isShown: boolean
  onFocus: () => void
  onOpen: () => void
  onToggle: () => void
  onMove: (anchor: HTMLElement) => void
  /** The card that says more of it. */
  describedBy: string | undefined
  /** Pointer or focus came to it. */
  onRest: (element: HTMLElement) => void
  /** The beginning of a drag, perhaps. */
  onPress: (event: PointerEvent<HTMLElement>) => void
  /** While an activity is dragged: whether it may be dropped here, and is over it. */
  drop?: 'no' | 'may' | 'over'
}

/** Pixels that an activity stands in from its request. */
const indent = 28

/** One line of the journey. */
export function JourneyRowView(props: JourneyRowViewProps): ReactNode {
  const { row } = props
  const isExpandable = row.kind === 'request' && row.canExpand
  return (
    // oxlint-disable-next-line jsx-a11y/click-events-have-key-events -- keys are handled by the tree
    <div
      role="treeitem"
      aria-level={row.level}
      aria-posinset={row.position}
      aria-setsize={row.of}
      aria-expanded={isExpandable ? row.isExpanded : undefined}
      aria-selected={props.isShown || props.isNow}
      aria-current={props.isNow || undefined}
      tabIndex={props.isStop ? 0 : -1}
      className={row.kind === 'request' ? styles.request : styles.activity}
      data-now={props.isNow || undefined}
      data-shown={props.isShown || undefined}
      data-last={(row.kind !== 'request' && row.isLast) || undefined}
      data-level={row.level}
      style={
        props.top === undefined
          ? undefined
          : { position: 'absolute', left: row.level === 2 ? indent : 0, right: 0, top: props.top }
      }
      aria-describedby={props.describedBy}
      onPointerEnter={(event) => event.pointerType !== 'touch' && props.onRest(event.currentTarget)}
      onFocus={(event) => {
        props.onFocus()
        if (event.currentTarget.matches(':focus-visible')) props.onRest(event.currentTarget)
      }}
      onClick={props.onOpen}
      onPointerDown={props.onPress}
      data-drag={props.drop}
      data-drop={props.drop === 'may' || props.drop === 'over' ? row.request?.id : undefined}
    >
      {row.kind === 'request' && <RequestLine {...props} row={row} />}
      {row.kind === 'activity' && <ActivityLine {...props} row={row} />}
      {row.kind === 'other' && <OtherLine {...props} row={row} />}
    </div>
  )
}

function RequestLine({
  row,
  onToggle,
}: JourneyRowViewProps & { row: Extract<JourneyRow, { kind: 'request' }> }): ReactNode {
  const t = useT()
  const { request } = row
  const isClosed = request.category === 'closed'
  const Chevron = row.isExpanded ? ChevronDown : ChevronRight
  return (
    <>
      {/* oxlint-disable-next-line jsx-a11y/click-events-have-key-events, jsx-a11y/no-static-element-interactions -- for the mouse; the keyboard has the arrows of the tree */}
      <span
        className={styles.chevron}
        onClick={(event) => {
          event.stopPropagation()
          onToggle()
        }}
      >
        {row.canExpand && <Chevron size={14} aria-hidden="true" />}
      </span>
      <span className={styles.number}>REQ-{request.number}</span>
      <span className={`ell ${request.canSee ? styles.title : styles.hidden}`} dir="auto">
        {request.canSee ? request.title : t('journey.hidden')}
      </span>
      <span className={styles.end}>
        <Chip {...(isClosed ? {} : { tone: 'pri' as const })}>
          {isClosed && <Check size={12} aria-hidden="true" />}
          {t(isClosed ? 'journey.closed' : 'journey.open')}
        </Chip>
      </span>
    </>
  )
}

function ActivityLine({
  row,
  isNow,
  isStop,
  onMove,
}: JourneyRowViewProps & { row: Extract<JourneyRow, { kind: 'activity' }> }): ReactNode {
  const t = useT()
  const format = useFormat()
  const isOffline = useIsOffline()
  const { activity } = row
  const time = useTick((now) => shortTime(format, activity.at, now))
  const medium = t(`activity.media.${activity.medium}`)
  const standing = callbackWords(t, format, activity)
  return (
    <>
      <span className={styles.medium}>
        <MediumIcon medium={activity.medium} size={14} />
      </span>
      <span className="ell" dir="auto">
        <span className="sr">{medium} </span>
        {activity.title === '' ? medium : activity.title}
        {standing !== '' && <span className={styles.standing}> {standing}</span>}
      </span>
      <span className={styles.end}>
        {activity.canMove && !isOffline && (
          <button
            type="button"
            className={styles.move}
            tabIndex={isStop ? 0 : -1}
            aria-label={`${t('journey.moveActivity')}: ${titleOf(activity, medium)}`}
            title={t('journey.moveActivity')}
            aria-haspopup="menu"
            data-grip=""
            onClick={(event) => {
              event.stopPropagation()
              onMove(event.currentTarget)
            }}
          >
            <FolderInput size={14} aria-hidden="true" />
          </button>
        )}
        <time
          className={styles.when}
          dateTime={new Date(activity.at).toISOString()}
          title={format.dateTime(activity.at)}
        >
          {isNow ? t('journey.now') : time}
        </time>
      </span>
    </>
  )
}

/** A rating, a to-do, a deal. */
function OtherLine({ row }: JourneyRowViewProps & { row: Extract<JourneyRow, { kind: 'other' }> }): ReactNode {
  const t = useT()
  const format = useFormat()
  const { item } = row
  const time = useTick((now) => shortTime(format, item.at, now))
  const Icon = {
    rating: Star,
    todo: item.kind === 'todo' && item.doneAt !== null ? SquareCheck : Square,
    deal: HandCoins,
  }[item.kind]
  const words = useOtherWords(item)
  return (
    <>
      <span className={styles.medium}>
        <Icon size={14} aria-hidden="true" />
      </span>
      <span className="ell" dir="auto" data-done={(item.kind === 'todo' && item.doneAt !== null) || undefined}>
        <span className="sr">{t(`journey.kinds.${item.kind}`)} </span>
        {words}
      </span>
      <span className={styles.end}>
        <time className={styles.when} dateTime={new Date(item.at).toISOString()} title={format.dateTime(item.at)}>
          {time}
        </time>
      </span>
    </>
  )
}

function useOtherWords(item: Extract<JourneyRow, { kind: 'other' }>['item']): string {
  const t = useT()
  switch (item.kind) {
    case 'rating':
      return t('journey.rated', { n: item.score }) + (item.comment === '' ? '' : ` · ${item.comment}`)
    case 'todo':
      return item.title || t('journey.hidden')
    case 'deal': {
      if (item.title === '') return t('journey.hidden')
      const style = { style: 'currency', currency: item.currency } as const
      const digits = new Intl.NumberFormat(t.language, style).resolvedOptions().maximumFractionDigits ?? 2
      return `${item.title} · ${new Intl.NumberFormat(t.language, style).format(item.amount / 10 ** digits)}`
    }
  }
}

/** What is dragged, at the pointer, and where it becomes a new request: over the head of the section, so that nothing moves. */
export function DragGhost({ drag }: { drag: Drag }): ReactNode {
  const t = useT()
  const { activity } = drag.row
  return (
    <>
      <div
        role="presentation"
        className={styles.newTarget}
        data-drop="new"
        data-drag={drag.over === 'new' ? 'over' : 'may'}
      >
        {t('journey.dropForNew')}
      </div>
      {createPortal(
        <div className={styles.ghost} style={{ transform: `translate(${drag.x + 8}px, ${drag.y + 8}px)` }}>
          <MediumIcon medium={activity.medium} size={14} />
          <span className="ell">{titleOf(activity, t(`activity.media.${activity.medium}`))}</span>
        </div>,
        document.body,
      )}
    </>
  )
}

export const titleOf = (activity: Pick<JourneyActivity, 'title'>, medium: string): string =>
  activity.title === '' ? medium : activity.title

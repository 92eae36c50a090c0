import { useMemo, useState, type KeyboardEvent, type ReactNode } from 'react'
import { useCan } from '../../shared/entities/me.ts'
import { useT } from '../../shared/i18n/I18nProvider.tsx'
import { useMoveUndoably } from '../../shared/ui/use-move-undoably.ts'
import { openFollowUp } from '../../shared/workspace/follow-up-dialog.ts'
import { MoveActivityMenu, type MovedActivity } from '../../shared/ui/MoveActivityMenu.tsx'
import { Glance, glanceId, useGlance } from './Glance.tsx'
import { DragGhost, JourneyRowView } from './JourneyRowView.tsx'
import styles from './journey.module.css'
import type { Line } from './api.ts'
import { rowsOf, treeKey, type JourneyActivity, type JourneyRow } from './rows.ts'
import { isDropTarget, useActivityDrag } from './useActivityDrag.ts'
import { useVisibleRows } from './useVisibleRows.ts'

interface JourneyTreeProps {
  line: Line
  requestId: string | null
  /** The activity of the open task, "Now". */
  nowId: string | null
  /** The activity that the column or the viewer shows. */
  shownId: string | null
  customerId: string
  onViewActivity: (activity: JourneyActivity) => void
  onOpenRequest: (requestId: string) => void
  onOtherCustomer: (activityId: string) => void
}

/** The tree of requests and activities: one tab stop, arrows walk, fold and unfold, Enter opens. */
export function JourneyTree(props: JourneyTreeProps): ReactNode {
  const t = useT()
  const mayLeave = useCan('customers.edit')
  const [folded, setFolded] = useState<ReadonlySet<string>>(new Set())
  const [current, setCurrent] = useState<string | null>(null)
  const [moving, setMoving] = useState<{ activity: MovedActivity; anchor: HTMLElement } | null>(null)
  const rows = useMemo(() => rowsOf(props.line.items, props.line.requests, folded), [props.line, folded])
  const stop = Math.max(
    0,
    rows.findIndex(({ key }) => key === (current ?? props.nowId)),
  )
  const { container, visible, height, reveal } = useVisibleRows(rows, stop)
  const toggle = (id: string): void =>
    setFolded((old) => new Set(old.has(id) ? [...old].filter((other) => other !== id) : [...old, id]))
  const open = (row: JourneyRow): void => {
    if (row.kind === 'activity') props.onViewActivity(row.activity)
    else if (row.kind === 'other' && row.item.kind !== 'rating' && row.item.title !== '')
      openFollowUp({ kind: row.item.kind, id: row.item.id })
    else if (row.request?.canSee) props.onOpenRequest(row.request.id)
  }
  const move = (row: JourneyRow, anchor: HTMLElement): void => {
    if (row.kind !== 'activity') return
    setMoving({
      activity: {
        activityId: row.activity.id,
        requestId: row.request.id,
        customerId: props.customerId,
        canLeaveCustomer: mayLeave,
      },
      anchor,
    })
  }
  const moveTo = useMoveUndoably()
  const { drag, start } = useActivityDrag((row, target) =>
    moveTo(
      { activityId: row.activity.id, requestId: row.request.id, customerId: props.customerId },
      target === 'new' ? null : target,
    ),
  )
  const { glance, rest, leave } = useGlance(drag !== null || moving !== null)
  const onKeyDown = (event: KeyboardEvent<HTMLElement>): void => {
    // Keys of the buttons inside a row are theirs.
    if (
      !(event.target instanceof HTMLElement) ||
      event.target.role !== 'treeitem' ||
      event.ctrlKey ||
      event.metaKey ||
      event.altKey
    )
      return
    const step = treeKey(rows, stop, event.key)
    if (step === null) return
    event.preventDefault()
    event.stopPropagation()
    if ('focus' in step) {
      const row = rows[step.focus]
      if (!row) return
      setCurrent(row.key)
      reveal(step.focus)
    } else if ('toggle' in step) toggle(step.toggle)
    else open(step.open)
  }
  return (
    <>
      <div
        ref={container}
        role="tree"
        tabIndex={-1}
        aria-label={t('shell.journey')}
        className={styles.tree}
        style={{ height }}
        data-dragging={drag !== null || undefined}
        onKeyDown={onKeyDown}
        onPointerLeave={leave}
        onBlur={leave}
      >
        {drag && <DragGhost drag={drag} />}
        {visible.map(({ index, top }) => {
          const row = rows[index]
          if (!row) return null
          return (
            <JourneyRowView
              key={row.key}
              row={row}
              {...(top === undefined ? {} : { top })}
              isStop={index === stop}
              isNow={row.kind === 'activity' && row.activity.id === props.nowId}
              isShown={
                row.kind === 'activity'
                  ? row.activity.id === props.shownId
                  : row.kind === 'request' && row.request.id === props.requestId
              }
              describedBy={glance?.row.key === row.key ? glanceId : undefined}
              onRest={(element) => rest(row, element)}
              onFocus={() => setCurrent(row.key)}
              onOpen={() => open(row)}
              onToggle={() => row.request && toggle(row.request.id)}
              onMove={(anchor) => move(row, anchor)}
              onPress={(event) => start(event, row)}
              {...(drag === null
                ? {}
                : {
                    drop: isDropTarget(row, drag) ? (drag.over === row.request?.id ? 'over' : 'may') : 'no',
                  })}
            />
          )
        })}
      </div>
      {glance && <Glance key={glance.row.key} at={glance} />}
      {moving && (
        <MoveActivityMenu
          activity={moving.activity}
          anchor={moving.anchor}
          onClose={() => setMoving(null)}
          onOtherCustomer={() => props.onOtherCustomer(moving.activity.activityId)}
        />
      )}
    </>
  )
}

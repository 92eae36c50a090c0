import { useEffect, useRef, useState, type PointerEvent as ReactPointerEvent } from 'react'
import type { JourneyRow } from './rows.ts'

type ActivityRow = Extract<JourneyRow, { kind: 'activity' }>
/** A request by id, or 'new' for a new one. */
export type DropTarget = string

export interface Drag {
  row: ActivityRow
  x: number
  y: number
  over: DropTarget | null
}

/** So far the pointer must go before a press becomes a drag, in pixels. */
const liftAfter = 4
/** So near to the edge of the column it scrolls along, and so far at each move. */
const edge = 36
const scrollBy = 14

/** An activity goes to an open request other than its own, or to a new one (rule 3). */
export const isDropTarget = (row: JourneyRow, drag: Drag): boolean =>
  row.kind === 'request' &&
  row.request.canSee &&
  row.request.category !== 'closed' &&
  row.request.id !== drag.row.request.id

const targetAt = (x: number, y: number): DropTarget | null =>
  document.elementFromPoint(x, y)?.closest<HTMLElement>('[data-drop]')?.dataset.drop ?? null

function scrollAlong(from: Element, y: number): void {
  for (let parent = from.parentElement; parent; parent = parent.parentElement) {
    if (!/auto|scroll/.test(getComputedStyle(parent).overflowY)) continue
    const { top, bottom } = parent.getBoundingClientRect()
    if (y < top + edge) parent.scrollTop -= scrollBy
    else if (y > bottom - edge) parent.scrollTop += scrollBy
    return
  }
}

/**
 * Drags an activity with the mouse from anywhere in its row, with a finger from its Move button (the row scrolls). Esc
 * cancels; what is dropped elsewhere stays where it is. The menu does the same by keys.
 */
export function useActivityDrag(onDrop: (row: ActivityRow, target: DropTarget) => void): {
  drag: Drag | null
  start: (event: ReactPointerEvent<HTMLElement>, row: JourneyRow) => void
} {
  const [drag, setDrag] = useState<Drag | null>(null)
  const drop = useRef(onDrop)
  const stop = useRef<(() => void) | null>(null)
  useEffect(() => {
    drop.current = onDrop
  })
  useEffect(() => () => stop.current?.(), [])

  const start = (event: ReactPointerEvent<HTMLElement>, row: JourneyRow): void => {
    if (row.kind !== 'activity' || !row.activity.canMove || event.button !== 0 || !event.isPrimary) return
    const pressed = event.target as HTMLElement
    if (event.pointerType === 'touch' && !pressed.closest('[data-grip]')) return
    const from = { x: event.clientX, y: event.clientY }
    let current: Drag | null = null
    const show = (next: Drag | null): void => {
      current = next
      setDrag(next)
    }
    const end = (): void => {
      for (const [type, listener] of listeners) document.removeEventListener(type, listener as EventListener, true)
      document.body.style.userSelect = ''
      stop.current = null
      show(null)
    }
    const move = (at: PointerEvent): void => {
      if (at.pointerId !== event.pointerId) return
      if (!current && Math.hypot(at.clientX - from.x, at.clientY - from.y) < liftAfter) return
      document.body.style.userSelect = 'none'
      scrollAlong(pressed, at.clientY)
      show({ row, x: at.clientX, y: at.clientY, over: targetAt(at.clientX, at.clientY) })
    }
    const up = (at: PointerEvent): void => {
      if (at.pointerId !== event.pointerId) return
      const target = current && targetAt(at.clientX, at.clientY)
      if (current) swallowClick()
      end()
      if (target) drop.current(row, target)
    }
    const key = (pressedKey: KeyboardEvent): void => {
      if (!current || pressedKey.key !== 'Escape') return
      pressedKey.preventDefault()
      pressedKey.stopPropagation()
      swallowClick()
      end()
    }
    const listeners = [
      ['pointermove', move],
      ['pointerup', up],
      ['pointercancel', end],
      ['keydown', key],
    ] as const
    stop.current?.()
    stop.current = end
    for (const [type, listener] of listeners) document.addEventListener(type, listener as EventListener, true)
  }
  return { drag, start }
}

/** The press that ends a drag is no click on what lies there. */
function swallowClick(): void {
  const swallow = (event: Event): void => {
    event.preventDefault()
    event.stopPropagation()
  }
  document.addEventListener('click', swallow, { capture: true, once: true })
  // When none follows, the next one is the person's.
  addEventListener('pointerdown', () => document.removeEventListener('click', swallow, true), {
    capture: true,
    once: true,
  })
}

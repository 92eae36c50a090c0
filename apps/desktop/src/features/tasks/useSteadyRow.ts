import { useEffect, type RefObject } from 'react'

interface Held {
  row: HTMLElement
  list: Element | null
  top: number
}
/** So soon after another row has come under a pointer that rests, a click was meant for the one before. */
const reactionMs = 400
/** What follows one's own key or click so soon is no surprise. */
const ownDeedMs = 1_000

const rowAt = (target: EventTarget | Element | null): HTMLElement | null =>
  target instanceof Element ? (target.closest('li')?.querySelector<HTMLElement>('[data-row]') ?? null) : null

/**
 * While the pointer rests on a row, that row stays where it is: what comes and goes above it scrolls instead. Where the row
 * itself is taken away, a click at once on what has come to its place does nothing.
 */
export function useSteadyRow(box: RefObject<HTMLElement | null>): void {
  useEffect(() => {
    const list = box.current
    return list ? holdRows(list) : undefined
  }, [box])
}

function holdRows(box: HTMLElement): () => void {
  let held: Held | null = null
  let pointer: { x: number; y: number } | null = null
  let changedAt = -Infinity
  let actedAt = -Infinity
  const onAct = (): void => void (actedAt = performance.now())
  const hold = (row: HTMLElement | null): void =>
    void (held = row && { row, list: row.closest('ul'), top: row.getBoundingClientRect().top })
  const lookAgain = (): void => {
    if (pointer) hold(rowAt(document.elementFromPoint(pointer.x, pointer.y)))
  }
  const onMove = (event: PointerEvent): void => {
    // A finger rests nowhere.
    if (event.pointerType === 'touch') return
    if (event.clientX === pointer?.x && event.clientY === pointer.y) return
    pointer = { x: event.clientX, y: event.clientY }
    changedAt = -Infinity
    const row = rowAt(event.target)
    if (row !== held?.row) hold(row)
  }
  const onLeave = (): void => {
    held = pointer = null
    makeRoom(box, 0, 0)
  }
  const settle = (): void => {
    if (!held) return
    if (box.contains(held.row) && held.row.closest('ul') === held.list) {
      scrollBy(box, Math.round(held.row.getBoundingClientRect().top - held.top))
      return
    }
    lookAgain()
    if (performance.now() - actedAt > ownDeedMs) changedAt = performance.now()
  }
  const onClick = (event: MouseEvent): void => {
    // Not of the keyboard, and not long after.
    if (event.detail === 0 || performance.now() - changedAt > reactionMs) return
    event.preventDefault()
    event.stopPropagation()
  }
  const comeAndGo = new MutationObserver(settle)
  comeAndGo.observe(box, { childList: true, subtree: true })
  // An offer above takes room from the list.
  const room = new ResizeObserver(settle)
  room.observe(box)
  document.addEventListener('keydown', onAct, { capture: true })
  document.addEventListener('pointerdown', onAct, { capture: true })
  box.addEventListener('pointermove', onMove)
  box.addEventListener('pointerleave', onLeave)
  box.addEventListener('scroll', lookAgain, { passive: true })
  box.addEventListener('click', onClick, { capture: true })
  return () => {
    comeAndGo.disconnect()
    room.disconnect()
    document.removeEventListener('keydown', onAct, { capture: true })
    document.removeEventListener('pointerdown', onAct, { capture: true })
    box.removeEventListener('pointermove', onMove)
    box.removeEventListener('pointerleave', onLeave)
    box.removeEventListener('scroll', lookAgain)
    box.removeEventListener('click', onClick, { capture: true })
  }
}

/** Moves what is shown up by so much (down if negative), with room made where there is nothing to scroll. */
function scrollBy(box: HTMLElement, delta: number): void {
  const height = box.clientHeight
  if (delta === 0 || Math.abs(delta) > height) return
  const room = Number(box.dataset['above'] ?? 0)
  const given = Math.min(room, Math.max(0, delta))
  const wanted = box.scrollTop + delta - given
  const end = (box.lastElementChild?.getBoundingClientRect().bottom ?? 0) - box.getBoundingClientRect().top
  const missing = wanted + height - (box.scrollTop + end - given)
  makeRoom(box, room - given + Math.max(0, -wanted), wanted > 0 ? Math.max(0, missing) : 0)
  box.scrollTop = Math.max(0, wanted)
}

function makeRoom(box: HTMLElement, above: number, below: number): void {
  if (above === 0 && below === 0 && box.dataset['above'] === undefined) return
  box.dataset['above'] = String(above)
  box.style.setProperty('--above', `${above}px`)
  box.style.setProperty('--below', `${below}px`)
}

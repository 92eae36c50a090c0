import { useEffect, useRef, type KeyboardEvent, type RefObject } from 'react'
import { nameOfKey } from '../../shared/keyboard/match-key.ts'

interface GridKeys {
  /** Of the row that Tab reaches. */
  at: number
  count: number
  scroller: RefObject<HTMLElement | null>
  onGo: (index: number) => void
  onOpen: (index: number) => void
  onSelect?: (index: number, isRange: boolean) => void
}

/** Arrows, `j` and `k` move the focus between rows, Enter and `o` open one, `x` and `Shift+x` choose. */
export function useGridKeys({ at, count, scroller, onGo, onOpen, onSelect }: GridKeys): (event: KeyboardEvent) => void {
  const wanted = useRef<number | null>(null)
  useEffect(() => {
    if (wanted.current === null || wanted.current !== at) return
    const row = scroller.current?.querySelector<HTMLElement>('[role=row][tabindex="0"]')
    if (!row) return
    wanted.current = null
    row.focus({ preventScroll: true })
  })
  const go = (index: number): void => {
    const next = Math.max(0, Math.min(index, count - 1))
    wanted.current = next
    onGo(next)
  }
  return (event) => {
    const name = nameOfKey(event.nativeEvent)
    const steps: Record<string, number> = { ArrowDown: 1, ArrowUp: -1, PageDown: 10, PageUp: -10, j: 1, k: -1 }
    const step = steps[name]
    if (step !== undefined) go(at + step)
    else if (name === 'Home') go(0)
    else if (name === 'End') go(count - 1)
    else if (name === 'Enter' || name === 'o') onOpen(at)
    else if (onSelect && (name === 'x' || name === ' ')) onSelect(at, false)
    else if (onSelect && (name === 'Shift+x' || name === 'X')) onSelect(at, true)
    else return
    event.preventDefault()
    event.stopPropagation()
  }
}

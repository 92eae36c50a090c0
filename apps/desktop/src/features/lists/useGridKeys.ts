import { useEffect, useRef, type KeyboardEvent, type RefObject } from 'react'
import { idOfKey } from '../../shared/keyboard/keys.ts'
import { wantedName } from '../../shared/keyboard/shortcuts.ts'
import { tableKeys } from '../../shared/keyboard/table-keys.ts'

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
    const name = wantedName(event.nativeEvent) ?? ''
    const id = idOfKey(tableKeys, name) ?? ''
    const steps: Record<string, number> = { next: 1, previous: -1, PageDown: 10, PageUp: -10 }
    const step = steps[id] ?? steps[name]
    if (step !== undefined) go(at + step)
    else if (name === 'Home') go(0)
    else if (name === 'End') go(count - 1)
    else if (id === 'open') onOpen(at)
    else if (onSelect && id === 'choose') onSelect(at, false)
    else if (onSelect && id === 'chooseRange') onSelect(at, true)
    else return
    event.preventDefault()
    event.stopPropagation()
  }
}

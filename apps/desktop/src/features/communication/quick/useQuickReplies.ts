import { unfilledIn, type Unfilled } from '@care/domain'
import { useCallback, useLayoutEffect, useRef, useState, type KeyboardEvent, type RefObject } from 'react'
import { slashBefore, type Slash } from './slash.ts'

/** What the open picker does with a key; true when it was for the picker. */
export type PickerKeys = (event: KeyboardEvent) => boolean

export interface QuickReplies {
  isOpen: boolean
  query: string
  /** Places that keep the text from being sent. */
  unfilled: readonly Unfilled[]
  /** Id of the active option, for the field. */
  active: string | null
  setActive: (id: string | null) => void
  /** The picker says what it does with keys, null when it goes. */
  onKeys: (keys: PickerKeys | null) => void
  /** The caret may be elsewhere now. */
  look: () => void
  toggle: () => void
  /** Opens the list, narrowed to these words. */
  open: (query: string) => void
  close: () => void
  pick: (text: string) => void
  /** Marks the first place after the caret that is to be filled in. */
  showUnfilled: () => void
  onKeyDown: (event: KeyboardEvent) => boolean
}

type Field = RefObject<HTMLTextAreaElement | null>
type Replace = (from: number, to: number, piece: string, mark: { start: number; end: number }) => void

/** Quick replies in the field of the composer: a slash opens them, what is chosen takes its place (row M3). */
export function useQuickReplies(field: Field, text: string, change: (text: string) => void): QuickReplies {
  const [active, setActive] = useState<string | null>(null)
  const keys = useRef<PickerKeys | null>(null)
  const onKeys = useCallback((given: PickerKeys | null): void => void (keys.current = given), [])
  const slash = useSlash(field, text, useReplace(field, text, change))
  const unfilled = unfilledIn(text)
  const showUnfilled = (): void => {
    const element = field.current
    const next = unfilled.find(({ start }) => start >= (element?.selectionEnd ?? 0)) ?? unfilled[0]
    element?.focus()
    if (next) element?.setSelectionRange(next.start, next.end)
  }
  const onKeyDown = (event: KeyboardEvent): boolean => {
    if (!slash.isOpen || event.ctrlKey || event.metaKey || event.altKey) return false
    if (event.key === 'Escape') slash.close()
    // While its code is on the way a choice would be a new line in the text.
    else if (keys.current ? !keys.current(event) : event.key !== 'Enter') return false
    event.preventDefault()
    return true
  }
  return { ...slash, unfilled, active: slash.isOpen ? active : null, setActive, onKeys, showUnfilled, onKeyDown }
}

/** Puts a piece into the text and, once the field shows it, marks a part of the piece. */
function useReplace(field: Field, text: string, change: (text: string) => void): Replace {
  const selection = useRef<{ start: number; end: number } | null>(null)
  useLayoutEffect(() => {
    if (!selection.current) return
    field.current?.focus()
    field.current?.setSelectionRange(selection.current.start, selection.current.end)
    selection.current = null
  }, [field, text])
  return (from, to, piece, mark) => {
    selection.current = { start: from + mark.start, end: from + mark.end }
    change(text.slice(0, from) + piece + text.slice(to))
  }
}

/** The slash that is being typed, or that the button has put into the text. */
function useSlash(field: Field, text: string, replace: Replace) {
  const [slash, setSlash] = useState<Slash | null>(null)
  const [dismissed, setDismissed] = useState<number | null>(null)
  /** Put there by the button and not by the person. */
  const ownSlash = useRef<number | null>(null)
  const end = slash ? slash.start + 1 + slash.query.length : 0
  // Another text may have come into the field since the caret was looked at.
  const isOpen = slash !== null && slash.start !== dismissed && text.slice(slash.start, end) === `/${slash.query}`
  const look = (): void => {
    const element = field.current
    const found = element ? slashBefore(element.value, element.selectionEnd) : null
    // Of the state as it is by then: the key that closes the list may also say that the caret is elsewhere.
    setDismissed((old) => (found?.start === old ? old : null))
    setSlash((old) => (old?.start === found?.start && old?.query === found?.query ? old : found))
  }
  const open = (query = ''): void => {
    if (isOpen && query === '') return close()
    const at = field.current?.selectionEnd ?? text.length
    const piece = at === 0 || /\s/u.test(text.charAt(at - 1)) ? '/' : ' /'
    const start = at + piece.length - 1
    const typed = piece + query
    ownSlash.current = start
    setDismissed(null)
    setSlash({ start, query })
    replace(at, at, typed, { start: typed.length, end: typed.length })
  }
  const close = (): void => {
    if (!slash) return
    const isOwn = ownSlash.current === slash.start
    ownSlash.current = null
    if (!isOwn || slash.query !== '') {
      field.current?.focus()
      return setDismissed(slash.start)
    }
    replace(slash.start, end, '', { start: 0, end: 0 })
    setSlash(null)
  }
  const pick = (piece: string): void => {
    if (!slash) return
    const [first] = unfilledIn(piece)
    replace(slash.start, end, piece, first ?? { start: piece.length, end: piece.length })
    setSlash(null)
  }
  return { isOpen, query: slash?.query ?? '', look, toggle: isOpen ? close : () => open(), open, close, pick }
}

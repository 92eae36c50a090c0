import { useVirtualizer, type Virtualizer } from '@tanstack/react-virtual'
import { useCallback, useEffect, useLayoutEffect, useRef, useState, type RefObject } from 'react'
import type { Row } from './thread-rows.ts'

const nearEndPx = 80
/** The next page is asked for so far before its place comes into sight. */
const loadWithinPx = 1_200
/** Where nothing is measured, as in a page without layout, the last rows are drawn. */
const unmeasuredRows = 60

interface Place {
  rows: readonly Row[]
  isReady: boolean
  hasEarlier: boolean
  hasLater: boolean
  onNear: (side: 'earlier' | 'later') => void
}

export interface ThreadScroll {
  log: RefObject<HTMLDivElement | null>
  virtualizer: Virtualizer<HTMLDivElement, HTMLDivElement>
  visible: { index: number; key: string }[]
  /** Pixels before the first drawn row. */
  top: number
  height: number
  /** The last message of all is in sight. */
  isAtEnd: boolean
  isAtTop: boolean
  onScroll: () => void
  toEnd: () => void
  toRow: (index: number) => void
}

/** Rows of about their usual height until they are measured; pictures and players have their boxes. */
function estimate(row: Row | undefined): number {
  if (!row) return 60
  const lead = row.lead.startedOf || row.lead.dayAt || row.lead.isNew ? 26 : 0
  if (row.kind !== 'message') return 60 + lead
  const { text, attachments } = row.message
  return 40 + lead + Math.ceil(text.length / 62) * 20 + attachments.length * 150
}

/**
 * Draws of a thread only what is near the view, and keeps its reader where he is: at the end it follows new rows;
 * scrolled up it stays at his message, also when pages are put in front or let go. Heights are measured once for each key.
 */
export function useThreadScroll({ rows, isReady, hasEarlier, hasLater, onNear }: Place): ThreadScroll {
  const log = useRef<HTMLDivElement>(null)
  const [isAtEnd, setIsAtEnd] = useState(true)
  const [isAtTop, setIsAtTop] = useState(false)
  const atEnd = useRef(true)
  const shownHeight = useRef(0)
  // A new function would make the places of all rows anew, in each frame of scrolling.
  const keyOf = useCallback((index: number) => rows[index]?.key ?? index, [rows])
  // oxlint-disable-next-line react/incompatible-library -- no compiler memoises here, so its changing functions are harmless
  const virtualizer = useVirtualizer<HTMLDivElement, HTMLDivElement>({
    count: rows.length,
    enabled: isReady,
    getScrollElement: () => log.current,
    estimateSize: (index) => estimate(rows[index]),
    getItemKey: keyOf,
    anchorTo: 'end',
    followOnAppend: !hasLater,
    scrollEndThreshold: nearEndPx,
    overscan: 8,
    gap: 9,
    paddingStart: 12,
    paddingEnd: 8,
  })
  const target = useKeptTarget(rows, log, isReady, virtualizer)
  const toEnd = useCallback(() => {
    target.current = null
    atEnd.current = true
    setIsAtEnd(true)
    virtualizer.scrollToEnd()
  }, [virtualizer, target])
  const toRow = useCallback(
    (index: number, align: 'center' | 'start' = 'center') => {
      atEnd.current = false
      const key = virtualizer.options.getItemKey(index)
      target.current = { key, index, align, until: performance.now() + settleMs }
      virtualizer.scrollToIndex(index, { align })
    },
    [virtualizer, target],
  )
  const onScroll = useCallback(() => {
    const element = log.current
    if (!element) return
    const { scrollTop, scrollHeight, clientHeight } = element
    const hasShrunk = clientHeight < shownHeight.current
    shownHeight.current = clientHeight
    // Nobody scrolled away: the composer, or the quick replies in it, took the place.
    if (hasShrunk && atEnd.current) return virtualizer.scrollToEnd()
    const left = scrollHeight - scrollTop - clientHeight
    atEnd.current = left <= nearEndPx && !hasLater
    setIsAtEnd(atEnd.current)
    setIsAtTop(scrollTop < nearEndPx)
    if (hasEarlier && scrollTop < loadWithinPx) onNear('earlier')
    if (hasLater && left < loadWithinPx) onNear('later')
  }, [virtualizer, hasEarlier, hasLater, onNear])

  useOpening(rows, isReady, toRow, toEnd)
  // A page that came may be short: as long as its end is near the next is asked for.
  useEffect(() => {
    if (isReady) onScroll()
  }, [isReady, rows.length, onScroll])
  useKeptEnd({ log, isReady, virtualizer, atEnd, shownHeight, onScroll })

  const height = virtualizer.getTotalSize()
  return { ...drawn(rows, virtualizer), log, virtualizer, height, isAtEnd, isAtTop, onScroll, toEnd, toRow }
}

type Rows = Virtualizer<HTMLDivElement, HTMLDivElement>

function drawn(rows: readonly Row[], virtualizer: Rows): Pick<ThreadScroll, 'visible' | 'top'> {
  const items = virtualizer.getVirtualItems()
  if (items.length > 0)
    return { visible: items.map(({ index, key }) => ({ index, key: String(key) })), top: items[0]?.start ?? 0 }
  const from = Math.max(0, rows.length - unmeasuredRows)
  return { visible: rows.slice(from).map(({ key }, i) => ({ index: from + i, key })), top: 0 }
}

/** The way to a row has an end by then. */
const settleMs = 1_500
interface Target {
  key: unknown
  index: number
  align: 'center' | 'start'
  until: number
}

/**
 * A row that is gone to while heights are still measured is looked for by its number; where a page has come in front of
 * it meanwhile it has another one.
 */
function useKeptTarget(
  rows: readonly Row[],
  log: RefObject<HTMLDivElement | null>,
  isReady: boolean,
  virtualizer: Rows,
): { current: Target | null } {
  const target = useRef<Target | null>(null)
  useLayoutEffect(() => {
    const wanted = target.current
    if (!wanted) return
    if (performance.now() > wanted.until) target.current = null
    const index = target.current ? rows.findIndex(({ key }) => key === wanted.key) : -1
    if (index < 0 || index === wanted.index) return
    wanted.index = index
    virtualizer.scrollToIndex(index, { align: wanted.align })
  }, [rows, virtualizer])
  // Whoever scrolls himself goes where he wants.
  useEffect(() => {
    const element = log.current
    const forget = (): void => void (target.current = null)
    const ways = ['wheel', 'touchmove', 'pointerdown', 'keydown'] as const
    for (const way of ways) element?.addEventListener(way, forget, { passive: true })
    return () => ways.forEach((way) => element?.removeEventListener(way, forget))
  }, [log, isReady])
  return target
}

/** Opening: to the first new message, or to the end. */
function useOpening(
  rows: readonly Row[],
  isReady: boolean,
  toRow: (index: number, align: 'start') => void,
  toEnd: () => void,
): void {
  const opened = useRef(false)
  useLayoutEffect(() => {
    if (!isReady || opened.current) return
    opened.current = true
    const first = rows.findIndex(({ lead }) => lead.isNew)
    if (first < 0) return toEnd()
    toRow(first, 'start')
  }, [isReady, rows, toEnd, toRow])
}

interface KeptEnd {
  log: RefObject<HTMLDivElement | null>
  isReady: boolean
  virtualizer: Rows
  atEnd: { current: boolean }
  shownHeight: { current: number }
  onScroll: () => void
}

/** The composer grows, the window changes: the end stays in sight. */
function useKeptEnd({ log, isReady, virtualizer, atEnd, shownHeight, onScroll }: KeptEnd): void {
  useEffect(() => {
    const element = log.current
    if (!element || typeof ResizeObserver === 'undefined') return
    const observer = new ResizeObserver(() => {
      shownHeight.current = element.clientHeight
      if (atEnd.current) virtualizer.scrollToEnd()
      // With more room the end may have come into sight, and nothing scrolls to say so.
      else onScroll()
    })
    observer.observe(element)
    return () => observer.disconnect()
  }, [log, isReady, virtualizer, atEnd, shownHeight, onScroll])
}

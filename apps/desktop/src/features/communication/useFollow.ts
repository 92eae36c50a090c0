import { useCallback, useEffect, useLayoutEffect, useRef, useState, type RefObject } from 'react'

const nearEndPx = 80
const anchors = typeof CSS !== 'undefined' && CSS.supports('overflow-anchor', 'auto')

interface Follow {
  log: RefObject<HTMLDivElement | null>
  /** The last message is in sight. */
  isAtEnd: boolean
  onScroll: () => void
  toEnd: () => void
}

/**
 * Keeps a thread where its reader is: at the end it follows new rows; scrolled up it stays, also when earlier rows are
 * put in front. `firstKey` changes when that happens; `threadId` when another thread is shown.
 */
export function useFollow(threadId: string, rowCount: number, firstKey: string | undefined, isReady: boolean): Follow {
  const log = useRef<HTMLDivElement>(null)
  const [isAtEnd, setIsAtEnd] = useState(true)
  const atEnd = useRef(true)
  const before = useRef({ firstKey, height: 0, top: 0 })
  const shownHeight = useRef(0)
  const note = (value: boolean): void => {
    atEnd.current = value
    setIsAtEnd(value)
  }
  const onScroll = useCallback(() => {
    const element = log.current
    if (!element) return
    before.current.top = element.scrollTop
    const hasShrunk = element.clientHeight < shownHeight.current
    shownHeight.current = element.clientHeight
    // Nobody scrolled away: the composer, or the quick replies in it, took the place.
    if (hasShrunk && atEnd.current) return void (element.scrollTop = element.scrollHeight)
    note(element.scrollHeight - element.scrollTop - element.clientHeight <= nearEndPx)
  }, [])
  const toEnd = useCallback(() => {
    const element = log.current
    if (element) element.scrollTop = element.scrollHeight
    note(true)
  }, [])

  // Opening: to the first new message, or to the end.
  useLayoutEffect(() => {
    if (!isReady) return
    const mark = log.current?.querySelector<HTMLElement>('[data-new]')
    if (!mark || !log.current) return toEnd()
    log.current.scrollTop = mark.offsetTop - 40
    onScroll()
  }, [threadId, isReady, onScroll, toEnd])

  useLayoutEffect(() => {
    const element = log.current
    if (!element) return
    const was = before.current
    const hasEarlier = was.firstKey !== undefined && firstKey !== was.firstKey
    if (atEnd.current && !hasEarlier) element.scrollTop = element.scrollHeight
    // Browsers that hold the place by themselves do not do it at the very top.
    else if (hasEarlier && (!anchors || element.scrollTop === 0)) element.scrollTop += element.scrollHeight - was.height
    before.current = { firstKey, height: element.scrollHeight, top: element.scrollTop }
  }, [rowCount, firstKey])

  // The composer grows, pictures come, the window changes: the end stays in sight.
  useEffect(() => {
    const element = log.current
    if (!element || typeof ResizeObserver === 'undefined') return
    const observer = new ResizeObserver(() => {
      shownHeight.current = element.clientHeight
      if (atEnd.current) element.scrollTop = element.scrollHeight
    })
    observer.observe(element)
    if (element.firstElementChild) observer.observe(element.firstElementChild)
    return () => observer.disconnect()
  }, [threadId, isReady])
  return { log, isAtEnd, onScroll, toEnd }
}

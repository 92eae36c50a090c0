import type { RefObject } from 'preact'
import { useEffect, useLayoutEffect, useRef, useState } from 'preact/hooks'
import { lastSeq } from '../chat/thread.ts'
import type { State } from '../store.ts'
import { useWidget } from './context.ts'

/** Within so many pixels of the end the thread follows what arrives. */
const nearPx = 80

/** Follows the end, keeps the place when earlier messages come in above, and counts what arrives below. */
export function useThreadScroll({ messages, outbox, hasEarlier, isOpen }: State) {
  const { earlier, seen } = useWidget()
  const boxRef = useRef<HTMLDivElement>(null)
  const isAtEndRef = useRef(true)
  const heightBeforeRef = useRef<number | null>(null)
  const ownRef = useRef('')
  const seenLastRef = useRef(lastSeq(messages))
  const [isLoading, setLoading] = useState(false)
  const [below, setBelow] = useState(0)

  const toEnd = (): void => {
    if (boxRef.current) boxRef.current.scrollTop = boxRef.current.scrollHeight
    isAtEndRef.current = true
    seenLastRef.current = lastSeq(messages)
    setBelow(0)
  }
  const noteSeen = (): void => {
    if (isOpen && isAtEndRef.current && document.visibilityState === 'visible') seen()
  }
  const loadEarlier = async (): Promise<void> => {
    if (isLoading || !hasEarlier) return
    setLoading(true)
    heightBeforeRef.current = boxRef.current?.scrollHeight ?? null
    // A failure leaves the button in place to press again.
    await earlier().catch(() => {})
    setLoading(false)
  }
  const onScroll = (): void => {
    const box = boxRef.current
    if (!box) return
    isAtEndRef.current = box.scrollHeight - box.scrollTop - box.clientHeight < nearPx
    if (isAtEndRef.current && below > 0) toEnd()
    noteSeen()
    if (box.scrollTop < nearPx && !isAtEndRef.current) void loadEarlier()
  }

  // After each drawing: it is cheap, and no change of the content can be missed.
  // oxlint-disable-next-line react/exhaustive-deps -- it sets the same number again unless something arrived
  useLayoutEffect(() => {
    const box = boxRef.current
    const heightBefore = heightBeforeRef.current
    if (box && heightBefore !== null && box.scrollHeight !== heightBefore) {
      heightBeforeRef.current = null
      if (!isAtEndRef.current) box.scrollTop += box.scrollHeight - heightBefore
    }
    const newestOwn = outbox.at(-1)?.clientMessageId ?? ''
    const hasWritten = newestOwn !== '' && newestOwn !== ownRef.current
    ownRef.current = newestOwn
    if (isAtEndRef.current || hasWritten) toEnd()
    else setBelow(messages.filter((message) => message.seq > seenLastRef.current).length)
    noteSeen()
  })
  useEffect(() => {
    document.addEventListener('visibilitychange', noteSeen)
    return () => document.removeEventListener('visibilitychange', noteSeen)
  })
  useStickyEnd(boxRef, isAtEndRef)
  return { boxRef, below, isLoading, toEnd, loadEarlier, onScroll, onImage: () => isAtEndRef.current && toEnd() }
}

/** The box shrinks when a banner, files or a long text come: the end stays in sight. */
function useStickyEnd(boxRef: RefObject<HTMLElement | null>, isAtEndRef: RefObject<boolean>): void {
  useEffect(() => {
    const box = boxRef.current
    if (!box) return
    const observer = new ResizeObserver(() => {
      if (isAtEndRef.current) box.scrollTop = box.scrollHeight
    })
    observer.observe(box)
    return () => observer.disconnect()
  }, [boxRef, isAtEndRef])
}

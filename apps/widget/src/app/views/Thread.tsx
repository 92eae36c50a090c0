import type { ComponentChildren } from 'preact'
import { useEffect, useLayoutEffect, useRef, useState } from 'preact/hooks'
import { lastSeq } from '../chat/thread.ts'
import type { State } from '../store.ts'
import { useWidget } from './context.ts'
import { MessageList } from './MessageList.tsx'

/** Within so many pixels of the end the thread follows what arrives. */
const nearPx = 80

interface Props {
  state: State
  before?: ComponentChildren
  after?: ComponentChildren
}

/** The scrolled part: earlier messages above on demand, follows the end, or counts what arrived below. */
export function Thread({ state, before, after }: Props) {
  const { t, earlier, seen } = useWidget()
  const box = useRef<HTMLDivElement>(null)
  const isAtEnd = useRef(true)
  const heightBefore = useRef<number | null>(null)
  const [isLoading, setLoading] = useState(false)
  const [below, setBelow] = useState(0)
  const { messages, outbox, typing, hasEarlier, isOpen } = state
  const last = lastSeq(messages)
  const seenLast = useRef(last)

  const toEnd = (): void => {
    if (box.current) box.current.scrollTop = box.current.scrollHeight
    isAtEnd.current = true
    seenLast.current = last
    setBelow(0)
  }
  const noteSeen = (): void => {
    if (isOpen && isAtEnd.current && document.visibilityState === 'visible') seen()
  }
  const loadEarlier = async (): Promise<void> => {
    if (isLoading || !hasEarlier) return
    setLoading(true)
    heightBefore.current = box.current?.scrollHeight ?? null
    // A failure leaves the button in place to press again.
    await earlier().catch(() => {})
    setLoading(false)
  }

  useLayoutEffect(() => {
    const element = box.current
    if (!element) return
    if (heightBefore.current !== null && !isAtEnd.current)
      element.scrollTop += element.scrollHeight - heightBefore.current
    heightBefore.current = null
  }, [messages[0]?.seq])
  useLayoutEffect(() => {
    const ownIsNew = messages.at(-1)?.author.kind === 'customer'
    if (isAtEnd.current || ownIsNew) toEnd()
    else setBelow(messages.filter((message) => message.seq > seenLast.current).length)
    noteSeen()
  }, [last, outbox.length, typing, isOpen, state.chat?.state])
  useEffect(() => {
    addEventListener('visibilitychange', noteSeen)
    addEventListener('focus', noteSeen)
    return () => {
      removeEventListener('visibilitychange', noteSeen)
      removeEventListener('focus', noteSeen)
    }
  })
  const onScroll = (): void => {
    const element = box.current
    if (!element) return
    isAtEnd.current = element.scrollHeight - element.scrollTop - element.clientHeight < nearPx
    if (isAtEnd.current && below > 0) toEnd()
    noteSeen()
    if (element.scrollTop < nearPx && !isAtEnd.current) void loadEarlier()
  }
  return (
    <div class="wrap">
      <div class="wth" ref={box} onScroll={onScroll} onLoadCapture={() => isAtEnd.current && toEnd()}>
        {before}
        {hasEarlier && (
          <button type="button" class="link" aria-busy={isLoading} onClick={() => void loadEarlier()}>
            {t('thread.earlier')}
          </button>
        )}
        <MessageList state={state} isQuiet={isLoading} />
        <div role="status" class="typing">
          {typing !== null && (
            <span class="dots">
              <i />
              <i />
              <i />
              <span class="sr">{t('thread.typing', { name: typing })}</span>
            </span>
          )}
        </div>
        {after}
      </div>
      {below > 0 && (
        <button type="button" class="pill" onClick={toEnd}>
          {t('thread.newBelow', { n: below })}
        </button>
      )}
    </div>
  )
}

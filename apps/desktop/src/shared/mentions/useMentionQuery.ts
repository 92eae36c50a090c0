import { useCallback, useEffect, useState, type RefObject } from 'react'
import { knownAt, mentionsAt } from './known.ts'

interface MentionQuery {
  /** Where the @ stands, and where what was typed after it ends. */
  start: number
  end: number
  typed: string
}

/** Two words are enough for a name to be found; an address or a mention that is complete asks nothing. */
const wanted = /(?:^|[^\p{L}\p{N}])@(?<typed>[\p{L}\p{N}\p{M}.'’-]*(?: [\p{L}\p{N}\p{M}.'’-]+)?)$/u

function queryAt(activityId: string, text: string, caret: number): MentionQuery | null {
  const typed = wanted.exec(text.slice(0, caret))?.groups?.typed
  if (typed === undefined) return null
  const start = caret - typed.length - 1
  const isComplete = mentionsAt(text, knownAt(activityId)).some((one) => one.start === start)
  return isComplete ? null : { start, end: caret, typed }
}

/** What is being typed after an @ where the caret stands; null when nothing is, or the list was closed for this @. */
export function useMentionQuery(field: RefObject<HTMLTextAreaElement | null>, activityId: string, text: string) {
  const [caret, setCaret] = useState<number | null>(null)
  const [closedAt, setClosedAt] = useState<number | null>(null)
  useEffect(() => {
    const look = (): void => {
      const element = field.current
      const isHere = element !== null && document.activeElement === element
      setCaret(isHere && element.selectionStart === element.selectionEnd ? element.selectionEnd : null)
    }
    look()
    document.addEventListener('selectionchange', look)
    field.current?.addEventListener('blur', look)
    const element = field.current
    return () => {
      document.removeEventListener('selectionchange', look)
      element?.removeEventListener('blur', look)
    }
  }, [field, text])
  const query = caret === null ? null : queryAt(activityId, text, caret)
  const start = query?.start ?? null
  const close = useCallback(() => setClosedAt(start), [start])
  return { query: query !== null && query.start === closedAt ? null : query, close }
}

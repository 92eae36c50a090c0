import { useCallback, useEffect, useRef } from 'react'
import { socket } from '../../shared/realtime/connection.ts'

const repeatMs = 3_000
const quietMs = 4_000

/** Tells the customer that one types: at most every three seconds, and that one stopped after four without a key. */
export function useTypingSign(activityId: string): { typed: () => void; stopped: () => void } {
  const toldAt = useRef(-Infinity)
  const timer = useRef<ReturnType<typeof setTimeout>>(undefined)
  const stopped = useCallback(() => {
    clearTimeout(timer.current)
    if (toldAt.current === -Infinity) return
    toldAt.current = -Infinity
    socket.volatile('typing', { activityId, isTyping: false })
  }, [activityId])
  const typed = useCallback(() => {
    clearTimeout(timer.current)
    timer.current = setTimeout(stopped, quietMs)
    if (performance.now() - toldAt.current < repeatMs) return
    toldAt.current = performance.now()
    socket.volatile('typing', { activityId, isTyping: true })
  }, [activityId, stopped])
  useEffect(() => stopped, [stopped])
  return { typed, stopped }
}

import type { JoinableRoom } from '@care/contract/wire'
import { useEffect } from 'react'
import { socket } from './connection.ts'

/** How many components want each room; the room is left with the last one. */
const wanted = new Map<string, number>()

/**
 * Joins a room while mounted, and again after each reconnect. `onJoined` runs after every acknowledged join: fetch
 * there what may have been said between the read and the join. A refused join is silent, the read shows the refusal.
 */
export function useRoom(room: JoinableRoom, id: string | null, onJoined?: (id: string) => void): void {
  useEffect(() => {
    if (id === null) return
    const key = `${room}:${id}`
    let isGone = false
    const join = (): void => {
      if (!socket.isConnected) return
      socket.emit('join', { room, id }).then(
        () => isGone || onJoined?.(id),
        () => undefined,
      )
    }
    wanted.set(key, (wanted.get(key) ?? 0) + 1)
    join()
    const stop = socket.onConnect(join)
    return () => {
      isGone = true
      stop()
      const left = (wanted.get(key) ?? 1) - 1
      if (left > 0) return void wanted.set(key, left)
      wanted.delete(key)
      if (socket.isConnected) socket.emit('leave', { room, id }).catch(() => undefined)
    }
    // oxlint-disable-next-line react/exhaustive-deps -- `onJoined` is taken from the render that changed the room; making callers memoise it buys nothing
  }, [room, id])
}

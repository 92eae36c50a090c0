import { createLiteSocket, type LiveSocket } from '@care/client'
import type { QueryClient } from '@tanstack/react-query'
import { create } from 'zustand'
import { holdReads } from '../api/first-reads.ts'
import { useSession } from '../session.ts'
import type { DeskPushes } from './events.ts'

interface ConnectionState {
  /** `connecting` only until the first connect; later losses are `reconnecting`. */
  state: 'connecting' | 'connected' | 'reconnecting'
  /** Number of the running try, for "Reconnecting, try 3". */
  tries: number
}

/** Whether the desk is live; screens disable what needs the server while it is not. */
export const useConnection = create<ConnectionState>()(() => ({ state: 'connecting', tries: 0 }))

export const useIsOffline = (): boolean => useConnection(({ state }) => state === 'reconnecting')

export const socket: LiveSocket<DeskPushes> = createLiteSocket<DeskPushes>('desk')

/** Tries at once instead of at the end of the pause. */
export const retryNow = (): void => socket.retryNow()

type Listener = (isFirst: boolean) => void
const listeners = new Set<Listener>()

/** Runs after each (re)connect when the rooms are joined again; `isFirst` on the first one. */
export function onConnected(listener: Listener): () => void {
  listeners.add(listener)
  return () => listeners.delete(listener)
}

const pauseAfterRefusalMs = 3_000
/** A connection takes a fraction of it; where it hangs, nobody waits longer for his lists. */
const firstReadsWaitMs = 1_000

/**
 * Opens the connection of this desk. On every connect all that is on screen is fetched again, because what changed
 * meanwhile was pushed to nobody; on the first one only when the first reads did not wait for it. Who one is was read
 * before; the presence in it, all of it that is live, the server tells on each connect.
 */
export function startConnection(client: QueryClient): () => void {
  let retry: ReturnType<typeof setTimeout> | undefined
  const letReadsGo = holdReads(firstReadsWaitMs)
  const stops = [
    socket.onConnect((isFirst) => {
      useConnection.setState({ state: 'connected', tries: 0 })
      const wereHeld = letReadsGo()
      if (!isFirst || !wereHeld) void client.invalidateQueries()
      listeners.forEach((listener) => listener(isFirst))
    }),
    // It dials again by itself, also after the server's farewell; a session that is over ends with a refusal then.
    socket.onDisconnect(() => useConnection.setState({ state: 'reconnecting', tries: 1 })),
    socket.onTry((tries) =>
      useConnection.setState((old) => ({ state: old.state === 'connecting' ? 'connecting' : 'reconnecting', tries })),
    ),
    socket.onRefused((code) => {
      if (code === 'NOT_SIGNED_IN') return useSession.getState().end()
      retry = setTimeout(() => socket.connect(), pauseAfterRefusalMs)
    }),
    // The browser knows of a returned network before the pause is over.
    listen('online', () => socket.isConnected || retryNow()),
  ]
  socket.connect()
  return () => {
    clearTimeout(retry)
    letReadsGo()
    stops.forEach((stop) => stop())
    socket.close()
    useConnection.setState({ state: 'connecting', tries: 0 })
  }
}

function listen(event: string, handler: () => void): () => void {
  addEventListener(event, handler)
  return () => removeEventListener(event, handler)
}

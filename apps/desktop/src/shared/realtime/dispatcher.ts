import type { LiveSocket } from '@care/client'
import { notifyManager, type QueryClient } from '@tanstack/react-query'
import type { DeskEventHandlers, DeskPushes } from './events.ts'

type HandlerMap = Partial<DeskEventHandlers>
type Waiting = () => void

/**
 * Hands each push to every feature that wants it, in order of arrival and at most once a frame: fifty events a second
 * are then one render a frame. Returns the way to stop.
 */
export function startDispatcher(
  socket: Pick<LiveSocket<DeskPushes>, 'on'>,
  client: QueryClient,
  maps: readonly HandlerMap[],
): () => void {
  let waiting: Waiting[] = []
  let timer: ReturnType<typeof setTimeout> | undefined
  const flush = (): void => {
    timer = undefined
    const due = waiting
    waiting = []
    notifyManager.batch(() => due.forEach((apply) => apply()))
  }
  // A timer and not an animation frame: frames stop in a hidden tab, and an offer must ring there too.
  const later = (apply: Waiting): void => {
    waiting.push(apply)
    timer ??= setTimeout(flush, 16)
  }
  const names = new Set(maps.flatMap((map) => Object.keys(map))) as Set<keyof DeskPushes>
  const stops = [...names].map((name) => listen(socket, name, client, maps, later))
  return () => {
    clearTimeout(timer)
    stops.forEach((stop) => stop())
  }
}

function listen<K extends keyof DeskPushes>(
  socket: Pick<LiveSocket<DeskPushes>, 'on'>,
  name: K,
  client: QueryClient,
  maps: readonly HandlerMap[],
  later: (apply: Waiting) => void,
): () => void {
  const handlers = maps.flatMap((map) => map[name] ?? [])
  return socket.on(name, (payload) => later(() => handlers.forEach((handle) => handle(client, payload))))
}

import { type LiveParts, room } from '@care/contract'
import type { OperatorActor } from '../kernel/actor.ts'
import { forbidden } from '../kernel/app-error.ts'
import { describeError } from '../kernel/log.ts'
import type { Services } from '../kernel/services.ts'
import { liveBase, liveSnapshot, type Scope, scopeOf } from '../modules/figures/index.ts'
import { createCoalescer } from './coalesce.ts'
import type { DeskSocket, Doors } from './sockets.ts'

const key = 'all'
/** What only time changes (a quiet chat frees its place, a day ends) is seen within so long. */
const lookMs = 10_000
/** Other processes hear at most so often that something moved; each of them then waits for its own viewers' pause. */
const hintMs = 25
const parts = ['queues', 'operators', 'waiting'] as const
type Part = (typeof parts)[number]

interface Room {
  scope: Scope
  /** What its viewers have, as it was encoded. */
  sent: Partial<Record<Part, string>>
}

/**
 * Tells whoever watches the live queues of this process, at most four times a second, what changed since they were
 * told last: computed from the database, so that all processes agree, once for each room and encoded once. While nobody
 * watches it does nothing.
 */
export function watchLiveQueues(services: Services, doors: Doors) {
  const rooms = new Map<string, Room>()
  let turn: Promise<void> = Promise.resolve()
  /** One after another, so that nobody is told something older than he knows. */
  const inTurn = (work: () => Promise<void>): Promise<void> => {
    const next = turn.then(work)
    turn = next.catch((error: unknown) =>
      services.log.error({ error: describeError(error) }, 'live queues could not be told'),
    )
    return next
  }
  const forgetEmpty = (): void => {
    for (const name of rooms.keys()) if ((doors.desk.adapter.rooms.get(name)?.size ?? 0) === 0) rooms.delete(name)
  }

  async function tellAll(): Promise<void> {
    forgetEmpty()
    if (rooms.size === 0) return
    const now = services.clock.now()
    const base = await liveBase(services.store.read, now)
    for (const [name, watched] of rooms) {
      const change = changeOf(watched, await liveSnapshot(services.store.read, watched.scope, now, base))
      if (change) doors.desk.local.to(name).emit('liveQueues.changed', change)
    }
  }
  const viewers = createCoalescer(() => void inTurn(tellAll).catch(() => undefined))
  const touch = (): void => {
    if (rooms.size > 0) viewers.touch(key)
  }
  const others = createCoalescer(() => doors.desk.serverSideEmit('liveQueues'), hintMs)
  const timer = setInterval(touch, lookMs)
  doors.desk.on('liveQueues', touch)

  return {
    /** Something moved: told here and on the other processes. */
    moved: (): void => {
      touch()
      if (services.config.redisUrl !== null) others.touch(key)
    },
    /** Lets a desk watch; all of it is on its way to him before the join is acknowledged. */
    async join(socket: DeskSocket, actor: OperatorActor): Promise<void> {
      if (!actor.permissions.has('queues.view')) throw forbidden('needs the permission queues.view')
      const scope = scopeOf(actor)
      const name = nameOf(scope)
      await inTurn(async () => {
        const snapshot = await liveSnapshot(services.store.read, scope, services.clock.now())
        if (!rooms.has(name)) rooms.set(name, { scope, sent: encode(snapshot) })
        await socket.join(name)
        socket.emit('liveQueues.changed', snapshot)
      })
    },
    async leave(socket: DeskSocket): Promise<void> {
      for (const name of socket.rooms) if (name.startsWith(room.liveQueues(''))) await socket.leave(name)
      forgetEmpty()
    },
    close: (): void => {
      clearInterval(timer)
      viewers.flush()
      others.flush()
    },
    idle: (): Promise<void> => turn,
  }
}
export type LiveQueuesWatch = ReturnType<typeof watchLiveQueues>

const nameOf = (scope: Scope): string => room.liveQueues(scope === null ? '*' : scope.join(','))

const encode = (snapshot: LiveParts): Record<Part, string> => ({
  queues: JSON.stringify(snapshot.queues),
  operators: JSON.stringify(snapshot.operators),
  waiting: JSON.stringify(snapshot.waiting),
})

/** The parts that differ from what the room has; null when none does. */
function changeOf(watched: Room, snapshot: LiveParts) {
  const now = encode(snapshot)
  const changed = parts.filter((part) => now[part] !== watched.sent[part])
  watched.sent = now
  if (changed.length === 0) return null
  return {
    at: snapshot.at,
    ...(changed.includes('queues') ? { queues: snapshot.queues } : {}),
    ...(changed.includes('operators') ? { operators: snapshot.operators } : {}),
    ...(changed.includes('waiting') ? { waiting: snapshot.waiting } : {}),
  }
}

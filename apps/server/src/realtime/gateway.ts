import { namespaces } from '@care/contract'
import type { Server as HttpServer } from 'node:http'
import { Server } from 'socket.io'
import type { Services } from '../kernel/services.ts'
import { beat, forgetProcess } from '../modules/routing/index.ts'
import { system } from '../kernel/actor.ts'
import type { Bus } from './adapter.ts'
import { createLine, type SocketParts } from './calls.ts'
import { openDesk } from './desk.ts'
import { recheckRooms } from './recheck.ts'
import type { Doors } from './sockets.ts'
import { openWidgetDoor } from './widget.ts'
import { describeError } from '../kernel/log.ts'

const beatMs = 5_000

/** The Socket.IO server, websocket only: any load balancer will do, and no session sticks to a process. */
export function openDoors(bus: Bus | null): Doors {
  const io = new Server({
    transports: ['websocket'],
    serveClient: false,
    perMessageDeflate: false,
    httpCompression: false,
    // Half-dead connections are noticed within half a minute.
    pingInterval: 20_000,
    pingTimeout: 10_000,
    connectTimeout: 10_000,
    // The longest message, four bytes a character, and room for the frame.
    maxHttpBufferSize: 256 * 1024,
    ...(bus ? { adapter: bus.adapter } : {}),
  })
  io.of('/').use((_, next) => next(new Error('NOT_FOUND')))
  return { io, desk: io.of(namespaces.desk), widget: io.of(namespaces.widget) }
}

/** Opens both namespaces and says every few seconds that this process lives. */
export function openGateway(parts: Omit<SocketParts, 'line'>, doors: Doors, http: HttpServer, processId: string) {
  const { services, metrics } = parts
  const line = createLine()
  const desk = openDesk({ ...parts, line }, doors, processId)
  const widget = openWidgetDoor({ ...parts, line }, doors)
  doors.io.attach(http)
  doors.desk.on('recheck', (rooms) => void recheckRooms(services, doors, rooms))
  metrics.countSockets(() => ({ desk: doors.desk.sockets.size, widget: doors.widget.sockets.size }))
  const alive = async (): Promise<void> => {
    const { isNew } = await beat(services, processId)
    if (isNew) desk.announce()
  }
  const timer = setInterval(
    () => void alive().catch((error: unknown) => services.log.warn({ error: describeError(error) }, 'beat failed')),
    beatMs,
  )

  return {
    start: alive,
    /**
     * Answers the calls in hand, then closes the connections below the sockets: clients connect again by themselves, to
     * another process.
     */
    async close(): Promise<void> {
      clearInterval(timer)
      await line.close()
      widget.close()
      for (const socket of [...doors.desk.sockets.values(), ...doors.widget.sockets.values()]) socket.conn.close()
      // A client that does not answer keeps nobody waiting: the others find its row without a process.
      for (let tries = 0; doors.desk.sockets.size > 0 && tries < 40; tries++)
        await new Promise((resolve) => setTimeout(resolve, 50))
      await Promise.all([desk.idle(), widget.idle()])
      await services.execute(forgetProcess, system, { processId, notSeenSince: services.clock.now() })
    },
  }
}
export type Gateway = ReturnType<typeof openGateway>

/** Looks again at rooms here and on the other processes. */
export async function recheckEverywhere(services: Services, doors: Doors, rooms: string[]): Promise<void> {
  if (rooms.length === 0) return
  if (services.config.redisUrl !== null) doors.desk.serverSideEmit('recheck', rooms)
  await recheckRooms(services, doors, rooms)
}

import { mkdir } from 'node:fs/promises'
import { createServer } from 'node:http'
import { fileURLToPath } from 'node:url'
import { channelHandlers, channels } from './channels/index.ts'
import { tellPlaces } from './channels/chat/index.ts'
import type { Config } from './config.ts'
import { openStore } from './db/open.ts'
import type { Store } from './db/store.ts'
import type { Health } from './http/health.ts'
import { createHttp } from './http/server.ts'
import { createInvoke } from './http/invoke.ts'
import { createMetrics } from './http/metrics.ts'
import { type Clock, systemClock } from './kernel/clock.ts'
import type { AnyEvent } from './kernel/event.ts'
import { createExecute } from './kernel/execute.ts'
import type { Handlers } from './kernel/handler.ts'
import { newId } from './kernel/ids.ts'
import { createJobRunner } from './kernel/jobs.ts'
import { describeError, type Log } from './kernel/log.ts'
import type { Services } from './kernel/services.ts'
import { createSweepRunner } from './kernel/sweep.ts'
import { handlers as deskHandlers, modules as deskModules } from './modules/index.ts'
import { openBus } from './realtime/adapter.ts'
import { openDoors, openGateway, recheckEverywhere } from './realtime/gateway.ts'
import { type LiveQueuesWatch, watchLiveQueues } from './realtime/live-queues.ts'
import { createLive, type FlushableLive } from './realtime/live.ts'
import type { Doors } from './realtime/sockets.ts'
import { createPublisher } from './realtime/publish.ts'
import { roomsToRecheck } from './realtime/recheck.ts'
import { sweeps } from './sweeps/index.ts'
import { type Process, startProcess, stopProcess } from './process.ts'

const handlers: Handlers = { ...deskHandlers, ...channelHandlers }
const modules = [...deskModules, ...channels]

const folderOf = (path: string): string => fileURLToPath(new URL(`../../${path}`, import.meta.url))
const folders = { desktop: folderOf('desktop/dist'), widget: folderOf('widget/dist'), demo: folderOf('widget/demo') }

export interface AppOptions {
  log: Log
  clock?: Clock
  /** An open, migrated store that somebody else closes. */
  store?: Store
}

/** Composes a process from its parts. Nothing runs and nothing listens before `start`. */
export async function createApp(config: Config, { clock = systemClock, log, store: given }: AppOptions) {
  await mkdir(config.dataDir, { recursive: true })
  const processId = newId(clock.now())
  const store = given ?? openStore(config.databaseUrl)
  const bus = config.redisUrl === null ? null : await openBus(config.redisUrl, log)
  const doors = openDoors(bus)
  let isStopping = false

  const queueMoved = (queueId: string): void => {
    tellPlaces(services, queueId).then(
      (pushes) => sockets.push(pushes),
      (error: unknown) => log.error({ error: describeError(error) }, 'places could not be told'),
    )
  }
  const sockets = createLive(doors, queueMoved, () => liveQueues.moved(), bus === null)
  // Behind what is on its way: who is put out is told why first.
  const disconnect = (room: string): void => publisher.afterwards(() => sockets.disconnect(room))
  const live: FlushableLive = { ...sockets, disconnect }
  const afterCommit = (events: readonly AnyEvent[], owesJobs: boolean): void => {
    publisher.publish(events)
    if (!owesJobs) return
    if (config.roles.has('worker')) jobs.wake()
    else doors.desk.serverSideEmit('wake')
  }
  const execute = createExecute({ store, clock, modules, afterCommit })
  const services: Services = { config, processId, store, clock, log, execute, live }
  const publisher = createPublisher(services, modules, (events) =>
    recheckEverywhere(services, doors, roomsToRecheck(events)),
  )
  const liveQueues = watchLiveQueues(services, doors)
  const jobs = createJobRunner(services, modules)
  const health = { isStopping: () => isStopping, pingBus: bus ? () => bus.ping() : null }
  const web = createWeb(services, doors, processId, health, liveQueues)
  if (config.roles.has('worker')) doors.desk.on('wake', () => jobs.wake())

  const parts = { liveQueues, jobs, sweeps: createSweepRunner(services, sweeps), publisher, doors }
  const process: Process = { ...parts, ...web, services: { ...services, live }, bus }
  return {
    config,
    processId,
    services,
    ...parts,
    /** Processes that start together wait for each other. */
    migrate: () => store.migrate(),
    start: ({ hasTimers = true } = {}) => startProcess(process, hasTimers),
    async stop(): Promise<void> {
      if (isStopping) return
      isStopping = true
      await stopProcess(process)
      if (!given) await store.close()
    },
  }
}
export type App = Awaited<ReturnType<typeof createApp>>

/** HTTP and sockets of a process; one that only works has no sockets and answers only about its health. */
function createWeb(services: Services, doors: Doors, processId: string, health: Health, liveQueues: LiveQueuesWatch) {
  const metrics = createMetrics(services)
  const invoke = createInvoke(services, handlers)
  const { app, running } = createHttp({ services, invoke, metrics, health, folders })
  const server = createServer(app)
  const isWeb = services.config.roles.has('web')
  const gateway = isWeb ? openGateway({ services, invoke, metrics, liveQueues }, doors, server, processId) : null
  return { server, gateway, running }
}

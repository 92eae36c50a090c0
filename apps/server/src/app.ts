import { mkdir } from 'node:fs/promises'
import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { channelHandlers, channels } from './channels/index.ts'
import { tellPlaces } from './channels/chat/index.ts'
import type { Config } from './config.ts'
import { openStore } from './db/open.ts'
import type { Store } from './db/store.ts'
import { createHttp } from './http/server.ts'
import { createInvoke } from './http/invoke.ts'
import { createMetrics } from './http/metrics.ts'
import { type Clock, systemClock } from './kernel/clock.ts'
import type { AnyEvent } from './kernel/event.ts'
import { createExecute } from './kernel/execute.ts'
import type { Handlers } from './kernel/handler.ts'
import { newId } from './kernel/ids.ts'
import { createJobRunner } from './kernel/jobs.ts'
import type { Log } from './kernel/log.ts'
import type { Services } from './kernel/services.ts'
import { createSweepRunner } from './kernel/sweep.ts'
import { handlers as deskHandlers, modules as deskModules } from './modules/index.ts'
import { openBus } from './realtime/adapter.ts'
import { openDoors, openGateway, recheckEverywhere } from './realtime/gateway.ts'
import { createLive } from './realtime/live.ts'
import { createPublisher } from './realtime/publish.ts'
import { roomsToRecheck } from './realtime/recheck.ts'
import { sweeps } from './sweeps/index.ts'

const handlers: Handlers = { ...deskHandlers, ...channelHandlers }
const modules = [...deskModules, ...channels]
/** How long a graceful stop waits for what runs. */
const patienceMs = 10_000

const folderOf = (path: string): string => new URL(`../../${path}`, import.meta.url).pathname
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

  const live = createLive(doors, (queueId) => {
    tellPlaces(services, queueId).then(live.push, (error: unknown) =>
      log.error({ error: String(error) }, 'places could not be told'),
    )
  })
  const afterCommit = (events: readonly AnyEvent[], owesJobs: boolean): void => {
    publisher.publish(events)
    if (!owesJobs) return
    if (config.roles.has('worker')) jobs.wake()
    else doors.desk.serverSideEmit('wake')
  }
  const execute = createExecute({ store, clock, modules, afterCommit })
  const services: Services = { config, store, clock, log, execute, live }
  const publisher = createPublisher(services, modules, (events) =>
    recheckEverywhere(services, doors, roomsToRecheck(events)),
  )
  const jobs = createJobRunner(services, modules)
  const sweepRunner = createSweepRunner(services, sweeps)
  const metrics = createMetrics(services)
  const invoke = createInvoke(services, handlers)
  const { app, running } = createHttp({
    services,
    invoke,
    metrics,
    health: { isStopping: () => isStopping, pingBus: bus?.ping ?? null },
    folders,
  })
  const server = createServer(app)
  const gateway = config.roles.has('web') ? openGateway({ services, invoke, metrics }, doors, server, processId) : null
  if (config.roles.has('worker')) doors.desk.on('wake', () => jobs.wake())

  /** Migrates; processes that start together wait for each other. */
  const migrate = (): Promise<void> => store.migrate()

  /** Serves from now on; resolves with the port. Without timers nothing happens by itself but what a command owes. */
  async function start({ hasTimers = true } = {}): Promise<number> {
    await gateway?.start()
    await new Promise<void>((resolve, reject) => {
      server.once('error', reject)
      server.listen(config.port, config.host, () => {
        server.off('error', reject)
        resolve()
      })
    })
    if (config.roles.has('worker') && hasTimers) {
      jobs.start()
      sweepRunner.start()
    }
    return (server.address() as AddressInfo).port
  }

  /** Takes nothing new, finishes what runs (10 s at most), tells clients to go elsewhere, closes the store. */
  async function stop(): Promise<void> {
    if (isStopping) return
    isStopping = true
    const deadline = Date.now() + patienceMs
    const within = (work: Promise<unknown>): Promise<unknown> =>
      Promise.race([work, new Promise((resolve) => setTimeout(resolve, Math.max(0, deadline - Date.now())).unref())])
    server.close()
    server.closeIdleConnections()
    await within(Promise.all([gateway?.close(), waitUntil(() => running() === 0), sweepRunner.stop(), jobs.stop()]))
    live.flush()
    await within(publisher.idle())
    server.closeAllConnections()
    await within(doors.io.close())
    await bus?.close()
    if (!given) await store.close()
  }
  return { config, processId, services, migrate, start, stop, jobs, sweeps: sweepRunner, publisher }
}
export type App = Awaited<ReturnType<typeof createApp>>

async function waitUntil(isDone: () => boolean): Promise<void> {
  while (!isDone()) await new Promise((resolve) => setTimeout(resolve, 20))
}

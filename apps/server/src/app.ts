import { mkdir } from 'node:fs/promises'
import { createServer } from 'node:http'
import { fileURLToPath } from 'node:url'
import {
  type ChannelKind,
  type ChannelKinds,
  channelHandlers,
  channelKinds,
  channels,
  deskChannelHandlers,
  createConnectorRunner,
  createHooks,
  intakesModule,
  channelSweeps,
  createMailListener,
  kindsById,
  type Listener,
} from './channels/index.ts'
import { tellPlaces } from './channels/chat/index.ts'
import type { Config } from './config.ts'
import { openStore } from './db/open.ts'
import type { JobLane } from './db/schema/kernel.ts'
import type { Store } from './db/store.ts'
import type { DemoMail } from './http/demo-mail.ts'
import type { Health } from './http/health.ts'
import { createHttp } from './http/server.ts'
import { createInvoke } from './http/invoke.ts'
import { createMetrics } from './http/metrics.ts'
import { type Clock, systemClock } from './kernel/clock.ts'
import type { AnyEvent } from './kernel/event.ts'
import { createExecute } from './kernel/execute.ts'
import type { Handlers } from './kernel/handler.ts'
import { newId } from './kernel/ids.ts'
import { createSecrets, keyOfFile, type Secrets } from './kernel/secrets.ts'
import { createJobRunner } from './kernel/jobs.ts'
import { describeError, type Log } from './kernel/log.ts'
import type { Services } from './kernel/services.ts'
import { createSweepRunner } from './kernel/sweep.ts'
import { handlers as deskHandlers, modules as deskModules } from './modules/index.ts'
import { type Bus, openBus } from './realtime/adapter.ts'
import { openDoors, openGateway, recheckEverywhere } from './realtime/gateway.ts'
import { type LiveQueuesWatch, watchLiveQueues } from './realtime/live-queues.ts'
import { createLive, type FlushableLive } from './realtime/live.ts'
import type { Doors } from './realtime/sockets.ts'
import { createPublisher } from './realtime/publish.ts'
import { roomsToRecheck } from './realtime/recheck.ts'
import { sweeps } from './sweeps/index.ts'
import { type Process, startProcess, stopProcess } from './process.ts'

const folderOf = (path: string): string => fileURLToPath(new URL(`../../${path}`, import.meta.url))
const folders = { desktop: folderOf('desktop/dist'), widget: folderOf('widget/dist'), demo: folderOf('widget/demo') }

export interface AppOptions {
  log: Log
  clock?: Clock
  /** An open, migrated store that somebody else closes. */
  store?: Store
  /** Those of the product, unless a test brings its own. */
  kinds?: readonly ChannelKind[]
}

/** Composes a process from its parts. Nothing runs and nothing listens before `start`. */
export async function createApp(
  config: Config,
  { clock = systemClock, log, store: given, kinds: list = channelKinds }: AppOptions,
) {
  await mkdir(config.dataDir, { recursive: true })
  const processId = newId(clock.now())
  const kinds = kindsById(list)
  const modules = [...deskModules, ...channels, intakesModule(kinds)]
  const store = given ?? openStore(config.databaseUrl)
  const bus = config.redisUrl === null ? null : await openBus(config.redisUrl, log)
  const doors = openDoors(bus)
  let isStopping = false

  const queueMoved = (queueId: string): void =>
    void tellPlaces(services, queueId)
      .then((pushes) => sockets.push(pushes))
      .catch((error: unknown) => log.error({ error: describeError(error) }, 'places could not be told'))
  const sockets = createLive(doors, queueMoved, () => liveQueues.moved(), bus === null)
  // Behind what is on its way: who is put out is told why first.
  const live: FlushableLive = { ...sockets, disconnect: (room) => publisher.afterwards(() => sockets.disconnect(room)) }
  const afterCommit = (events: readonly AnyEvent[], owed: ReadonlySet<JobLane>): void => {
    publisher.publish(events)
    if (config.roles.has('worker') && events.some(({ type }) => type.startsWith('channel.'))) connectors.wake()
    if (owed.size === 0) return
    if (config.roles.has('worker')) jobs.wake(owed)
    else doors.desk.serverSideEmit('wake')
  }
  const execute = createExecute({ store, clock, modules, afterCommit })
  const services: Services = { config, processId, store, clock, log, execute, live, secrets: await openSecrets(config) }
  const recheck = (events: readonly AnyEvent[]) => recheckEverywhere(services, doors, roomsToRecheck(events))
  const publisher = createPublisher(services, modules, recheck)
  const liveQueues = watchLiveQueues(services, doors)
  const jobs = createJobRunner(services, modules)
  const connectors = createConnectorRunner(services, kinds, processId)
  const { mailListener, demoMail } = await createMailDoors(services)
  const web = createWeb(services, doors, { processId, isStopping: () => isStopping, bus, liveQueues, kinds, demoMail })
  if (config.roles.has('worker')) doors.desk.on('wake', () => jobs.wake())

  const parts = {
    liveQueues,
    jobs,
    connectors,
    mailListener,
    sweeps: createSweepRunner(services, [...sweeps, ...channelSweeps()]),
    publisher,
    doors,
  }
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

/** The keys that seal and open the secrets of channels: of the environment, else of a file that the first start makes. */
async function openSecrets({ secretsKey, oldSecretsKeys, dataDir }: Config): Promise<Secrets> {
  return createSecrets(secretsKey ?? (await keyOfFile(dataDir)), oldSecretsKeys === 'lost' ? [] : oldSecretsKeys)
}

/** Where mail comes in; in the demo its customers' server beside it. */
async function createMailDoors(services: Services): Promise<{ mailListener: Listener; demoMail: DemoMail | null }> {
  const mailListener = createMailListener(services)
  if (!services.config.isDemo) return { mailListener, demoMail: null }
  const { createDemoMail } = await import('./demo/index.ts')
  const demoMail = createDemoMail(services, mailListener)
  return { mailListener: demoMail.listener, demoMail }
}

interface WebParts {
  processId: string
  isStopping: () => boolean
  bus: Bus | null
  liveQueues: LiveQueuesWatch
  kinds: ChannelKinds
  demoMail: DemoMail | null
}

/** HTTP and sockets of a process; one that only works has no sockets and answers only about its health. */
function createWeb(
  services: Services,
  doors: Doors,
  { processId, isStopping, bus, liveQueues, kinds, demoMail }: WebParts,
) {
  const health: Health = { isStopping, pingBus: bus && (() => bus.ping()) }
  const metrics = createMetrics(services)
  const handlers: Handlers = { ...deskHandlers, ...channelHandlers, ...deskChannelHandlers(kinds) }
  const invoke = createInvoke(services, handlers)
  const hooks = createHooks(services, kinds)
  const { app, running } = createHttp({ services, invoke, metrics, health, hooks, demoMail, folders })
  const server = createServer(app)
  const isWeb = services.config.roles.has('web')
  const gateway = isWeb ? openGateway({ services, invoke, metrics, liveQueues }, doors, server, processId) : null
  return { server, gateway, running }
}

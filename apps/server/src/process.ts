import type { Server } from 'node:http'
import type { AddressInfo } from 'node:net'
import type { ConnectorRunner, Listener } from './channels/index.ts'
import type { JobRunner } from './kernel/jobs.ts'
import type { Services } from './kernel/services.ts'
import type { SweepRunner } from './kernel/sweep.ts'
import type { Bus } from './realtime/adapter.ts'
import type { Gateway } from './realtime/gateway.ts'
import type { LiveQueuesWatch } from './realtime/live-queues.ts'
import type { FlushableLive } from './realtime/live.ts'
import type { Publisher } from './realtime/publish.ts'
import type { Doors } from './realtime/sockets.ts'

/** How long a graceful stop waits for what runs. */
const patienceMs = 10_000

export interface Process {
  services: Omit<Services, 'live'> & { live: FlushableLive }
  server: Server
  jobs: JobRunner
  sweeps: SweepRunner
  connectors: ConnectorRunner
  mailListener: Listener
  publisher: Publisher
  liveQueues: LiveQueuesWatch
  /** Null in a process that only works. */
  gateway: Gateway | null
  doors: Doors
  bus: Bus | null
  /** Requests that run now. */
  running: () => number
}

/** Serves from now on; resolves with the port. Without timers nothing happens by itself but what commands owe. */
export async function startProcess(parts: Process, hasTimers: boolean): Promise<number> {
  const { server, gateway, jobs, sweeps, connectors, mailListener } = parts
  const { config } = parts.services
  await gateway?.start()
  await new Promise<void>((resolve, reject) => {
    server.once('error', reject)
    server.listen(config.port, config.host, () => {
      server.off('error', reject)
      resolve()
    })
  })
  await mailListener.start()
  if (config.roles.has('worker') && hasTimers) {
    jobs.start()
    sweeps.start()
    connectors.start()
  }
  return (server.address() as AddressInfo).port
}

/** Takes nothing new, finishes what runs (10 s at most) and tells clients to connect elsewhere. */
export async function stopProcess(parts: Process): Promise<void> {
  const { services, server, gateway, jobs, sweeps, connectors, publisher, doors, bus } = parts
  const deadline = Date.now() + patienceMs
  const within = (work: Promise<unknown>): Promise<unknown> =>
    Promise.race([work, new Promise((resolve) => setTimeout(resolve, Math.max(0, deadline - Date.now())).unref())])
  server.close()
  server.closeIdleConnections()
  // First: what it still hears is stored, and its jobs are those of whoever runs next.
  await within(Promise.all([connectors.stop(), parts.mailListener.stop()]))
  await within(Promise.all([gateway?.close(), nothingRuns(parts), sweeps.stop(), jobs.stop()]))
  services.live.flush()
  await within(publisher.idle())
  parts.liveQueues.close()
  await within(parts.liveQueues.idle())
  server.closeAllConnections()
  await within(doors.io.close())
  await bus?.close()
}

async function nothingRuns({ running }: Process): Promise<void> {
  while (running() > 0) await new Promise((resolve) => setTimeout(resolve, 20))
}

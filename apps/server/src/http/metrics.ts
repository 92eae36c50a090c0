import { and, count, eq, inArray, lte, min, ne } from '../db/drizzle.ts'
import type { RequestHandler } from 'express'
import { timingSafeEqual } from 'node:crypto'
import { collectDefaultMetrics, Gauge, Histogram, Registry } from 'prom-client'
import { isLoopback } from '../config.ts'
import { forbidden } from '../kernel/app-error.ts'
import type { Services } from '../kernel/services.ts'
import { hashToken } from '../kernel/token.ts'

export interface Metrics {
  request(endpoint: string, status: number, ms: number): void
  socketCall(endpoint: string, code: string, ms: number): void
  /** Sockets open now, per namespace; asked when somebody looks. */
  countSockets(read: () => Record<string, number>): void
  handler: RequestHandler
}

const buckets = [1, 2.5, 5, 10, 25, 50, 100, 250, 500, 1000, 2500, 5000].map((ms) => ms / 1000)

/** What Prometheus reads at /metrics. Figures of the database are taken when it asks, not kept. */
export function createMetrics(services: Services): Metrics {
  const register = new Registry()
  collectDefaultMetrics({ register, prefix: 'care_' })
  const http = new Histogram({
    name: 'care_http_request_seconds',
    help: 'Time to answer, by endpoint and status',
    labelNames: ['endpoint', 'status'],
    buckets,
    registers: [register],
  })
  const calls = new Histogram({
    name: 'care_socket_call_seconds',
    help: 'Time to answer calls through sockets, by endpoint and code',
    labelNames: ['endpoint', 'code'],
    buckets,
    registers: [register],
  })
  let sockets: () => Record<string, number> = () => ({})
  const open = new Gauge({
    name: 'care_sockets',
    help: 'Open sockets of this process by namespace',
    labelNames: ['namespace'],
    registers: [register],
    collect: () => Object.entries(sockets()).forEach(([namespace, value]) => open.set({ namespace }, value)),
  })
  addStoreMetrics(services, register)
  return {
    request: (endpoint, status, ms) => http.observe({ endpoint, status: String(status) }, ms / 1000),
    socketCall: (endpoint, code, ms) => calls.observe({ endpoint, code }, ms / 1000),
    countSockets: (read) => void (sockets = read),
    handler: async (req, res) => {
      const isLocal =
        isLoopback((req.socket.remoteAddress ?? '').replace('::ffff:', '')) &&
        req.headers['x-forwarded-for'] === undefined
      if (!isLocal && !hasToken(req.headers.authorization, services.config.metricsToken))
        throw forbidden('metrics are for this machine, or for who has METRICS_TOKEN')
      res.setHeader('content-type', register.contentType)
      res.end(await register.metrics())
    },
  }
}

function addStoreMetrics({ store, clock }: Services, register: Registry): void {
  const { activities, queues, jobs } = store.t
  const waiting = new Gauge({
    name: 'care_queue_waiting',
    help: 'Tasks that wait, by queue',
    labelNames: ['queue'],
    registers: [register],
    collect: async () => {
      const lines = await store.read
        .select({ queue: queues.id, tasks: count(activities.id) })
        .from(queues)
        .leftJoin(activities, and(eq(activities.queueId, queues.id), inArray(activities.state, ['waiting', 'offered'])))
        .groupBy(queues.id)
      waiting.reset()
      for (const { queue, tasks } of lines) waiting.set({ queue }, Number(tasks))
    },
  })
  const lag = new Gauge({
    name: 'care_job_lag_seconds',
    help: 'How long the oldest due job has waited',
    registers: [register],
    collect: async () => {
      const now = clock.now()
      const [row] = await store.read
        .select({ oldest: min(jobs.runAt) })
        .from(jobs)
        .where(and(ne(jobs.state, 'failed'), lte(jobs.runAt, now)))
      lag.set(row?.oldest === null || row?.oldest === undefined ? 0 : (now - Number(row.oldest)) / 1000)
    },
  })
  const failed = new Gauge({
    name: 'care_jobs_failed',
    help: 'Jobs that were given up',
    registers: [register],
    collect: async () => {
      const [row] = await store.read.select({ jobs: count() }).from(jobs).where(eq(jobs.state, 'failed'))
      failed.set(Number(row?.jobs ?? 0))
    },
  })
}

function hasToken(authorization: string | undefined, token: string | null): boolean {
  const given = authorization?.match(/^Bearer (.+)$/)?.[1]
  if (given === undefined || token === null) return false
  // Hashes have one length, so that comparing them tells nothing.
  return timingSafeEqual(Buffer.from(hashToken(given)), Buffer.from(hashToken(token)))
}

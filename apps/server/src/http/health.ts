import type { Express } from 'express'
import type { Services } from '../kernel/services.ts'
import type { Metrics } from './metrics.ts'
import { describeError } from '../kernel/log.ts'

export interface Health {
  /** A graceful stop has begun. */
  isStopping(): boolean
  pingBus: (() => Promise<void>) | null
}

const within = <T>(work: Promise<T>, ms: number): Promise<T> =>
  Promise.race([
    work,
    new Promise<never>((_, reject) => setTimeout(() => reject(new Error(`no answer within ${ms} ms`)), ms).unref()),
  ])

/** `/healthz`: the process lives. `/readyz`: it can serve, with what it depends on. `/metrics`: figures. */
export function serveHealth(app: Express, { store, log }: Services, health: Health, metrics: Metrics): void {
  app.get('/healthz', (_req, res) => void res.json({ status: 'ok' }))
  app.get('/readyz', async (_req, res) => {
    const check = async (name: string, ping: () => Promise<void>): Promise<[string, string]> => {
      try {
        await within(ping(), 2_000)
        return [name, 'ok']
      } catch (error) {
        log.warn({ check: name, error: describeError(error) }, 'not ready')
        return [name, 'failed']
      }
    }
    const checks = await Promise.all([
      check('database', () => store.ping()),
      ...(health.pingBus ? [check('redis', health.pingBus)] : []),
    ])
    const isReady = !health.isStopping() && checks.every(([, state]) => state === 'ok')
    res.status(isReady ? 200 : 503).json({
      status: health.isStopping() ? 'stopping' : isReady ? 'ok' : 'failed',
      checks: Object.fromEntries(checks),
    })
  })
  app.get('/metrics', metrics.handler)
}

import type { NextFunction, Request, Response } from 'express'
import type { Log } from '../kernel/log.ts'
import { newId } from '../kernel/ids.ts'
import type { Metrics } from './metrics.ts'

/** What is known of a request while it runs; ids only, nothing that people wrote. */
export interface Trace {
  requestId: string
  endpoint: string
  operatorId: string | null
}

export const traceOf = (res: Response): Trace => res.locals['trace'] as Trace

/** Gives each request its id, counts those that run, and writes one line when it is answered. */
export function createTracing(log: Log, metrics: Metrics) {
  let running = 0
  const trace = (req: Request, res: Response, next: NextFunction): void => {
    const given = req.get('x-request-id')
    const requestId = given !== undefined && /^[\w-]{8,64}$/.test(given) ? given : newId(Date.now())
    const entry: Trace = { requestId, endpoint: 'other', operatorId: null }
    res.locals['trace'] = entry
    res.setHeader('x-request-id', requestId)
    const startedAt = performance.now()
    running += 1
    res.once('close', () => {
      running -= 1
      const ms = performance.now() - startedAt
      metrics.request(entry.endpoint, res.statusCode, ms)
      log.info(
        {
          requestId,
          endpoint: entry.endpoint,
          method: req.method,
          status: res.statusCode,
          ms: Math.round(ms * 10) / 10,
          operatorId: entry.operatorId,
        },
        'request',
      )
    })
    next()
  }
  return { trace, running: () => running }
}

import type { ErrorRequestHandler } from 'express'
import type { Services } from '../kernel/services.ts'
import { toRefusal } from './errors.ts'
import { traceOf } from './trace.ts'

/** Answers everything that was thrown with the one error envelope. */
export const refuse =
  ({ log }: Pick<Services, 'log'>): ErrorRequestHandler =>
  (error: unknown, req, res, _next) => {
    const { status, body } = toRefusal(error, traceOf(res).requestId, log)
    // The answer has begun; all that can be said now is that it did not end well.
    if (res.headersSent) return void res.destroy()
    // What is still on its way of an upload is not read.
    if (!req.complete) res.setHeader('connection', 'close')
    const { retryAfterSeconds } = body.details
    if (typeof retryAfterSeconds === 'number') res.setHeader('retry-after', retryAfterSeconds)
    res.setHeader('cache-control', 'no-store')
    res.status(status).json(body)
  }

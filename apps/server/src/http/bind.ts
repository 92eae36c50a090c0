import { api, type Endpoint, type EndpointName } from '@care/contract'
import express, { type Express, type NextFunction, type Request, type Response } from 'express'
import { AppError } from '../kernel/app-error.ts'
import type { Services } from '../kernel/services.ts'
import { authenticate } from './authenticate.ts'
import type { Invoke } from './invoke.ts'
import { refuseForeignOrigin } from './origin.ts'
import { traceOf } from './trace.ts'

/** Bytes of a body of JSON, and of one that names many objects. Files have a limit of their own. */
const bodyLimit = 256 * 1024
const bodyLimitOfMany = 2 * bodyLimit

type Parser = ReturnType<typeof express.json>

/** Binds every endpoint of the contract to its handler; refusals are thrown to the one place that answers them. */
export function bindApi(app: Express, services: Services, invoke: Invoke): void {
  const [parseJson, parseMany] = [bodyLimit, bodyLimitOfMany].map((limit) =>
    express.json({ limit, strict: false, type: () => true }),
  ) as [Parser, Parser]
  for (const [name, endpoint] of Object.entries(api) as [EndpointName, Endpoint][]) {
    const isWrite = endpoint.method !== 'GET'
    const method = endpoint.method.toLowerCase() as 'get' | 'post' | 'put' | 'patch' | 'delete'
    const door = (req: Request, res: Response, next: NextFunction): void => {
      traceOf(res).endpoint = name
      if (!isWrite) return next()
      refuseForeignOrigin(req, services.config, name === 'openWidget' ? 'widget' : endpoint.access)
      requireType(req, endpoint)
      if (endpoint.raw === 'upload') return next()
      const parse = endpoint.takesMany === true ? parseMany : parseJson
      parse(req, res, next)
    }
    app[method](endpoint.path, door, (req, res) => answer(services, invoke, name, endpoint, req, res))
  }
  app.use('/api', () => {
    throw new AppError('NOT_FOUND', 'no such endpoint; /api/docs lists them')
  })
}

async function answer(
  services: Services,
  invoke: Invoke,
  name: EndpointName,
  endpoint: Endpoint,
  req: Request,
  res: Response,
): Promise<void> {
  const trace = traceOf(res)
  const actor = await authenticate(services, endpoint.access, req)
  if (actor.kind === 'operator') trace.operatorId = actor.id
  const value = await invoke(name, {
    actor,
    params: req.params,
    query: req.query,
    body: req.body,
    ifMatch: req.get('if-match'),
    idempotencyKey: req.get('idempotency-key'),
    requestId: trace.requestId,
    socketId: null,
    http: { req, res, address: req.ip ?? '' },
  })
  if (res.headersSent || res.writableEnded) return
  res.setHeader('cache-control', 'no-store')
  res.json(value)
}

/** A form of another site can be sent without asking us first, JSON cannot. */
function requireType(req: Request, endpoint: Endpoint): void {
  const type = req.headers['content-type']?.split(';')[0]?.trim().toLowerCase()
  const hasBody = req.headers['transfer-encoding'] !== undefined || Number(req.headers['content-length'] ?? 0) > 0
  if (type === undefined && !hasBody) return
  const wanted = endpoint.raw === 'upload' ? 'application/octet-stream' : 'application/json'
  if (type !== wanted) throw new AppError('BAD_JSON', `content-type must be ${wanted}`)
}

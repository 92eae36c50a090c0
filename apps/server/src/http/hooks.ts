import express, { type Express, type Request, type RequestHandler, type Response } from 'express'
import { traceOf } from './trace.ts'

/** Where the other sides of channels deliver; see channels/hooks.ts, which does not know of HTTP. */
export interface HookDoors {
  admit(channelId: string, address: string): Promise<HookDoor>
}
interface HookDelivery {
  body: Uint8Array
  headers: Request['headers']
  query: Record<string, string>
}
interface HookDoor {
  rawBytes: number
  receive(delivery: HookDelivery): Promise<void>
  answer(delivery: HookDelivery): Promise<{ contentType: string; body: string }>
}

/**
 * `POST /hook/<channel>`: no session and no JSON, but the bytes that the other side has signed. A packed body is refused: its
 * signature is over what is in it or over what was sent, and nobody could say which. `…/ask` is for questions, whose
 * answer is waited for.
 */
export function serveHooks(app: Express, hooks: HookDoors): void {
  const parsers = new Map<number, RequestHandler>()
  const parserOf = (limit: number): RequestHandler => {
    const known = parsers.get(limit) ?? express.raw({ limit, type: () => true, inflate: false })
    parsers.set(limit, known)
    return known
  }
  const open = async (req: Request, res: Response): Promise<{ door: HookDoor; delivery: HookDelivery }> => {
    const door = await hooks.admit(String(req.params['channelId']), req.ip ?? '')
    const body = await readBody(parserOf(door.rawBytes), req, res)
    res.setHeader('cache-control', 'no-store')
    return { door, delivery: { body, headers: req.headers, query: textsOf(req.query) } }
  }
  // Some phone systems put the name of what they send behind the address.
  app.post(['/hook/:channelId', '/hook/:channelId/events/:what'], async (req, res) => {
    traceOf(res).endpoint = 'hook'
    const { door, delivery } = await open(req, res)
    await door.receive(delivery)
    res.json({ ok: true })
  })
  app.post('/hook/:channelId/ask', async (req, res) => {
    traceOf(res).endpoint = 'hookAsk'
    const { door, delivery } = await open(req, res)
    const { contentType, body } = await door.answer(delivery)
    res.setHeader('content-type', contentType)
    res.end(body)
  })
}

async function readBody(parse: RequestHandler, req: Request, res: Response): Promise<Uint8Array> {
  await new Promise<void>((resolve, reject) => {
    parse(req, res, (error?: unknown) => (error === undefined ? resolve() : reject(error as Error)))
  })
  const body: unknown = req.body
  return body instanceof Uint8Array ? body : new Uint8Array()
}

/** Of a name that stands there twice the first. */
const textsOf = (query: Request['query']): Record<string, string> =>
  Object.fromEntries(
    Object.entries(query).flatMap(([name, value]) => {
      const first: unknown = Array.isArray(value) ? value[0] : value
      return typeof first === 'string' ? [[name, first]] : []
    }),
  )

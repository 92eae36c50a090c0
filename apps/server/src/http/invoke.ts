import { api, type Access, type Endpoint, type EndpointName } from '@care/contract'
import { AppError, forbidden } from '../kernel/app-error.ts'
import type { Actor } from '../kernel/actor.ts'
import type { Call, Handlers } from '../kernel/handler.ts'
import type { Services } from '../kernel/services.ts'
import { parseKey, parsePart, parseVersion } from './parse.ts'
import { createCallLimits } from './limits.ts'

/** A call as it came through a door, before the contract has looked at it. */
export interface RawCall {
  actor: Actor
  params: unknown
  query: unknown
  body: unknown
  ifMatch: string | undefined
  idempotencyKey: string | undefined
  requestId: string
  socketId: string | null
  http: Call<EndpointName>['http']
}
export type Invoke = (name: EndpointName, raw: RawCall) => Promise<unknown>

/** What both doors do with a call: rights, limits, parsing, the handler; in tests the answer is checked too. */
export function createInvoke(services: Services, handlers: Handlers): Invoke {
  const countCall = createCallLimits(services)
  return async (name, raw) => {
    const endpoint: Endpoint = api[name]
    checkAccess(endpoint.access, raw.actor)
    await countCall(name, raw.actor)
    const call = {
      actor: raw.actor,
      params: parsePart(endpoint.params, raw.params),
      query: parsePart(endpoint.query, raw.query),
      body: endpoint.raw === 'upload' ? {} : parsePart(endpoint.body, raw.body ?? {}),
      version: endpoint.needsVersion ? parseVersion(raw.ifMatch) : Number.NaN,
      // The keys of people who are not signed in would be shared by all of them, and the answers hold secrets.
      idempotencyKey: raw.actor.kind === 'nobody' ? undefined : parseKey(raw.idempotencyKey),
      requestId: raw.requestId,
      socketId: raw.socketId,
      http: raw.http,
    }
    const answer: unknown = await handlers[name](call as never, services)
    if (!services.config.checksResponses || endpoint.raw === 'download') return answer
    return checked(name, endpoint, answer)
  }
}

/** The early refusal; commands check again what they change. */
export function checkAccess(access: Access, actor: Actor): void {
  if (access === 'public') return
  if (access === 'visitor') {
    if (actor.kind !== 'visitor') throw new AppError('VISITOR_UNKNOWN')
    return
  }
  if (actor.kind !== 'operator') throw new AppError('NOT_SIGNED_IN')
  if (access !== 'signedIn' && !actor.permissions.has(access)) throw forbidden(`needs the permission ${access}`)
}

function checked(name: string, endpoint: Endpoint, answer: unknown): unknown {
  const parsed = endpoint.response.safeParse(answer)
  if (parsed.success) return parsed.data
  throw new Error(`the answer of ${name} breaks the contract: ${parsed.error.message}`)
}

import type { Api, BodyInputOf, EndpointName, ParamsInputOf, QueryInputOf, ResponseOf } from '@care/contract'
import type { Route, RouteTable } from '@care/contract/wire'
import { ApiError, offline } from './api-error.ts'

export interface CallOptions {
  /** Sent as If-Match where the endpoint asks for it. */
  version?: number
  /** Made per call when absent; pass your own to repeat a call safely. */
  idempotencyKey?: string
  signal?: AbortSignal
  /** Names the change, so that it can be undone: the call's `x-request-id`. */
  change?: string
  /** Raw body of an upload. */
  file?: Blob | ArrayBuffer | Uint8Array
}
export type CallInput<N extends EndpointName> = {
  params?: ParamsInputOf<Api[N]>
  query?: QueryInputOf<Api[N]>
  body?: BodyInputOf<Api[N]>
} & CallOptions

/** Calls the endpoints of one route table by name. */
export interface Caller<T extends RouteTable> {
  call: <N extends keyof T & EndpointName>(name: N, input?: CallInput<N>) => Promise<ResponseOf<Api[N]>>
  /** Address of an endpoint, for `<img src>` and the like. */
  url: <N extends keyof T & EndpointName>(name: N, input?: CallInput<N>) => string
}

export interface CallerOptions {
  /** Empty for the page's own server. */
  baseUrl?: string
  /** Added to every call, e.g. a visitor's token or a test's cookie. */
  headers?: () => Record<string, string>
  fetch?: typeof fetch
  /** Ends a call without an answer after so many milliseconds. */
  timeoutMs?: number
}

type Values = Record<string, string | number | boolean | null | undefined>
type Loose = { params?: Values; query?: Values; body?: unknown } & CallOptions

/**
 * Typed `fetch` of contract endpoints: `createCaller(deskRoutes).call('getRequest', { params: { requestId } })`.
 * Throws ApiError for every refusal, code OFFLINE when no answer came.
 */
export function createCaller<T extends RouteTable>(routes: T, options: CallerOptions = {}): Caller<T> {
  const routeOf = (name: string): Route => {
    const route = routes[name]
    if (!route) throw new Error(`no route ${name}`)
    return route
  }
  const url = (name: string, input: Loose = {}): string => (options.baseUrl ?? '') + pathOf(routeOf(name), input)
  const call = async (name: string, input: Loose = {}): Promise<unknown> => {
    const endpoint = routeOf(name)
    const signal = AbortSignal.any([
      AbortSignal.timeout(options.timeoutMs ?? 30_000),
      ...(input.signal ? [input.signal] : []),
    ])
    let answer: Response
    try {
      answer = await (options.fetch ?? globalThis.fetch)(url(name, input), {
        method: endpoint.method,
        headers: { ...headersOf(endpoint, input), ...options.headers?.() },
        credentials: 'same-origin',
        signal,
        ...bodyOf(endpoint, input),
      })
    } catch (error) {
      if (input.signal?.aborted) throw error
      throw offline()
    }
    const text = await answer.text().catch(() => {
      throw offline()
    })
    return parseAnswer(answer.status, text)
  }
  return { call, url } as unknown as Caller<T>
}

/** Reads an answer of the API; a body that is not our envelope (a proxy's error page) counts as no answer. */
export function parseAnswer(status: number, text: string): unknown {
  let value: unknown
  try {
    value = JSON.parse(text)
  } catch {
    throw offline(`answer ${status} is not JSON`)
  }
  if (status < 400) return value
  if (value !== null && typeof value === 'object' && 'code' in value && 'requestId' in value)
    throw new ApiError(value as ConstructorParameters<typeof ApiError>[0])
  throw offline(`answer ${status}`)
}

export function pathOf(endpoint: Route, input: Pick<Loose, 'params' | 'query'>): string {
  const path = endpoint.path.replaceAll(/:(\w+)/g, (_, key: string) =>
    encodeURIComponent(String(input.params?.[key] ?? '')),
  )
  const query = new URLSearchParams()
  for (const [key, value] of Object.entries(input.query ?? {}))
    if (value !== undefined && value !== null) query.set(key, String(value))
  const tail = query.toString()
  return tail ? `${path}?${tail}` : path
}

function headersOf(endpoint: Route, input: Loose): Record<string, string> {
  const headers: Record<string, string> = { accept: 'application/json' }
  if (endpoint.method === 'GET') return headers
  headers['content-type'] = endpoint.raw === 'upload' ? 'application/octet-stream' : 'application/json'
  headers['idempotency-key'] = input.idempotencyKey ?? newKey()
  if (input.change !== undefined) headers['x-request-id'] = input.change
  if (input.version !== undefined) headers['if-match'] = String(input.version)
  return headers
}

function bodyOf(endpoint: Route, input: Loose): { body?: BodyInit } {
  if (endpoint.method === 'GET') return {}
  if (endpoint.raw === 'upload') return { body: (input.file ?? new Uint8Array()) as BodyInit }
  return { body: JSON.stringify(input.body ?? {}) }
}

/** Random key for one write; `crypto.randomUUID` is missing on plain-http pages, `getRandomValues` is not. */
export function newKey(): string {
  return Array.from(crypto.getRandomValues(new Uint8Array(16)), (byte) => byte.toString(16).padStart(2, '0')).join('')
}

import { deskRoutes } from '@care/contract/wire'
import type { Api, EndpointName, ResponseOf } from '@care/contract'
import { vi } from 'vitest'

export interface FakeCall {
  endpoint: string
  params: Record<string, string>
  query: Record<string, string>
  body: unknown
  version: number | undefined
  idempotencyKey: string | undefined
}
type Answers = {
  [N in keyof typeof deskRoutes & EndpointName]?: (call: FakeCall) => ResponseOf<Api[N]> | Promise<ResponseOf<Api[N]>>
}

/** Thrown by an answer: the server's refusal with this code. */
export class Refusal extends Error {
  readonly code: string
  readonly details: Record<string, unknown>
  constructor(code: string, details: Record<string, unknown> = {}) {
    super(code)
    this.code = code
    this.details = details
  }
}
/** Thrown by an answer: no answer came. */
export class NoAnswer extends Error {}

const json = (status: number, value: unknown): Response => new Response(JSON.stringify(value), { status })

/**
 * Puts a server of functions behind `fetch`: one answer per endpoint, changeable while the test runs. `calls` is what
 * was asked. Real routes and the real caller are in play; only the wire is not.
 */
export function fakeServer(answers: Answers): {
  calls: FakeCall[]
  answers: Answers
  callsTo: (endpoint: string) => FakeCall[]
} {
  const calls: FakeCall[] = []
  const handle = async (input: string, init: RequestInit): Promise<Response> => {
    const call = readCall(input, init)
    calls.push(call)
    const answer = (answers as Record<string, ((call: FakeCall) => unknown) | undefined>)[call.endpoint]
    if (!answer) throw new Error(`the fake server has no answer for ${call.endpoint}`)
    try {
      return json(200, await answer(call))
    } catch (error) {
      if (error instanceof Refusal)
        return json(409, { code: error.code, message: '', details: error.details, requestId: 'r1' })
      throw error
    }
  }
  vi.stubGlobal('fetch', (input: string, init: RequestInit) => handle(input, init))
  return { calls, answers, callsTo: (endpoint) => calls.filter((call) => call.endpoint === endpoint) }
}

function readCall(input: string, init: RequestInit): FakeCall {
  const { pathname, searchParams } = new URL(input, 'http://desk.test')
  const headers = new Headers(init.headers)
  for (const [endpoint, route] of Object.entries(deskRoutes)) {
    if (route.method !== init.method) continue
    const pattern = new RegExp(`^${route.path.replaceAll(/:(\w+)/g, '(?<$1>[^/]+)')}$`)
    const match = pattern.exec(pathname)
    if (!match) continue
    return {
      endpoint,
      params: { ...match.groups },
      query: Object.fromEntries(searchParams),
      body: typeof init.body === 'string' ? JSON.parse(init.body) : init.body,
      version: headers.has('if-match') ? Number(headers.get('if-match')) : undefined,
      idempotencyKey: headers.get('idempotency-key') ?? undefined,
    }
  }
  throw new Error(`no route for ${init.method} ${pathname}`)
}

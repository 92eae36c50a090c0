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
  vi.stubGlobal('XMLHttpRequest', requestTo(handle))
  return { calls, answers, callsTo: (endpoint) => calls.filter((call) => call.endpoint === endpoint) }
}

/** What an upload needs of XMLHttpRequest. Half of the body is on its way until the answer comes. */
function requestTo(handle: (input: string, init: RequestInit) => Promise<Response>): unknown {
  return class extends EventTarget {
    upload = new EventTarget()
    status = 0
    responseText = ''
    #line = { method: '', input: '' }
    #headers = new Headers()
    #isAborted = false
    open(method: string, input: string): void {
      this.#line = { method, input }
    }
    setRequestHeader(name: string, value: string): void {
      this.#headers.set(name, value)
    }
    abort(): void {
      this.#isAborted = true
      this.#end('abort')
    }
    send(body: BodyInit): void {
      void this.#exchange(body)
    }
    #end(type: 'load' | 'error' | 'abort'): void {
      this.dispatchEvent(new Event(type))
      this.dispatchEvent(new Event('loadend'))
    }
    async #exchange(body: BodyInit): Promise<void> {
      const { method, input } = this.#line
      this.upload.dispatchEvent(new ProgressEvent('progress', { lengthComputable: true, loaded: 1, total: 2 }))
      try {
        const answer = await handle(input, { method, headers: this.#headers, body })
        this.status = answer.status
        this.responseText = await answer.text()
        if (!this.#isAborted) this.#end('load')
      } catch {
        if (!this.#isAborted) this.#end('error')
      }
    }
  }
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

import { createCaller, isApiError, type Caller, type CallInput } from '@care/client'
import { deskRoutes } from '@care/contract/wire'
import type { Api, EndpointName, ResponseOf } from '@care/contract'
import { useSession } from '../session.ts'
import { untilReadsMayBegin } from './first-reads.ts'
import { fetchWithProgress } from './fetch-with-progress.ts'

type Desk = Caller<typeof deskRoutes>
type DeskEndpoint = keyof typeof deskRoutes & EndpointName

// Looked up at each call, so that a test may put its own `fetch` in place.
const caller: Desk = createCaller(deskRoutes, { fetch: (input, init) => globalThis.fetch(input, init) })

/** Where "not signed in" is an answer and not the end of a session. */
const beforeSession: ReadonlySet<DeskEndpoint> = new Set<DeskEndpoint>(['getMe', 'signIn', 'getWorkspace', 'setUp'])

/**
 * The one way to the server: `call('getRequest', { params: { requestId } })`. Throws ApiError (OFFLINE when no answer
 * came); an answer "not signed in" puts the sign-in dialog over the page before it is thrown.
 */
export const call = <N extends DeskEndpoint>(name: N, input?: CallInput<N>): Promise<ResponseOf<Api[N]>> =>
  through(caller, name, input)

/** A large file over a slow line takes longer than any answer may. */
const uploadTimeoutMs = 10 * 60_000

/** `call` for a file: tells how much of it is on its way, from 0 to 100. */
export function upload<N extends DeskEndpoint>(
  name: N,
  input: CallInput<N>,
  tell: (percent: number) => void,
): Promise<ResponseOf<Api[N]>> {
  const uploader: Desk = createCaller(deskRoutes, {
    fetch: (address, init) =>
      fetchWithProgress(address instanceof Request ? address.url : address.toString(), init ?? {}, tell),
    timeoutMs: uploadTimeoutMs,
  })
  return through(uploader, name, input)
}

async function through<N extends DeskEndpoint>(
  desk: Desk,
  name: N,
  input: CallInput<N> | undefined,
): Promise<ResponseOf<Api[N]>> {
  const session = useSession.getState()
  try {
    const held = deskRoutes[name].method === 'GET' && !beforeSession.has(name) && untilReadsMayBegin()
    if (held) await held
    return await desk.call(name, input)
  } catch (error) {
    if (isApiError(error) && error.code === 'NOT_SIGNED_IN' && !beforeSession.has(name)) session.end(session.number)
    throw error
  }
}

/** Address of an endpoint, for pictures and downloads. */
export const urlOf: Desk['url'] = (name, input) => caller.url(name, input)

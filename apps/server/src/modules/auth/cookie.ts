import { parseCookie, stringifySetCookie } from 'cookie'
import type { IncomingMessage, ServerResponse } from 'node:http'
import type { Config } from '../../config.ts'
import { sessionMs } from './session.ts'

const name = 'care_session'

/** The session's token of a request or of a socket's handshake. */
export function tokenOf(req: IncomingMessage): string | undefined {
  const { cookie } = req.headers
  return cookie === undefined ? undefined : parseCookie(cookie)[name]
}

/** Hands the token to the browser, out of reach of scripts and of other sites' writes; null takes it back. */
export function setSessionCookie(res: ServerResponse, config: Config, token: string | null): void {
  const secure = config.publicUrl.startsWith('https:')
  const maxAge = token === null ? 0 : sessionMs / 1000
  res.appendHeader(
    'set-cookie',
    stringifySetCookie({ name, value: token ?? '', maxAge, path: '/', httpOnly: true, sameSite: 'lax', secure }),
  )
}

import type { ChannelProblem } from '@care/domain/channels'
import { errorWords } from '../kernel/log.ts'
import { SealedElsewhere } from '../kernel/secrets.ts'
import { ChannelTrouble } from './channel.ts'

const unreachable = /^(ECONNREFUSED|ECONNRESET|ENOTFOUND|EAI_AGAIN|EHOSTUNREACH|ENETUNREACH|EPIPE|UND_ERR_SOCKET)$/
const timedOut = /^(ETIMEDOUT|ESOCKETTIMEDOUT|UND_ERR_(CONNECT|HEADERS|BODY)_TIMEOUT|ABORT_ERR)$/
const notSecure =
  /^(CERT_\w+|DEPTH_ZERO_SELF_SIGNED_CERT|SELF_SIGNED_CERT_IN_CHAIN|UNABLE_TO_\w+|ERR_TLS_\w+|ERR_SSL_\w+)$/

function problemOf(error: unknown): ChannelProblem {
  for (let at = error; at instanceof Error; at = at.cause) {
    if (at instanceof ChannelTrouble) return at.problem
    if (at instanceof SealedElsewhere) return 'SEALED_ELSEWHERE'
    if (at.name === 'TimeoutError' || at.name === 'AbortError') return 'TIMED_OUT'
    const code = 'code' in at && typeof at.code === 'string' ? at.code : ''
    if (unreachable.test(code)) return 'UNREACHABLE'
    if (timedOut.test(code)) return 'TIMED_OUT'
    if (notSecure.test(code)) return 'NOT_SECURE'
  }
  return 'BROKEN'
}

/** What to tell of an error at the other side. A secret that stands in its words is blacked out. */
export function troubleOf(
  error: unknown,
  secrets: Readonly<Record<string, string>> = {},
): { problem: ChannelProblem; text: string } {
  let text = errorWords(error).replaceAll('\u0000', '').toWellFormed()
  for (const secret of Object.values(secrets)) if (secret !== '') text = text.replaceAll(secret, '•••')
  return { problem: problemOf(error), text }
}

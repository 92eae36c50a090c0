import type { ErrorEnvelope } from '@care/contract'
import { isUnreachable } from '../db/trouble.ts'
import { AppError } from '../kernel/app-error.ts'
import { describeError, type Log } from '../kernel/log.ts'

export interface Refusal {
  status: number
  body: ErrorEnvelope
}

/** Turns whatever was thrown into the one error envelope. The text of unexpected errors goes to the log alone. */
export function toRefusal(error: unknown, requestId: string, log: Log): Refusal {
  const known = error instanceof AppError ? error : fromParser(error)
  if (known) return refusalOf(known, requestId)
  if (isUnreachable(error)) {
    log.warn({ requestId, error: describeError(error) }, 'database not reachable')
    return refusalOf(new AppError('UNAVAILABLE'), requestId)
  }
  log.error({ requestId, error: describeError(error) }, 'unexpected error')
  return refusalOf(new AppError('INTERNAL'), requestId)
}

const refusalOf = (error: AppError, requestId: string): Refusal => ({
  status: error.status,
  body: { code: error.code, message: error.message, details: error.details, requestId },
})

/** Errors of Express and its body parser, by the type they carry. */
function fromParser(error: unknown): AppError | null {
  if (!(error instanceof Error)) return null
  const { type, limit, status } = error as Error & { type?: string; limit?: number; status?: number }
  if (type === 'entity.too.large') return new AppError('TOO_LARGE', undefined, { limit })
  if (type?.startsWith('entity.') || type?.startsWith('request.') || type?.includes('unsupported'))
    return new AppError('BAD_JSON')
  // A path with a broken percent code.
  if (status === 400) return new AppError('INVALID_INPUT', 'the address cannot be read', { issues: [] })
  return null
}

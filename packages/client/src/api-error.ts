import type { ErrorCode, ErrorEnvelope } from '@care/contract'

/** A refusal of the server, or `code: 'OFFLINE'` when no answer came. */
export class ApiError extends Error {
  readonly code: ErrorCode | 'OFFLINE'
  readonly details: Record<string, unknown>
  readonly requestId: string
  constructor(envelope: Omit<ErrorEnvelope, 'code'> & { code: ErrorCode | 'OFFLINE' }) {
    super(envelope.message)
    this.name = 'ApiError'
    this.code = envelope.code
    this.details = envelope.details
    this.requestId = envelope.requestId
  }
}

export const offline = (message = 'no answer from the server'): ApiError =>
  new ApiError({ code: 'OFFLINE', message, details: {}, requestId: '' })

export const isApiError = (error: unknown): error is ApiError => error instanceof ApiError

/** No answer, or one that says "in a moment": the same call with the same idempotency key may succeed. */
export const isWorthRepeating = (error: unknown): boolean =>
  isApiError(error) && (error.code === 'OFFLINE' || error.code === 'UNAVAILABLE' || error.code === 'INTERNAL')

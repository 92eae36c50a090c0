import { type ErrorCode, errorCodes } from '@care/contract'

/** A refusal that the caller can act on. Anything else that is thrown becomes INTERNAL without its text. */
export class AppError extends Error {
  readonly code: ErrorCode
  readonly details: Record<string, unknown>
  constructor(code: ErrorCode, message: string = errorCodes[code].todo, details: Record<string, unknown> = {}) {
    super(message)
    this.name = 'AppError'
    this.code = code
    this.details = details
  }
  get status(): number {
    return errorCodes[this.code].status
  }
}

/** An undo that comes too late: somebody has worked on with it. */
export const changedSince = (): AppError => new AppError('NOT_ALLOWED_NOW', 'it has changed since')

export const notFound = (what: string): AppError => new AppError('NOT_FOUND', `no such ${what}, or you may not see it`)
export const forbidden = (why: string): AppError => new AppError('FORBIDDEN', why)

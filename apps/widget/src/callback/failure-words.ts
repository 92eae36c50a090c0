import { isApiError } from '@care/client'

/** What a refusal means where somebody asks for a call or changes it. */
export type FailureWords =
  | 'errors.gone'
  | 'errors.notNow'
  | 'errors.offline'
  | 'errors.tooMany'
  | 'errors.blocked'
  | 'errors.server'
  | 'callback.phoneBad'

const words: Partial<Record<string, FailureWords>> = {
  NOT_FOUND: 'errors.gone',
  NOT_ALLOWED_NOW: 'errors.notNow',
  OFFLINE: 'errors.offline',
  TOO_MANY_TRIES: 'errors.tooMany',
  SENDER_BLOCKED: 'errors.blocked',
  PHONE_INVALID: 'callback.phoneBad',
}

export const failureWords = (error: unknown): FailureWords =>
  (isApiError(error) ? words[error.code] : undefined) ?? 'errors.server'

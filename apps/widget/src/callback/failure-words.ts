import { isApiError } from '@care/client'

/** What a refusal means where somebody asks for a call or changes it. */
export type FailureWords =
  | 'errors.gone'
  | 'errors.offline'
  | 'errors.tooMany'
  | 'errors.blocked'
  | 'errors.server'
  | 'callback.phoneBad'
  | 'callback.taken'
  | 'callback.calling'
  | 'callback.over'

const words: Partial<Record<string, FailureWords>> = {
  NOT_FOUND: 'errors.gone',
  OFFLINE: 'errors.offline',
  TOO_MANY_TRIES: 'errors.tooMany',
  SENDER_BLOCKED: 'errors.blocked',
  PHONE_INVALID: 'callback.phoneBad',
}

/** The `problem` of NOT_ALLOWED_NOW; the rest of them are about the time. */
const notNow: Partial<Record<string, FailureWords>> = { calling: 'callback.calling', over: 'callback.over' }

export function failureWords(error: unknown): FailureWords {
  if (!isApiError(error)) return 'errors.server'
  if (error.code === 'NOT_ALLOWED_NOW') return notNow[String(error.details.problem)] ?? 'callback.taken'
  return words[error.code] ?? 'errors.server'
}

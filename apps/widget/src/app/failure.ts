import { isApiError } from '@care/client'
import type { PathOf } from '@care/i18n/core'
import type { WidgetT } from '@care/i18n/widget'
import type { WidgetSource } from '@care/i18n/widget/en'
import type { Failure } from './store.ts'

/** What a caught error means to the visitor; a fault of our own code looks like one of the server. */
export const failureOf = (error: unknown): Failure => (isApiError(error) ? error.code : 'INTERNAL')

const texts = {
  OFFLINE: 'errors.offline',
  BAD_JSON: 'errors.server',
  INVALID_INPUT: 'errors.input',
  VERSION_MISSING: 'errors.server',
  NOT_SIGNED_IN: 'errors.visitor',
  WRONG_CREDENTIALS: 'errors.visitor',
  SIGNATURE_WRONG: 'errors.server',
  VISITOR_UNKNOWN: 'errors.visitor',
  FORBIDDEN: 'errors.origin',
  SENDER_BLOCKED: 'errors.blocked',
  FOREIGN_ORIGIN: 'errors.origin',
  NOT_FOUND: 'errors.gone',
  CONFLICT: 'errors.notNow',
  ALREADY_TAKEN: 'errors.notNow',
  OFFER_OVER: 'errors.notNow',
  NOT_ALLOWED_NOW: 'errors.notNow',
  CALL_ELSEWHERE: 'errors.notNow',
  THREAD_MOVED_ON: 'errors.notNow',
  EMAIL_TAKEN: 'errors.input',
  SHORTCUT_TAKEN: 'errors.input',
  PHONE_INVALID: 'errors.input',
  NAME_TAKEN: 'errors.input',
  MENTION_REFUSED: 'errors.input',
  FIELDS_REQUIRED: 'errors.notNow',
  STAGE_IN_USE: 'errors.notNow',
  TOO_LARGE: 'errors.tooLarge',
  FILE_TYPE_REFUSED: 'errors.fileType',
  TOO_MANY_TRIES: 'errors.tooMany',
  INTERNAL: 'errors.server',
  UNAVAILABLE: 'errors.busy',
} as const satisfies Record<Failure, PathOf<WidgetSource>>

/** Words for a failure; the compiler asks for a line here when the contract gets a new code. */
export const failureText = (t: WidgetT, failure: Failure): string => t(texts[failure] ?? 'errors.server')

/** Milliseconds that the server asks to wait, or null. */
export function waitOf(error: unknown): number | null {
  if (!isApiError(error) || error.code !== 'TOO_MANY_TRIES') return null
  const seconds = Number(error.details.retryAfterSeconds)
  return Number.isFinite(seconds) && seconds > 0 ? seconds * 1000 : 5_000
}

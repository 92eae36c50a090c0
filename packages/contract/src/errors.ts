import { z } from 'zod'

/** Every code the server answers: HTTP status and what the caller should do. */
export const errorCodes = {
  BAD_JSON: { status: 400, todo: 'Send a JSON body that parses.' },
  INVALID_INPUT: { status: 400, todo: 'Correct the fields named in details.issues.' },
  VERSION_MISSING: { status: 428, todo: 'Send the version you saw as If-Match.' },
  NOT_SIGNED_IN: { status: 401, todo: 'Sign in, then repeat the call.' },
  WRONG_CREDENTIALS: { status: 401, todo: 'Check email and password.' },
  SIGNATURE_WRONG: { status: 401, todo: 'Sign the body as it is sent with the channel’s secret.' },
  VISITOR_UNKNOWN: { status: 401, todo: 'Start a new widget session.' },
  FORBIDDEN: { status: 403, todo: 'Ask for the right; repeating will not help.' },
  SENDER_BLOCKED: { status: 403, todo: 'This sender was marked as spam; a supervisor can lift it.' },
  FOREIGN_ORIGIN: { status: 403, todo: 'Add the page’s origin to the site’s allowed origins.' },
  NOT_FOUND: { status: 404, todo: 'It does not exist or you may not see it.' },
  CONFLICT: { status: 409, todo: 'Load the current state named in details, then decide again.' },
  ALREADY_TAKEN: { status: 409, todo: 'Somebody was faster; details say who.' },
  OFFER_OVER: { status: 409, todo: 'The offer ended; wait for the next one.' },
  FIELDS_REQUIRED: { status: 409, todo: 'Send the fields named in details.fields along with the same call.' },
  STAGE_IN_USE: { status: 409, todo: 'Say in stageMoves where the requests of the stages in details.stages go.' },
  NOT_ALLOWED_NOW: { status: 409, todo: 'The object’s state does not allow this step; load it again.' },
  CALL_ELSEWHERE: { status: 409, todo: 'Another window has this call; send takesOver to move it here.' },
  THREAD_MOVED_ON: {
    status: 409,
    todo: 'A colleague answered meanwhile (details.messages); read it, then send again without seenSeq.',
  },
  EMAIL_TAKEN: { status: 409, todo: 'Use the existing record or another email.' },
  SHORTCUT_TAKEN: { status: 409, todo: 'Choose another shortcut; details.quickReplyId has this one.' },
  PHONE_INVALID: { status: 400, todo: 'Write the number with its country code, like +48 601 234 567.' },
  NAME_TAKEN: { status: 409, todo: 'Choose another name or domain; details say who has it.' },
  MENTION_REFUSED: { status: 409, todo: 'Leave out whom details.people names: they are not told, and why.' },
  TOO_LARGE: { status: 413, todo: 'Send less; details.limit says how much.' },
  FILE_TYPE_REFUSED: { status: 415, todo: 'Send another kind of file.' },
  TOO_MANY_TRIES: { status: 429, todo: 'Wait details.retryAfterSeconds, then repeat.' },
  INTERNAL: { status: 500, todo: 'Repeat later; tell the administrator the requestId.' },
  UNAVAILABLE: { status: 503, todo: 'Repeat in a moment with the same idempotency key.' },
} as const satisfies Record<string, { status: number; todo: string }>

export type ErrorCode = keyof typeof errorCodes

export const errorEnvelope = z.object({
  code: z.enum(Object.keys(errorCodes) as [ErrorCode, ...ErrorCode[]]),
  message: z.string(),
  details: z.record(z.string(), z.unknown()),
  requestId: z.string(),
})
export type ErrorEnvelope = z.output<typeof errorEnvelope>

/** Codes that any endpoint may answer and that are not repeated in each. */
export const commonErrors = [
  'BAD_JSON',
  'INVALID_INPUT',
  'TOO_LARGE',
  'TOO_MANY_TRIES',
  'INTERNAL',
  'UNAVAILABLE',
] as const satisfies readonly ErrorCode[]

/** `details` of a CONFLICT on an edited row: what changed since, and by whom (domain rule 4). */
export const conflictDetails = z.object({
  currentVersion: z.number(),
  changedBy: z.string().nullable(),
  changedAt: z.number().nullable(),
  /** Current values of the fields that the caller wanted to change. */
  current: z.record(z.string(), z.unknown()),
})
export type ConflictDetails = z.output<typeof conflictDetails>

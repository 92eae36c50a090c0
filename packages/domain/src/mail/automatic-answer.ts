import { hourMs } from '../time.ts'
import { headerOf, type MailHeaders } from './headers.ts'

/** By which a mail of ours that comes back is known as such. */
export const loopHeader = 'X-Care-Loop'

/** At most one automatic mail for a request in this time, in ms (rule 37). */
export const automaticPerRequestMs = 24 * hourMs
/** At most so many to an address in this time, in ms (rule 37). */
export const automaticPerAddress = { count: 10, withinMs: 3 * hourMs } as const

/** What every automatic mail of ours carries (rule 37, RFC 3834 5). `workspace`: who we are, in letters and digits. */
export const automaticReplyHeaders = (workspace: string): Record<string, string> => ({
  'Auto-Submitted': 'auto-replied',
  'X-Auto-Response-Suppress': 'All',
  [loopHeader]: workspace,
})

/** The same for what answers nothing (RFC 3834 5: auto-generated). */
export const automaticNoticeHeaders = (workspace: string): Record<string, string> => ({
  ...automaticReplyHeaders(workspace),
  'Auto-Submitted': 'auto-generated',
})

/** Whether this is an automatic mail that we sent ourselves. */
export const isOwnLoop = (headers: MailHeaders, workspace: string): boolean =>
  headerOf(headers, loopHeader.toLowerCase()) === workspace

interface Asked {
  /** Of the mail that would be answered. */
  isAutomatic: boolean
  isOwnLoop: boolean
  /** When this request was last answered automatically, epoch ms; null for never. */
  lastForRequestAt: number | null
  /** Automatic mails to this address within the last 3 hours. */
  recentToAddress: number
  now: number
}
export type AutomaticAnswerProblem = 'AUTOMATIC' | 'LOOP' | 'ONCE_A_DAY' | 'TOO_MANY'

/** Why a mail gets no automatic answer; null when it may have one (rules 36, 37). */
export function automaticAnswerProblem(asked: Asked): AutomaticAnswerProblem | null {
  if (asked.isOwnLoop) return 'LOOP'
  if (asked.isAutomatic) return 'AUTOMATIC'
  const { lastForRequestAt, now } = asked
  if (lastForRequestAt !== null && now - lastForRequestAt < automaticPerRequestMs) return 'ONCE_A_DAY'
  return asked.recentToAddress >= automaticPerAddress.count ? 'TOO_MANY' : null
}

/** Whether a mail may be answered automatically (rules 36, 37). */
export const mayAnswerAutomatically = (asked: Asked): boolean => automaticAnswerProblem(asked) === null

import { isApiError } from '@care/client'
import type { DesktopT } from '@care/i18n/desktop'

/** Words for a failure: by the contract's code, never the server's English message. Names who was faster. */
export function errorText(t: DesktopT, error: unknown): string {
  if (!isApiError(error)) return t('errors.INTERNAL')
  const name = nameOf(error.details.by)
  if (name !== undefined && error.details.problem === 'ENDED') return t('common.endedBy', { name })
  if (name !== undefined && error.details.problem === 'CLOSED') return t('common.closedBy', { name })
  if (error.details.problem === 'ON_CALL') return t('common.onCall')
  if (error.details.problem === 'NO_LINE') return t('common.noLine', { name: String(error.details.name) })
  return t(`errors.${error.code}`)
}

/** Refusals name people as text or as {name}. */
export const nameOf = (by: unknown): string | undefined => {
  if (typeof by === 'string') return by
  return by !== null && typeof by === 'object' && 'name' in by && typeof by.name === 'string' ? by.name : undefined
}

import { isApiError } from '@care/client'
import type { DesktopT } from '@care/i18n/desktop'
import { errorText } from '../../shared/error-text.ts'

/** Words for a refusal about an account: why it may not lose what it has. */
export function accountError(t: DesktopT, error: Error): string {
  const problem = isApiError(error) ? error.details.problem : undefined
  if (problem === 'OWN_ACCOUNT') return t('operators.ownAccount')
  if (problem === 'LAST_ADMIN') return t('operators.lastAdmin')
  return errorText(t, error)
}

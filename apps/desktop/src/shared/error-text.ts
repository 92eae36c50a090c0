import { isApiError } from '@care/client'
import type { DesktopT } from '@care/i18n/desktop'

/** Words for a failure: by the contract's code, never the server's English message. */
export const errorText = (t: DesktopT, error: unknown): string =>
  t(isApiError(error) ? `errors.${error.code}` : 'errors.INTERNAL')

import { isApiError } from '@care/client'
import { useState } from 'react'
import { call } from '../../shared/api/client.ts'
import { errorText } from '../../shared/error-text.ts'
import { useT } from '../../shared/i18n/I18nProvider.tsx'

/** Asks the server, when the field is left, whether a phone number is one; it knows the countries, the browser does not. */
export function usePhoneCheck(): { check: (phone: string) => void; problemOf: (phone: string) => string | null } {
  const t = useT()
  const [wrong, setWrong] = useState<{ phone: string; problem: string } | null>(null)
  return {
    check: (typed) => {
      const phone = typed.trim()
      if (phone === '') return
      call('checkPhone', { query: { phone } }).catch((error: unknown) => {
        // Without an answer nothing is known; sending it will tell.
        if (isApiError(error) && error.code === 'PHONE_INVALID') setWrong({ phone, problem: errorText(t, error) })
      })
    },
    problemOf: (phone) => (wrong !== null && wrong.phone === phone.trim() ? wrong.problem : null),
  }
}

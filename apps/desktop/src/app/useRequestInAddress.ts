import { isApiError } from '@care/client'
import { useQueryClient } from '@tanstack/react-query'
import { useEffect } from 'react'
import { call } from '../shared/api/client.ts'
import { errorText } from '../shared/error-text.ts'
import { useT } from '../shared/i18n/I18nProvider.tsx'
import { showToast } from '../shared/ui/toast.tsx'
import { useLayout } from '../shared/workspace/layout.ts'
import { openRequest } from '../shared/workspace/open-request.ts'

const numberIn = (path: string): number | null => {
  const match = /^\/r\/(\d{1,9})$/.exec(path)
  return match ? Number(match[1]) : null
}

/** A link to a request by its number (`/r/<number>`) opens it; one that was merged leads to where it went (rule 25). */
export function useRequestInAddress(): void {
  const t = useT()
  const client = useQueryClient()
  useEffect(() => {
    const follow = async (): Promise<void> => {
      const number = numberIn(location.pathname)
      if (number === null) return
      try {
        const place = await call('locateRequest', { query: { number } })
        if (numberIn(location.pathname) !== number) return
        if (place.mergedNumber !== null) {
          showToast(t('shell.leadsTo', { from: String(place.mergedNumber), to: String(place.number) }))
          history.replaceState(null, '', `/r/${place.number}`)
        }
        await openRequest(client, place)
        useLayout.getState().showPane('communication')
      } catch (error) {
        showToast(isApiError(error) && error.code === 'NOT_FOUND' ? t('shell.noSuchRequest') : errorText(t, error))
      }
    }
    const onBack = (): void => void follow()
    onBack()
    addEventListener('popstate', onBack)
    return () => removeEventListener('popstate', onBack)
    // oxlint-disable-next-line react/exhaustive-deps -- followed once at the start; later the person's own steps count
  }, [client])
}

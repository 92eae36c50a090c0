import { isApiError } from '@care/client'
import { useQueryClient } from '@tanstack/react-query'
import { call } from '../api/client.ts'
import { errorText } from '../error-text.ts'
import { useT } from '../i18n/I18nProvider.tsx'
import { showToast } from '../ui/toast.tsx'
import { putRequest } from './request.ts'

export interface UndoableChange {
  requestId: string
  /** The name the call gave its change (`newKey()`, sent as `change`). */
  change: string
  /** Runs when it is put back. */
  onUndone?: () => void
}

/** Says what was done and offers five seconds to take it back; the server puts all of it back or nothing. */
export function useUndoable(): (text: string, change: UndoableChange) => void {
  const t = useT()
  const client = useQueryClient()
  const undo = async ({ requestId, change, onUndone }: UndoableChange): Promise<void> => {
    try {
      putRequest(client, await call('undoChange', { params: { requestId }, body: { change } }))
      onUndone?.()
    } catch (error) {
      const isTooLate = isApiError(error) && error.code === 'NOT_ALLOWED_NOW'
      showToast(isTooLate ? t('common.undoTooLate') : errorText(t, error))
    }
    for (const key of ['tasks', 'queue-items', 'activity', 'request'])
      void client.invalidateQueries({ queryKey: [key] })
  }
  return (text, change) => showToast(text, { undo: () => void undo(change) })
}

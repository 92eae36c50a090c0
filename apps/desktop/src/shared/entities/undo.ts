import { isApiError } from '@care/client'
import { useQueryClient } from '@tanstack/react-query'
import { call } from '../api/client.ts'
import { errorText } from '../error-text.ts'
import { useT } from '../i18n/I18nProvider.tsx'
import { showToast } from '../ui/toast.tsx'
import { refetchFollowUps } from './follow-ups.ts'
import { putRequest } from './request.ts'

interface Undoable {
  /** The name the call gave its change (`newKey()`, sent as `change`). */
  change: string
  /** Runs when it is put back. */
  onUndone?: () => void
}
export type UndoableChange = Undoable &
  (
    | { requestId: string }
    | { /** Of a to-do or deal; `ofRequest` when it has one. */ customerId: string; ofRequest: string | null }
  )

/** Says what was done and offers five seconds to take it back; the server puts all of it back or nothing. */
export function useUndoable(): (text: string, change: UndoableChange) => void {
  const t = useT()
  const client = useQueryClient()
  const undo = async (undoable: UndoableChange): Promise<void> => {
    const { change } = undoable
    try {
      if ('customerId' in undoable) {
        const { customerId, ofRequest: requestId } = undoable
        await call('undoFollowUp', { params: { customerId }, body: { change, requestId } })
      } else
        putRequest(client, await call('undoChange', { params: { requestId: undoable.requestId }, body: { change } }))
      undoable.onUndone?.()
    } catch (error) {
      const isTooLate = isApiError(error) && error.code === 'NOT_ALLOWED_NOW'
      showToast(isTooLate ? t('common.undoTooLate') : errorText(t, error))
    }
    if ('customerId' in undoable) return refetchFollowUps(client)
    for (const key of ['tasks', 'queue-items', 'activity', 'request'])
      void client.invalidateQueries({ queryKey: [key] })
  }
  return (text, change) => showToast(text, { undo: () => void undo(change) })
}

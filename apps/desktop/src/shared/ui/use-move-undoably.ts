import { isApiError, newKey } from '@care/client'
import type { MoveProblem } from '@care/domain'
import type { DesktopT } from '@care/i18n/desktop'
import { useMoveActivity } from '../entities/move-activity.ts'
import { useUndoable } from '../entities/undo.ts'
import { errorText } from '../error-text.ts'
import { useT } from '../i18n/I18nProvider.tsx'
import type { MovedActivity } from './MoveActivityMenu.tsx'
import { showToast } from './toast.tsx'

/** Why it cannot be moved there, such as that the request was closed meanwhile (rule 3). */
export function moveErrorText(t: DesktopT, error: unknown): string {
  const problem = isApiError(error) ? error.details.problem : undefined
  return typeof problem === 'string' ? t(`move.problems.${problem as MoveProblem}`) : errorText(t, error)
}

/** Moves an activity, by menu or by drag, and offers five seconds to take it back. */
export function useMoveUndoably(): (activity: MovedActivity, requestId: string | null) => void {
  const t = useT()
  const move = useMoveActivity()
  const undoable = useUndoable()
  return ({ activityId, requestId: fromRequestId }, requestId) => {
    const change = newKey()
    // The menu that asked is gone before the answer comes, and callbacks of `mutate` with it.
    void move.mutateAsync({ activityId, requestId, fromRequestId, change }).then(
      ({ request }) =>
        undoable(t('move.movedTo', { number: String(request.number) }), { requestId: fromRequestId, change }),
      (error: unknown) => showToast(moveErrorText(t, error)),
    )
  }
}

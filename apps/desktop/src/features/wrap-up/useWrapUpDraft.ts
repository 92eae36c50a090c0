import { isApiError } from '@care/client'
import { limits } from '@care/domain'
import { useCallback, useEffect, useRef, useState } from 'react'
import { call } from '../../shared/api/client.ts'
import { getDraft, setDraft } from '../../shared/drafts/drafts.ts'
import { useT } from '../../shared/i18n/I18nProvider.tsx'
import { onConnected } from '../../shared/realtime/connection.ts'
import { showToast } from '../../shared/ui/toast.tsx'
import type { Draft } from './api.ts'

const saveAfterMs = 300
/** What the server has not confirmed, in case the page goes before it does. */
const keyOf = (activityId: string): string => `care.wrap-up.${activityId}`

function unsaved(activityId: string): Draft | null {
  try {
    return JSON.parse(localStorage.getItem(keyOf(activityId)) ?? 'null') as Draft | null
  } catch {
    return null
  }
}
function remember(activityId: string, draft: Draft | null): void {
  try {
    if (draft === null) localStorage.removeItem(keyOf(activityId))
    else localStorage.setItem(keyOf(activityId), JSON.stringify(draft))
  } catch {
    // Storage full or forbidden: the server has it in a moment.
  }
}

/**
 * What is chosen and typed in a wrap-up: on the server 300 ms after the last key, because its clock may record it when the
 * desk is closed. What came too late for that becomes a draft of a comment.
 */
export function useWrapUpDraft(
  activityId: string,
  saved: Draft,
): { draft: Draft; change: (part: Partial<Draft>) => void; forget: () => void } {
  const t = useT()
  const [draft, setDraftState] = useState<Draft>(() => unsaved(activityId) ?? saved)
  const timer = useRef<ReturnType<typeof setTimeout>>(undefined)

  const save = useCallback(async () => {
    clearTimeout(timer.current)
    const now = unsaved(activityId)
    if (now === null || now.comment.length > limits.comment) return
    try {
      await call('saveWrapUp', { params: { activityId }, body: now })
      if (JSON.stringify(unsaved(activityId)) === JSON.stringify(now)) remember(activityId, null)
    } catch (error) {
      // Without a connection it waits; the next key or the connection brings it.
      if (!isApiError(error) || error.code !== 'NOT_ALLOWED_NOW') return
      remember(activityId, null)
      if (now.comment.trim() === '' || getDraft(activityId, 'comment') !== '') return
      setDraft(activityId, 'comment', now.comment)
      showToast(t('wrapUp.kept'))
    }
  }, [activityId, t])

  // What another page left behind goes first; what is still in its 300 ms goes with this one.
  useEffect(() => {
    void save()
    const stop = onConnected(() => void save())
    return () => {
      stop()
      void save()
    }
  }, [save])

  const change = (part: Partial<Draft>): void => {
    const next = { ...draft, ...part }
    setDraftState(next)
    remember(activityId, next)
    clearTimeout(timer.current)
    timer.current = setTimeout(() => void save(), saveAfterMs)
  }
  const forget = useCallback(() => {
    clearTimeout(timer.current)
    remember(activityId, null)
  }, [activityId])
  return { draft, change, forget }
}

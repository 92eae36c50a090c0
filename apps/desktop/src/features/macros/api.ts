import { isApiError, newKey } from '@care/client'
import type { Api, BodyOf, Macro } from '@care/contract'
import { fillTemplate } from '@care/domain/quick-replies'
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query'
import { useEffect } from 'react'
import { call } from '../../shared/api/client.ts'
import { draftKey, setDraft, useDrafts } from '../../shared/drafts/drafts.ts'
import { activityQuery } from '../../shared/entities/activity.ts'
import { customerQuery } from '../../shared/entities/customer.ts'
import { macrosQuery } from '../../shared/entities/macros.ts'
import { useMe } from '../../shared/entities/me.ts'
import { languageOf, quickReplyKeys } from '../../shared/entities/quick-replies.ts'
import { putRequest } from '../../shared/entities/request.ts'
import { useUndoable } from '../../shared/entities/undo.ts'
import { useT } from '../../shared/i18n/I18nProvider.tsx'
import { socket } from '../../shared/realtime/connection.ts'
import { showToast } from '../../shared/ui/toast.tsx'
import { fieldValueIn, valuesFor } from '../../shared/words/reply-values.ts'
import { focusComposer } from '../../shared/workspace/open-task.ts'

/** Own and shared macros; pushed when a colleague changes a shared one. */
export function useMacros() {
  const client = useQueryClient()
  useEffect(
    () => socket.on('macros.changed', () => void client.invalidateQueries({ queryKey: macrosQuery.queryKey })),
    [client],
  )
  return useQuery(macrosQuery)
}

/** The first hundred: what a macro puts in is used often. */
export const useReplies = () =>
  useQuery({
    queryKey: [...quickReplyKeys.all, 'macros'],
    queryFn: () => call('listQuickReplies', { query: { limit: 100 } }).then(({ items }) => items),
  })

/** Makes or changes a macro. */
export function useSaveMacro(macro: Macro | null) {
  const client = useQueryClient()
  return useMutation({
    mutationFn: (body: BodyOf<Api['addMacro']>) => {
      if (macro === null) return call('addMacro', { body })
      const { name, steps } = body
      return call('editMacro', { params: { macroId: macro.id }, version: macro.version, body: { name, steps } })
    },
    onSettled: () => client.invalidateQueries({ queryKey: macrosQuery.queryKey }),
  })
}

export function useKeepMacro(what: 'deleteMacro' | 'restoreMacro') {
  const client = useQueryClient()
  return useMutation({
    mutationFn: ({ id }: Macro) => call(what, { params: { macroId: id } }) as Promise<unknown>,
    onSettled: () => client.invalidateQueries({ queryKey: macrosQuery.queryKey }),
  })
}

/** Does a macro to a request, all of it or nothing, with undo; its reply becomes the draft of the open talk. */
export function useApplyMacro(requestId: string, activityId: string | null) {
  const t = useT()
  const client = useQueryClient()
  const tellUndoably = useUndoable()
  const insert = useInsertReply(activityId)
  return useMutation({
    mutationFn: async (macro: Macro) => {
      const change = newKey()
      const answer = await call('applyMacro', { params: { macroId: macro.id }, body: { requestId }, change })
      return { ...answer, change, macro }
    },
    onSuccess: async ({ request, quickReplyId, change, macro }) => {
      putRequest(client, request)
      for (const key of ['tasks', 'queue-items', 'activity', 'comments'])
        void client.invalidateQueries({ queryKey: [key] })
      const name = t('macros.applied', { name: macro.name })
      // Only a reply or a comment: there is nothing that the server could put back.
      if (macro.steps.some(({ kind }) => kind !== 'reply' && kind !== 'comment'))
        tellUndoably(name, { requestId, change })
      else showToast(name)
      if (quickReplyId !== null) await insert(quickReplyId)
    },
  })
}

/** Puts a quick reply at the end of the talk's draft, filled in for it; what is missing is marked as always. */
function useInsertReply(activityId: string | null): (quickReplyId: string) => Promise<void> {
  const t = useT()
  const me = useMe()
  const client = useQueryClient()
  return async (quickReplyId) => {
    if (activityId === null) return showToast(t('macros.replyNoTalk'))
    const reply = await call('getQuickReply', { params: { quickReplyId } }).catch((error: unknown) => {
      if (isApiError(error) && error.code === 'NOT_FOUND') return null
      throw error
    })
    if (!reply) return showToast(t('macros.replyGone'))
    // Files become uploads of the composer, which puts them in itself from the open list.
    if (reply.attachments.length > 0) return focusComposer('reply', { quickReplies: reply.shortcut })
    const activity = await client.ensureQueryData(activityQuery(activityId))
    const customer = await client.ensureQueryData(customerQuery(activity.customer.id))
    const request = await call('getRequest', { params: { requestId: activity.request.id } })
    const number = t('communication.requestNumber', { number: String(request.number) })
    const language = languageOf(reply, [customer.language, t.language, 'en'])
    const parts = fillTemplate(
      reply.texts[language] ?? '',
      valuesFor({ activity, request, customer, me, number }, language),
      fieldValueIn(t, request, language),
    )
    const text = parts.map((one) => one.text).join('')
    const before = useDrafts.getState().drafts[draftKey(activityId, 'reply')] ?? ''
    setDraft(activityId, 'reply', before.trim() === '' ? text : `${before.trimEnd()}\n${text}`)
    focusComposer('reply')
    // A use that was not counted is no reason to disturb who writes.
    void call('useQuickReply', { params: { quickReplyId } }).catch(() => undefined)
  }
}

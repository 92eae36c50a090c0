import type { Api, QuickReply, QueryInputOf, ReplyFileFormat, ReplyScope } from '@care/contract'
import { keepPreviousData, useInfiniteQuery, useMutation, useQueryClient } from '@tanstack/react-query'
import { call, upload, urlOf } from '../../shared/api/client.ts'
import { quickReplyKeys } from '../../shared/entities/quick-replies.ts'
import { errorText } from '../../shared/error-text.ts'
import { useT } from '../../shared/i18n/I18nProvider.tsx'
import { showToast } from '../../shared/ui/toast.tsx'
import type { ReplyDraft } from './editor-store.ts'

export type Filter = Pick<QueryInputOf<Api['listQuickReplies']>, 'search' | 'scope' | 'group' | 'language'>

/** Pages of what the filter finds. */
export function useReplies(filter: Filter) {
  return useInfiniteQuery({
    queryKey: [...quickReplyKeys.all, 'list', filter],
    queryFn: ({ pageParam }) =>
      call('listQuickReplies', { query: { ...filter, ...(pageParam === null ? {} : { cursor: pageParam }) } }),
    initialPageParam: null as string | null,
    getNextPageParam: (page) => page.nextCursor,
    placeholderData: keepPreviousData,
  })
}

/** After every change of one's own; others hear of it by a push. */
function useRefresh(): () => void {
  const client = useQueryClient()
  return () => void client.invalidateQueries({ queryKey: quickReplyKeys.all })
}

/** Makes it, or changes the one with this id. */
export function useSaveReply(id: string | null) {
  const refresh = useRefresh()
  return useMutation({
    mutationFn: ({ isShared, version, attachments, ...fields }: ReplyDraft): Promise<QuickReply> => {
      const { shortcut, title, group, texts } = fields
      const body = { shortcut, title, group, texts, attachmentIds: attachments.map((file) => file.id) }
      return id === null
        ? call('addQuickReply', { body: { ...body, isShared } })
        : call('editQuickReply', { params: { quickReplyId: id }, body, version })
    },
    onSuccess: refresh,
  })
}

/** Deletes at once; the toast brings it back. */
export function useDeleteReply() {
  const t = useT()
  const refresh = useRefresh()
  const sayWhy = (error: unknown): void => showToast(errorText(t, error))
  const restore = (quickReplyId: string): void =>
    void call('restoreQuickReply', { params: { quickReplyId } }).then(refresh, sayWhy)
  return useMutation({
    mutationFn: ({ id }: QuickReply) => call('deleteQuickReply', { params: { quickReplyId: id } }),
    onSuccess: (_done, { id, shortcut }) => {
      refresh()
      showToast(t('quickReplies.deleted', { shortcut }), { undo: () => restore(id) })
    },
    onError: sayWhy,
  })
}

interface FileToImport {
  file: File
  scope: ReplyScope
}
export const formatOf = (name: string): ReplyFileFormat => (/\.json$/i.test(name) ? 'json' : 'csv')

export function usePreview() {
  return useMutation({
    mutationFn: ({ file, scope }: FileToImport) =>
      upload('previewQuickReplies', { query: { scope, format: formatOf(file.name) }, file }, () => undefined),
  })
}
export function useImport() {
  const refresh = useRefresh()
  return useMutation({
    mutationFn: ({ file, scope }: FileToImport) =>
      upload('importQuickReplies', { query: { scope, format: formatOf(file.name) }, file }, () => undefined),
    onSuccess: refresh,
  })
}

/** Where the browser gets the file to save. */
export const exportUrl = (scope: ReplyScope, format: ReplyFileFormat): string =>
  urlOf('exportQuickReplies', { query: { scope, format } })

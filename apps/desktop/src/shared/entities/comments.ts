import { newKey } from '@care/client'
import type { Comment, Me } from '@care/contract'
import {
  queryOptions,
  skipToken,
  useMutation,
  useQuery,
  useQueryClient,
  type QueryClient,
  type UseMutationResult,
  type UseQueryResult,
} from '@tanstack/react-query'
import { asTyped } from '../mentions/known.ts'
import { call } from '../api/client.ts'
import { activityKeys } from './activity.ts'
import { meQuery } from './me.ts'
import { patchQuery, withPatches } from './patches.ts'

export interface CommentList {
  items: Comment[]
  hasEarlier: boolean
}

export const commentsQuery = (activityId: string | null) =>
  queryOptions({
    queryKey: activityKeys.comments(activityId ?? ''),
    queryFn:
      activityId === null
        ? skipToken
        : withPatches((): Promise<CommentList> => call('listComments', { params: { activityId } })),
  })

/** Comments of one activity, oldest first; the thread and the Comments region show the same list. */
export const useComments = (activityId: string | null): UseQueryResult<CommentList> =>
  useQuery(commentsQuery(activityId))

/**
 * Appends a comment if it is new, or puts it in place of itself on its way: the news of it and the answer come in any
 * order. Does nothing when the list was never fetched.
 */
export function putComment(client: QueryClient, comment: Comment): void {
  patchQuery<CommentList>(client, activityKeys.comments(comment.activityId), (old) => {
    const at = old.items.findIndex(({ clientCommentId }) => clientCommentId === comment.clientCommentId)
    const known = old.items[at]
    if (!known) return { ...old, items: [...old.items, comment] }
    return isPendingComment(known) ? { ...old, items: old.items.with(at, comment) } : old
  })
}

/** Adds the comments before the ones that are shown. */
export async function loadEarlierComments(client: QueryClient, activityId: string): Promise<void> {
  const key = activityKeys.comments(activityId)
  const first = client.getQueryData<CommentList>(key)?.items[0]
  if (!first) return
  const page = await call('listComments', { params: { activityId }, query: { before: first.id } })
  client.setQueryData<CommentList>(
    key,
    (old) => old && { items: [...page.items, ...old.items], hasEarlier: page.hasEarlier },
  )
}

const pendingId = (clientCommentId: string): string => `pending:${clientCommentId}`
export const isPendingComment = (comment: Comment): boolean => comment.id.startsWith('pending:')

/** Made by the caller and kept while he repeats a failed save, so that one comment is never written twice. */
export const newCommentKey = newKey

/**
 * Adds a comment: shown at once, replaced by the server's answer, taken away again when refused (the caller keeps the
 * text). Keep `clientCommentId` over retries: the same one twice is one comment.
 */
export function useAddComment(
  activityId: string,
  requestId: string,
): UseMutationResult<Comment, Error, { clientCommentId: string; text: string }> {
  const client = useQueryClient()
  const drop = (clientCommentId: string): void =>
    patchQuery<CommentList>(client, activityKeys.comments(activityId), (old) => ({
      ...old,
      items: old.items.filter(({ id }) => id !== pendingId(clientCommentId)),
    }))
  return useMutation({
    mutationFn: (body) => call('addComment', { params: { activityId }, body, idempotencyKey: body.clientCommentId }),
    onMutate: ({ clientCommentId, text }) => {
      const me = client.getQueryData<Me>(meQuery.queryKey)
      const author = { id: me?.id ?? '', name: me?.name ?? '' }
      putComment(client, {
        id: pendingId(clientCommentId),
        activityId,
        requestId,
        clientCommentId,
        author,
        text: asTyped(activityId, text),
        createdAt: Date.now(),
      })
    },
    onError: (_error, { clientCommentId }) => drop(clientCommentId),
    onSuccess: (comment) => putComment(client, comment),
  })
}

import { useQueryClient } from '@tanstack/react-query'
import { useEffect } from 'react'

/** A link to a comment (`/a/<activityId>#comment-<id>`, as mails have it) leads to it; followed once, at the start. */
export function useCommentInAddress(): void {
  const client = useQueryClient()
  useEffect(() => {
    const activityId = /^\/a\/([^/]+)$/.exec(location.pathname)?.[1]
    const commentId = /^#comment-([\w-]{1,64})$/.exec(location.hash)?.[1]
    if (activityId === undefined || commentId === undefined) return
    history.replaceState(null, '', location.pathname)
    void import('../features/notifications/go-to.ts').then(({ showComment }) =>
      showComment(client, activityId, commentId),
    )
  }, [client])
}

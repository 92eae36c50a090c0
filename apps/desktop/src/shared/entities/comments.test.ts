import { aComment } from '@care/testkit'
import { QueryClient } from '@tanstack/react-query'
import { expect, test } from 'vitest'
import { activityKeys } from './activity.ts'
import { putComment, type CommentList } from './comments.ts'

const key = activityKeys.comments('ac-1')
const shownOf = (client: QueryClient) => client.getQueryData<CommentList>(key)?.items.map(({ id }) => id)

test('the news of a comment takes the place of the same one on its way; the answer then adds nothing', () => {
  const client = new QueryClient()
  const before = aComment({ id: 'cm-1' })
  client.setQueryData<CommentList>(key, { items: [before], hasEarlier: false })
  putComment(client, aComment({ id: 'pending:key-1', clientCommentId: 'key-1' }))
  putComment(client, aComment({ id: 'cm-3', clientCommentId: 'key-3' }))
  const saved = aComment({ id: 'cm-2', clientCommentId: 'key-1' })
  putComment(client, saved)
  expect(shownOf(client)).toEqual(['cm-1', 'cm-2', 'cm-3'])
  putComment(client, saved)
  expect(shownOf(client)).toEqual(['cm-1', 'cm-2', 'cm-3'])
})

test('a list that was never fetched stays so', () => {
  const client = new QueryClient()
  putComment(client, aComment())
  expect(shownOf(client)).toBeUndefined()
})

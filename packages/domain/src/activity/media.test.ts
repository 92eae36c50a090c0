import { expect, test } from 'vitest'
import { defaultCapacity } from '../routing/capacity.ts'
import { media, mediumIds } from './media.ts'

test.each(mediumIds)('%s: as many as an operator takes by default are his whole attention', (medium) => {
  expect(media[medium].capacityWeight * defaultCapacity[medium]).toBe(12)
})

test.each(mediumIds)('%s: only what has a thread can be answered in it', (medium) => {
  expect(media[medium].canReply && !media[medium].hasThread).toBe(false)
})

test('only chats and calls go back to the queue when their operator is gone', () => {
  expect(mediumIds.filter((medium) => media[medium].isLive)).toEqual(['chat', 'call'])
})

import { dayMs } from '@care/domain'
import { eq } from '../../db/drizzle.ts'
import fc from 'fast-check'
import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { addTodo } from '../follow-ups/commands/add-todo.ts'
import { addComment } from '../activities/commands/add-comment.ts'
import { receiveMessage } from '../activities/index.ts'
import { closeRequest, requestDetails } from '../requests/index.ts'
import { editRequest } from '../requests/commands/edit-request.ts'
import { reopenRequest } from '../requests/commands/reopen-request.ts'
import { requestHistory } from '../requests/queries/history.ts'
import { takeTask } from '../routing/commands/take-task.ts'
import { locateRequest } from './queries/locate-request.ts'
import { requestTies } from './queries/request-ties.ts'
import { openTies, problemOf, type TiesBench } from '../../testing/ties-bench.ts'

let bench: TiesBench
beforeEach(async () => {
  bench = await openTies()
})
afterEach(() => bench.remove())

const tag = async (requestId: string, tags: string[]): Promise<void> => {
  const { version } = await bench.request(requestId)
  await bench.execute(editRequest, bench.anna, { requestId, version, patch: { tags } })
}

describe('merging', () => {
  test('moves activities with comments, adds tags, closes the source, which leads to the target; both histories say so', async () => {
    const { anna, store } = bench
    const [source, target] = [await bench.add('Cracked tank'), await bench.add('Tank')]
    await tag(source, ['late', 'tank'])
    await tag(target, ['tank'])
    const mail = await bench.mail(source)
    await bench.execute(addComment, anna, { activityId: mail, clientCommentId: 'comment-1', text: 'look' })
    const { mergeId } = await bench.merge(source, target)

    expect(await bench.row(mail)).toMatchObject({ requestId: target })
    expect(await store.read.select().from(store.t.comments)).toMatchObject([{ requestId: target }])
    expect(await bench.request(target)).toMatchObject({ tags: ['tank', 'late'] })
    expect(await bench.request(source)).toMatchObject({
      category: 'closed',
      mergedIntoId: target,
      autoCloseCheckAt: null,
    })
    expect(await requestDetails(store.read, anna, source)).toMatchObject({ id: target })
    const number = (await bench.request(source)).number
    expect(await locateRequest(store.read, anna, { number })).toMatchObject({
      requestId: target,
      activityId: mail,
      mergedNumber: number,
    })
    const { items } = await requestHistory(store.read, target, { limit: 50 })
    expect(items.filter(({ type }) => type === 'request.merged')).toHaveLength(2)
    const { merges } = await requestTies(store.read, anna, target)
    expect(merges).toMatchObject([{ id: mergeId, number, title: 'Cracked tank', by: { name: 'Anna' }, activities: 1 }])
  })

  test('what the customer says later in a moved talk arrives in the target; a new one is not put on the source', async () => {
    const { jonas: visitor, anna, execute } = bench
    const chat = await bench.task({ customerId: visitor.customerId, visitorId: visitor.id })
    await execute(takeTask, anna, { activityId: chat })
    const source = (await bench.row(chat)).requestId
    const target = await bench.add('Another')
    await bench.merge(source, target)
    bench.clock.advance(1_000)
    await execute(receiveMessage, visitor, { clientMessageId: 'later-reply', text: 'And?', attachmentIds: [] })
    expect((await bench.request(target)).lastUpdateAt).toBe(bench.clock.now())
    await execute(closeRequest, anna, { requestId: target, outcome: 'solved' })
    const again = await bench.task({ customerId: visitor.customerId, medium: 'email' })
    expect((await bench.row(again)).requestId).toBe(target)
  })

  test('is refused for itself, another customer’s, closed ones, by whom neither is, and what is merged is closed for good', async () => {
    const { anna, execute } = bench
    const [one, two, closed] = [await bench.add('One'), await bench.add('Two'), await bench.add('Closed')]
    const foreign = await bench.add('Foreign', (await bench.visitor('Maria')).customerId)
    await execute(closeRequest, anna, { requestId: closed, outcome: 'solved' })
    expect(await problemOf(bench.merge(one, one))).toBe('SAME_REQUEST')
    expect(await problemOf(bench.merge(one, foreign))).toBe('OTHER_CUSTOMER')
    expect(await problemOf(bench.merge(closed, one))).toBe('SOURCE_CLOSED')
    expect(await problemOf(bench.merge(one, closed))).toBe('TARGET_CLOSED')
    const boris = await bench.operator('Boris')
    expect(await problemOf(bench.merge(one, two, boris))).toBe('NOT_FOUND')
    await bench.merge(one, two)
    expect(await problemOf(bench.merge(one, two))).toBe('MERGED')
    expect(await problemOf(execute(reopenRequest, anna, { requestId: one }))).toBe('MERGED')
    expect(await problemOf(bench.merge(two, one))).toBe('MERGED')
  })

  test('of two people who merge each into the other at once, one does it', async () => {
    const [one, two] = [await bench.add('One'), await bench.add('Two')]
    await bench.mail(one)
    await bench.mail(two)
    const results = await Promise.all([problemOf(bench.merge(one, two)), problemOf(bench.merge(two, one))])
    expect(results.toSorted()).toEqual(['MERGED', 'none'])
  })
})

describe('taking it apart', () => {
  test('gives back what was moved, leaves what came since, weeks later too, once', async () => {
    const [source, target] = [await bench.add('Source'), await bench.add('Target')]
    const [moved, stayed] = [await bench.mail(source), await bench.mail(target)]
    const was = (await bench.request(source)).category
    const { mergeId } = await bench.merge(source, target)
    bench.clock.advance(30 * dayMs)
    const since = await bench.mail(target)
    await bench.unmerge(mergeId)
    const places = async (...ids: string[]) => Promise.all(ids.map(async (id) => (await bench.row(id)).requestId))
    expect(await places(moved, stayed, since)).toEqual([source, target, target])
    const again = await bench.request(source)
    expect(again).toMatchObject({ category: was, mergedIntoId: null, closedAt: null })
    // Its clock starts again: an activity moved in (rule 8).
    expect(again.autoCloseAt).toBeGreaterThan(bench.clock.now())
    expect(await problemOf(bench.unmerge(mergeId))).toBe('UNDONE')
  })

  test('is refused when the target is closed or was merged on, with nothing changed', async () => {
    const { anna, execute } = bench
    const [a, b, c] = [await bench.add('A'), await bench.add('B'), await bench.add('C')]
    const mail = await bench.mail(a)
    const first = await bench.merge(a, b)
    await execute(closeRequest, anna, { requestId: b, outcome: 'solved' })
    expect(await problemOf(bench.unmerge(first.mergeId))).toBe('TARGET_CLOSED')
    await execute(reopenRequest, anna, { requestId: b })
    const second = await bench.merge(b, c)
    expect(await bench.request(a)).toMatchObject({ mergedIntoId: c })
    expect(await problemOf(bench.unmerge(first.mergeId))).toBe('MERGED')
    expect((await bench.row(mail)).requestId).toBe(c)
    await bench.unmerge(second.mergeId)
    await bench.unmerge(first.mergeId)
    expect((await bench.row(mail)).requestId).toBe(a)
  })

  test('by the toast too, within its time', async () => {
    const [source, target] = [await bench.add('Source'), await bench.add('Target')]
    const mail = await bench.mail(source)
    const change = bench.named()
    await bench.merge(source, target, bench.anna, change)
    await bench.undo(target, change)
    expect((await bench.row(mail)).requestId).toBe(source)
    expect(await problemOf(bench.undo(target, change))).toBe('UNDONE')
  })
})

test('any merges in any order, taken apart in reverse, leave every row as it was', async () => {
  const ids: string[] = []
  for (const title of ['A', 'B', 'C', 'D']) {
    const id = await bench.add(title)
    ids.push(id)
    await tag(id, [title, 'all'])
    await bench.mail(id)
    await bench.execute(addTodo, bench.anna, { customerId: bench.jonas.customerId, requestId: id, title: 'Call' })
  }
  const { requests } = bench.store.t
  const [a = '', b = ''] = ids
  const { version } = await bench.request(b)
  await bench.execute(editRequest, bench.anna, { requestId: b, version, patch: { priority: 'urgent' } })
  await bench.store.transact((tx) => tx.update(requests).set({ parentId: a }).where(eq(requests.id, b)))
  const steps = fc.array(fc.tuple(fc.nat(3), fc.nat(3)), { minLength: 1, maxLength: 6 })
  await fc.assert(
    fc.asyncProperty(steps, async (order) => {
      const before = await bench.rows()
      const done: string[] = []
      for (const [from, to] of order) {
        try {
          done.push((await bench.merge(ids[from] ?? '', ids[to] ?? '')).mergeId)
        } catch {
          // Refused: itself, merged already, a circle.
        }
      }
      for (const mergeId of done.toReversed()) await bench.unmerge(mergeId)
      expect(await bench.rows()).toEqual(before)
    }),
    { numRuns: 20 },
  )
})

import { mentionOf } from '@care/domain'
import { eq } from '../../db/drizzle.ts'
import { afterEach, beforeEach, expect, test } from 'vitest'
import type { OperatorActor } from '../../kernel/actor.ts'
import { openRouting, type RoutingBench } from '../../testing/routing-bench.ts'
import { refusal } from '../../testing/workbench.ts'
import { addComment } from '../activities/commands/add-comment.ts'
import { moveActivity } from '../activities/commands/move-activity.ts'
import { receiveMessage } from '../activities/index.ts'
import { closeRequest, colleaguesFor, findRequest } from '../requests/index.ts'
import { takeTask } from '../routing/commands/take-task.ts'
import { handleNotifications } from './commands/handle-notifications.ts'
import { notificationList, unreadOf } from './queries/notification-list.ts'

let bench: RoutingBench
let anna: OperatorActor
let boris: OperatorActor
beforeEach(async () => {
  bench = await openRouting()
  anna = await bench.desk('Anna')
  boris = await bench.desk('Boris')
  await bench.operator('Dora', 'dispatcher', [])
})
afterEach(() => bench.remove())

const open = async (who: OperatorActor) =>
  (await notificationList(bench.store.read, who.id, { which: 'open', limit: 50 })).items
const kinds = async (who: OperatorActor) => (await open(who)).map(({ kind }) => kind)
let written = 0
const comment = (by: OperatorActor, activityId: string, text: string) =>
  bench.execute(addComment, by, { activityId, clientCommentId: `comment-${(written += 1)}`, text })

/** A visitor's chat in Anna's progress. */
async function held() {
  const visitor = await bench.visitor('Jonas')
  const id = await bench.task({ customerId: visitor.customerId, visitorId: visitor.id })
  await bench.execute(takeTask, anna, { activityId: id })
  const { requestId } = await bench.row(id)
  let said = 0
  const says = () =>
    bench.execute(receiveMessage, visitor, {
      clientMessageId: `said-${id}-${(said += 1)}`,
      text: 'Hello',
      attachmentIds: [],
    })
  return { id, requestId, says }
}
const close = (by: OperatorActor, requestId: string, outcome = 'solved') =>
  bench.execute(closeRequest, by, { requestId, outcome })

test('tells who is mentioned, with the spot and the words, names as they are now', async () => {
  const { id, requestId } = await held()
  const { id: commentId } = await comment(anna, id, `Ask ${mentionOf('boris')} or ${mentionOf('boris')}`)
  expect(await open(boris)).toMatchObject([
    {
      kind: 'mention',
      actor: { kind: 'operator', id: 'anna', name: 'Anna' },
      request: { id: requestId, customer: { name: 'Jonas' } },
      activityId: id,
      commentId,
      excerpt: 'Ask @Boris or @Boris',
      seenAt: null,
      handledAt: null,
    },
  ])
  expect(await unreadOf(bench.store.read, 'boris')).toBe(1)
  expect(await open(anna)).toEqual([])
})

test('of oneself, or in words only, tells nobody', async () => {
  const { id } = await held()
  await comment(anna, id, `Note to ${mentionOf('anna')} and @Boris`)
  expect([await kinds(anna), await kinds(boris)]).toEqual([[], []])
})

test('of who may not see it, or is nobody, is refused with why, and nothing is written', async () => {
  const { id } = await held()
  await bench.operator('Fiona', 'operator', ['q2'])
  await expect(
    comment(anna, id, `${mentionOf('boris')} ${mentionOf('fiona')} ${mentionOf('nobody')}`),
  ).rejects.toMatchObject({
    code: 'MENTION_REFUSED',
    details: {
      people: [
        { id: 'fiona', name: 'Fiona', why: 'cannotSee' },
        { id: 'nobody', name: '', why: 'gone' },
      ],
    },
  })
  expect(await bench.store.read.select().from(bench.store.t.comments)).toEqual([])
  expect(await kinds(boris)).toEqual([])
  const crowd = Array.from({ length: 21 }, (_, i) => mentionOf(`someone-${i}`)).join('')
  expect(await refusal(comment(anna, id, crowd))).toBe('INVALID_INPUT')
})

test('colleagues are found by the beginning of any word of the name, in any script; namesakes by their address', async () => {
  const { id } = await held()
  const { operators } = bench.store.t
  const named = (who: string, name: string) =>
    bench.store.transact((tx) => tx.update(operators).set({ name }).where(eq(operators.id, who)))
  await bench.operator('Fiona', 'operator', ['q2'])
  await named('boris', 'Ёлка Łukasz')
  await named('dora', 'Ёлка Łukasz')
  const labels = async (search: string) => {
    const loaded = await findRequest(bench.store.read, (await bench.row(id)).requestId)
    if (!loaded) throw new Error('no request')
    return (await colleaguesFor(bench.store.read, loaded, { actorId: 'anna', search })).map(({ label }) => label)
  }
  expect(await labels('ел')).toHaveLength(2)
  expect(new Set(await labels('luk елка')).size).toBe(2)
  expect((await labels('luk')).every((label) => label.startsWith('Ёлка Łukasz ('))).toBe(true)
  // Neither oneself, nor who may not see it.
  expect([await labels('fiona'), await labels('anna')]).toEqual([[], []])
})

test('is handled by opening the talk, or by answering there', async () => {
  const { id, requestId } = await held()
  await comment(anna, id, mentionOf('boris'))
  await bench.execute(handleNotifications, boris, { ids: [], open: { requestId, activityId: null } })
  expect(await kinds(boris)).toEqual(['mention'])
  await bench.execute(handleNotifications, boris, { ids: [], open: { requestId, activityId: id } })
  expect(await kinds(boris)).toEqual([])
  await comment(anna, id, mentionOf('boris'))
  await comment(boris, id, 'Done')
  expect(await kinds(boris)).toEqual([])
  const all = await notificationList(bench.store.read, 'boris', { which: 'all', limit: 50 })
  expect(all.items).toHaveLength(2)
})

test('goes along when the talk is moved, and stays when the request is closed', async () => {
  const { id } = await held()
  await comment(anna, id, mentionOf('boris'))
  await bench.execute(moveActivity, anna, { activityId: id, requestId: null })
  const { requestId } = await bench.row(id)
  expect(await open(boris)).toMatchObject([{ request: { id: requestId } }])
  await close(anna, requestId)
  expect(await kinds(boris)).toEqual(['mention'])
})

test('says nothing of a request that one may not see any more', async () => {
  const { id, requestId } = await held()
  await comment(anna, id, `Secret ${mentionOf('boris')}`)
  const { requests } = bench.store.t
  await bench.store.transact((tx) => tx.update(requests).set({ queueId: 'q2' }))
  expect(requestId).not.toBe('')
  expect(await open(boris)).toMatchObject([{ request: null, activityId: null, commentId: null, excerpt: '' }])
})

import { hourMs, mentionOf, noticeMailAfterMs } from '@care/domain'
import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import type { OperatorActor } from '../../kernel/actor.ts'
import { openRouting, type RoutingBench } from '../../testing/routing-bench.ts'
import { addComment } from '../activities/commands/add-comment.ts'
import { receiveMessage } from '../activities/index.ts'
import { addTodo } from '../follow-ups/commands/add-todo.ts'
import { seeTodo } from '../follow-ups/commands/see-todo.ts'
import { assignRequest } from '../requests/commands/assign-request.ts'
import { snoozeRequest } from '../requests/commands/snooze-request.ts'
import { closeRequest } from '../requests/index.ts'
import { acceptOffer } from '../routing/commands/accept-offer.ts'
import { assignTask } from '../routing/commands/assign-task.ts'
import { declineOffer } from '../routing/commands/decline-offer.ts'
import { takeTask } from '../routing/commands/take-task.ts'
import { transferTask } from '../routing/commands/transfer-task.ts'
import { changeNotificationSettings } from './commands/change-settings.ts'
import { handleNotifications } from './commands/handle-notifications.ts'
import { seeNotifications } from './commands/see-notifications.ts'
import { notificationList, unreadOf } from './queries/notification-list.ts'

let bench: RoutingBench
let anna: OperatorActor
let boris: OperatorActor
let dora: OperatorActor
beforeEach(async () => {
  bench = await openRouting()
  anna = await bench.desk('Anna')
  boris = await bench.desk('Boris')
  dora = await bench.operator('Dora', 'dispatcher', [])
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

describe('transfer', () => {
  const ask = (activityId: string, by = anna) =>
    bench.execute(transferTask, by, { activityId, to: { operatorId: 'boris' }, reason: 'Pumps' })

  test('tells the colleague until he answers, and the sender when he declines', async () => {
    const { id } = await held()
    await ask(id)
    expect([await kinds(anna), await kinds(boris)]).toEqual([[], ['transfer']])
    await bench.execute(declineOffer, boris, { activityId: id })
    expect(await kinds(boris)).toEqual([])
    expect(await open(anna)).toMatchObject([{ kind: 'transferDeclined', actor: { id: 'boris', name: 'Boris' } }])
  })

  test('nobody answers: the sender is told whom he asked', async () => {
    const { id } = await held()
    await ask(id)
    bench.clock.advance(60_000)
    await bench.sweep()
    expect(await kinds(boris)).toEqual([])
    expect(await open(anna)).toMatchObject([{ kind: 'transferMissed', actor: { id: 'boris' } }])
  })

  test('accepted: nothing is left, nobody is told that he was assigned by himself', async () => {
    const { id } = await held()
    await ask(id)
    await bench.execute(acceptOffer, boris, { activityId: id })
    expect([await kinds(anna), await kinds(boris)]).toEqual([[], []])
  })
})

describe('work', () => {
  const assign = (requestId: string, operatorId: string) =>
    bench.execute(assignRequest, dora, { requestId, operatorId })

  test('assigned by another: told until opened; assigned on, it is the next one’s', async () => {
    const { requestId } = await held()
    await assign(requestId, 'boris')
    expect([await kinds(anna), await kinds(boris), await kinds(dora)]).toEqual([[], ['assigned'], []])
    await assign(requestId, 'anna')
    expect([await kinds(anna), await kinds(boris)]).toEqual([['assigned'], []])
    await bench.execute(handleNotifications, anna, { ids: [], open: { requestId, activityId: null } })
    expect(await kinds(anna)).toEqual([])
  })

  test('a task given unasked is told once, and not any more when it goes to the next one', async () => {
    const { id } = await held()
    const connect = { isConnected: true }
    await bench.store.transact((tx) => tx.update(bench.store.t.presence).set(connect))
    await bench.execute(assignTask, dora, { activityId: id, operatorId: 'boris' })
    expect(await kinds(boris)).toEqual(['assigned'])
    await bench.execute(assignTask, dora, { activityId: id, operatorId: 'anna' })
    expect([await kinds(anna), await kinds(boris)]).toEqual([['assigned'], []])
  })

  test('a message in one’s own task is no notification; in a request of one’s own that nobody has in progress it is', async () => {
    const { id, requestId, says } = await held()
    await says()
    expect(await kinds(anna)).toEqual([])
    const { activities } = bench.store.t
    await bench.store.transact((tx) => tx.update(activities).set({ state: 'waiting', operatorId: null }))
    await says()
    await says()
    expect(await open(anna)).toMatchObject([{ kind: 'answered', actor: { kind: 'customer', name: 'Jonas' }, times: 1 }])
    // Unread it is not told again at once; a minute later it is, on the same line.
    bench.clock.advance(61_000)
    await says()
    expect(await open(anna)).toMatchObject([{ kind: 'answered', times: 2, request: { id: requestId } }])
    // A colleague takes it: handled for both.
    await bench.execute(takeTask, boris, { activityId: id })
    expect(await kinds(anna)).toEqual([])
  })

  test('a mail that waits is not put off by the same again; once it was read, the next one has a mail of its own', async () => {
    await bench.execute(changeNotificationSettings, anna, { ways: { answered: { email: true } } })
    const { says } = await held()
    const { activities, notifications } = bench.store.t
    await bench.store.transact((tx) => tx.update(activities).set({ state: 'waiting', operatorId: null }))
    const mailAt = async () => (await bench.store.read.select().from(notifications)).map((row) => row.mailAt)
    const first = bench.clock.now() + noticeMailAfterMs
    await says()
    bench.clock.advance(61_000)
    await says()
    expect(await open(anna)).toMatchObject([{ times: 2 }])
    expect(await mailAt()).toEqual([first])
    await bench.execute(seeNotifications, anna, {})
    bench.clock.advance(1_000)
    await says()
    expect(await mailAt()).toEqual([bench.clock.now() + noticeMailAfterMs])
  })

  test('snooze over is told to who put it aside and to who is in charge, and goes when it is closed', async () => {
    const { requestId } = await held()
    await assign(requestId, 'boris')
    await bench.execute(snoozeRequest, dora, { requestId, until: bench.clock.now() + hourMs, wakesOnAnswer: true })
    bench.clock.advance(hourMs)
    await bench.sweep()
    expect([await kinds(dora), await kinds(boris), await kinds(anna)]).toEqual([
      ['snoozeOver'],
      ['snoozeOver', 'assigned'],
      [],
    ])
    await close(dora, requestId)
    expect([await kinds(dora), await kinds(boris)]).toEqual([[], []])
  })

  test('a to-do that is due is told with its title, and goes when it was looked at', async () => {
    const { customerId } = await bench.visitor('Jonas')
    const reminder = { kind: 'at', at: bench.clock.now() + hourMs } as const
    const { todoId } = await bench.execute(addTodo, anna, { customerId, title: 'Call back', reminder })
    bench.clock.advance(hourMs)
    await bench.sweep()
    expect(await open(anna)).toMatchObject([{ kind: 'todoDue', subjectId: todoId, excerpt: 'Call back' }])
    await bench.execute(seeTodo, anna, { todoId })
    expect(await kinds(anna)).toEqual([])
  })

  test('spam notifies nobody, and takes back what was told', async () => {
    const { id, requestId } = await held()
    await comment(anna, id, mentionOf('boris'))
    await close(anna, requestId, 'spam')
    expect(await kinds(boris)).toEqual([])
    await comment(anna, id, `Look ${mentionOf('boris')}`)
    expect(await kinds(boris)).toEqual([])
  })
})

describe('own settings and lists', () => {
  test('not wanted in the panel: heard, never open; wanted in no way: not even kept', async () => {
    const { id } = await held()
    const set = (switches: object) => bench.execute(changeNotificationSettings, boris, { ways: { mention: switches } })
    await set({ panel: false })
    await comment(anna, id, mentionOf('boris'))
    expect(await kinds(boris)).toEqual([])
    expect(bench.ofType('notification.raised')).toHaveLength(1)
    expect(await set({ sound: false, browser: false })).toMatchObject({
      ways: { mention: { panel: false, sound: false, browser: false } },
    })
    await comment(anna, id, mentionOf('boris'))
    expect(bench.ofType('notification.raised')).toHaveLength(1)
  })

  test('read is read, one or all; another’s stays as it is', async () => {
    const { id } = await held()
    for (let i = 0; i < 3; i++) await comment(anna, id, mentionOf('boris'))
    const [first] = await open(boris)
    const ids = [first?.id ?? '']
    await bench.execute(seeNotifications, anna, { ids })
    expect(await unreadOf(bench.store.read, 'boris')).toBe(3)
    await bench.execute(seeNotifications, boris, { ids })
    expect(await unreadOf(bench.store.read, 'boris')).toBe(2)
    await bench.execute(seeNotifications, boris, {})
    expect(await unreadOf(bench.store.read, 'boris')).toBe(0)
    expect(await open(boris)).toHaveLength(3)
    await bench.execute(handleNotifications, anna, { ids })
    expect(await open(boris)).toHaveLength(3)
    await bench.execute(handleNotifications, boris, { ids })
    expect(await open(boris)).toHaveLength(2)
  })

  test('pages by key: each once, newest first; older than 90 days are gone', async () => {
    const { id } = await held()
    for (let i = 0; i < 5; i++) {
      bench.clock.advance(1)
      await comment(anna, id, mentionOf('boris'))
    }
    const seen: string[] = []
    for (let cursor: string | undefined; ;) {
      const page = await notificationList(bench.store.read, 'boris', { which: 'open', limit: 2, cursor })
      seen.push(...page.items.map((item) => item.id))
      if (page.nextCursor === null) break
      cursor = page.nextCursor
    }
    expect(seen).toEqual((await open(boris)).map((item) => item.id))
    expect(new Set(seen).size).toBe(5)
    bench.clock.advance(91 * 24 * hourMs)
    await bench.sweep()
    expect(await open(boris)).toEqual([])
  })
})

test('supervisors are told once that a queue waits too long, and not any more when somebody takes it', async () => {
  const vera = await bench.operator('Vera', 'supervisor', [])
  const id = await bench.task({})
  bench.clock.advance(300_000)
  await bench.sweep()
  expect(await open(vera)).toEqual([])
  bench.clock.advance(1)
  await bench.sweep()
  await bench.task({})
  bench.clock.advance(10_000)
  await bench.sweep()
  expect(await open(vera)).toMatchObject([
    { kind: 'alert', subjectId: 'q', excerpt: 'General', times: 1, actor: { kind: 'system' }, request: null },
  ])
  expect([await kinds(anna), await kinds(dora)]).toEqual([[], []])
  await bench.execute(takeTask, anna, { activityId: id })
  await bench.sweep()
  expect(await open(vera)).toEqual([])
  // The next one that waits too long is news again.
  bench.clock.advance(300_000)
  await bench.sweep()
  expect(await kinds(vera)).toEqual(['alert'])
})

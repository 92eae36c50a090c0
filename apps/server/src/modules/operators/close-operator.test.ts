import { handedOverMost, hourMs } from '@care/domain'
import { and, eq } from '../../db/drizzle.ts'
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest'
import { bootServer, password, type TestServer } from '../../testing/boot-server.ts'
import type { Desk } from '../../testing/people.ts'
import { refusal } from '../../testing/workbench.ts'

let server: TestServer
let admin: Desk
let anna: Desk
beforeEach(async () => {
  server = await bootServer({ hasRateLimits: false })
  admin = await server.signIn('admin')
  anna = await server.signIn('anna')
})
afterEach(() => server.stop())

const account = (operatorId: string) => admin.call('getOperator', { params: { operatorId } })
async function close(operatorId: string, heirId: string | null = null, by = admin) {
  const { version } = await account(operatorId)
  return by.call('closeOperator', { params: { operatorId }, version, body: { heirId } })
}
const eventsOf = async (type: string) => {
  const { events } = server.services.store.t
  const rows = await server.services.store.read.select().from(events).where(eq(events.type, type))
  return rows.map(({ facts, actorId }) => ({ ...(facts as Record<string, unknown>), actorId }))
}
const signIn = (email: string) =>
  anna.call('signIn', { body: { email, password } }).then(
    () => 'none',
    (error: { code: string }) => error.code,
  )

describe('closing an account', () => {
  test('ends its sessions and sockets at once; the log and the audit say who did it', async () => {
    const second = await server.signIn('anna')
    const socket = await anna.socket()
    const heard: string[] = []
    socket.on('session.ended', () => void heard.push('ended'))
    socket.onDisconnect(() => void heard.push('gone'))
    const { operator } = await close('anna')
    expect(operator).toMatchObject({ id: 'anna', isActive: false, presence: 'offline', version: 2 })
    await server.settle()
    await vi.waitFor(() => expect(heard).toEqual(['ended', 'gone']))
    for (const desk of [anna, second]) expect(await refusal(desk.call('getMe'))).toBe('NOT_SIGNED_IN')
    expect(await signIn('anna@example.com')).toBe('WRONG_CREDENTIALS')
    const { read, t } = server.services.store
    expect(await read.select().from(t.sessions).where(eq(t.sessions.operatorId, 'anna'))).toEqual([])
    expect(await eventsOf('operator.closed')).toEqual([{ operatorId: 'anna', actorId: 'admin' }])
    expect(await eventsOf('session.ended')).toMatchObject([{ reason: 'revoked' }, { reason: 'revoked' }])
    expect((await admin.call('listAudit')).items).toMatchObject([
      { kind: 'operator.closed', operator: { id: 'admin' }, account: { id: 'anna', name: 'Anna' } },
    ])
  })

  test('again it changes nothing; opened again he signs in as before, with his queues', async () => {
    await close('anna')
    const again = await admin.call('closeOperator', { params: { operatorId: 'anna' }, version: 1, body: {} })
    expect(again.operator).toMatchObject({ isActive: false, version: 2 })
    expect(await eventsOf('operator.closed')).toHaveLength(1)
    const reopen = (version: number) => admin.call('reopenOperator', { params: { operatorId: 'anna' }, version })
    expect(await refusal(reopen(1))).toBe('CONFLICT')
    expect(await reopen(2)).toMatchObject({ isActive: true, version: 3, queueIds: ['q'] })
    expect(await reopen(2)).toMatchObject({ isActive: true, version: 3 })
    expect(await eventsOf('operator.reopened')).toHaveLength(1)
    expect(await signIn('anna@example.com')).toBe('none')
    // The sessions of before stay ended.
    expect(await refusal(anna.call('getMe'))).toBe('NOT_SIGNED_IN')
  })

  test('is refused for oneself, on an old version, of nobody, and with an heir who is not there', async () => {
    await expect(close('admin')).rejects.toMatchObject({ details: { problem: 'OWN_ACCOUNT' } })
    const stale = admin.call('closeOperator', { params: { operatorId: 'anna' }, version: 0, body: {} })
    await expect(stale).rejects.toMatchObject({
      code: 'CONFLICT',
      details: { currentVersion: 1, current: { name: 'Anna', role: 'operator', isActive: true } },
    })
    const nobody = admin.call('closeOperator', { params: { operatorId: 'nobody' }, version: 1, body: {} })
    expect(await refusal(nobody)).toBe('NOT_FOUND')
    await close('boris')
    for (const heirId of ['boris', 'anna', 'nobody']) expect(await refusal(close('anna', heirId))).toBe('INVALID_INPUT')
    expect(await account('anna')).toMatchObject({ isActive: true, version: 1 })
  })

  test('of two administrators who close each other at once one stays', async () => {
    const body = { name: 'Olga', email: 'olga@example.com', password, role: 'admin' as const }
    const { id: olgaId } = await admin.call('addOperator', { body })
    const olga = await server.signIn(olgaId)
    const codes = await Promise.all([
      refusal(admin.call('closeOperator', { params: { operatorId: olgaId }, version: 1, body: {} })),
      refusal(olga.call('closeOperator', { params: { operatorId: 'admin' }, version: 1, body: {} })),
    ])
    expect(codes.toSorted()[0]).toMatch(/^(NOT_ALLOWED_NOW|NOT_SIGNED_IN)$/)
    expect(codes).toContain('none')
    const { read, t } = server.services.store
    const left = await read
      .select({ id: t.operators.id })
      .from(t.operators)
      .where(and(eq(t.operators.role, 'admin'), eq(t.operators.isActive, true)))
    expect(left).toHaveLength(1)
  })
})

describe('what was his', () => {
  test('open to-dos and deals go to one colleague, each by its own event; done ones stay', async () => {
    const { id: customerId } = await admin.call('addCustomer', { body: { name: 'Elena' } })
    const body = { customerId, title: 'Call back' }
    const todo = await anna.call('addTodo', { body })
    const done = await anna.call('addTodo', { body })
    await anna.call('setTodoDone', { params: { todoId: done.id }, body: { isDone: true } })
    const deal = await anna.call('addDeal', { body: { ...body, amount: 100, currency: 'EUR' } })
    expect(await admin.call('getOperatorWork', { params: { operatorId: 'anna' } })).toEqual({
      tasks: 0,
      todos: 1,
      deals: 1,
    })
    expect((await close('anna', 'boris')).work).toEqual({ tasks: 0, todos: 0, deals: 0 })
    const { read, t } = server.services.store
    const owners = await read.select({ id: t.todos.id, ownerId: t.todos.ownerId }).from(t.todos)
    expect(owners.toSorted((a, b) => (a.id < b.id ? -1 : 1))).toEqual([
      { id: todo.id, ownerId: 'boris' },
      { id: done.id, ownerId: 'anna' },
    ])
    expect(await eventsOf('todo.edited')).toMatchObject([
      { todoId: todo.id, ownerId: 'boris', previousOwnerId: 'anna', actorId: 'admin' },
    ])
    expect(await eventsOf('deal.edited')).toMatchObject([{ dealId: deal.id, ownerId: 'boris' }])
    // Totals follow.
    const totals = await read.select().from(t.dealTotals)
    expect(totals.filter(({ count }) => count > 0)).toMatchObject([{ ownerId: 'boris', count: 1, amount: 100 }])
  })

  test('stays his without an heir, and can be given to one later, as many at once as one call bears', async () => {
    const { id: customerId } = await admin.call('addCustomer', { body: { name: 'Elena' } })
    const { id, ...row } = await anna.call('addTodo', { body: { customerId, title: 'Call back' } })
    const { todos } = server.services.store.t
    await server.services.store.transact(async (tx) => {
      const [made] = await tx.select().from(todos).where(eq(todos.id, id))
      if (!made) throw new Error('no to-do')
      const more = Array.from({ length: handedOverMost }, (_, n) => ({ ...made, id: `more-${n}` }))
      for (let n = 0; n < more.length; n += 100) await tx.insert(todos).values(more.slice(n, n + 100))
    })
    expect(row.owner.id).toBe('anna')
    expect((await close('anna')).work).toMatchObject({ todos: handedOverMost + 1 })
    expect((await close('anna', 'boris')).work).toMatchObject({ todos: 1 })
    expect((await close('anna', 'boris')).work).toMatchObject({ todos: 0 })
    expect(await eventsOf('operator.succeeded')).toHaveLength(2)
  })

  test('its reminders tell nobody; the heir’s do', async () => {
    const { id: customerId } = await admin.call('addCustomer', { body: { name: 'Elena' } })
    const due = { date: '2026-04-06', time: '12:00', timeZone: 'UTC' }
    const body = { customerId, title: 'Call back', due, reminder: { kind: 'before' as const, minutes: 0 } }
    await anna.call('addTodo', { body })
    const carla = await server.signIn('carla')
    await carla.call('addTodo', { body })
    await close('anna')
    await close('carla', 'boris')
    server.clock.advance(4 * hourMs)
    await server.sweep()
    await server.settle()
    const { read, t } = server.services.store
    const told = await read.select({ to: t.notifications.operatorId, kind: t.notifications.kind }).from(t.notifications)
    expect(told).toEqual([{ to: 'boris', kind: 'todoDue' }])
  })

  test('a call back that he planned comes to its queue when it is due', async () => {
    const { id: customerId } = await admin.call('addCustomer', { body: { name: 'Elena', phone: '+48 601 234 567' } })
    const at = server.clock.now() + hourMs
    const plan = { customerId, phone: '+48 601 234 567', at, note: 'The pump' }
    const { activityId } = await anna.call('planCallback', { body: plan })
    await close('anna')
    const boris = await server.signIn('boris')
    await boris.socket()
    await boris.call('setPresence', { body: { chosen: 'available' } })
    server.clock.advance(hourMs)
    await server.sweep()
    await server.settle()
    expect(await boris.call('getCallback', { params: { activityId } })).toMatchObject({ state: 'offered' })
  })

  test('it is of its queues and groups and counts nowhere; who edits them does not lose it', async () => {
    const group = await admin.call('addGroup', { body: { name: 'Pumps', memberIds: ['anna', 'boris'] } })
    await close('anna')
    const memberIds = async () => (await admin.call('listGroups')).items.find(({ id }) => id === group.id)?.memberIds
    expect(await memberIds()).toEqual(['boris'])
    const queue = (await admin.call('listQueues')).items.find(({ id }) => id === 'q')
    expect(queue?.memberIds).not.toContain('anna')
    const change = { params: { groupId: group.id }, version: group.version, body: { memberIds: ['carla'] } }
    expect((await admin.call('editGroup', change)).memberIds).toEqual(['carla'])
    await admin.call('reopenOperator', { params: { operatorId: 'anna' }, version: 2 })
    expect(await memberIds()).toEqual(['anna', 'carla'])
  })
})

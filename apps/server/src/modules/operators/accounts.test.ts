import { afterEach, beforeEach, expect, test, vi } from 'vitest'
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

const edit = (operatorId: string, version: number, role: 'operator' | 'supervisor' | 'admin') =>
  admin.call('editOperator', { params: { operatorId }, version, body: { role } })

test('another role holds at once, in calls and in the rooms of open sockets', async () => {
  const socket = await anna.socket()
  let lost = 0
  socket.onDisconnect(() => void (lost += 1))
  expect(await refusal(anna.call('listAudit'))).toBe('FORBIDDEN')
  expect(await edit('anna', 1, 'supervisor')).toMatchObject({ role: 'supervisor', version: 2 })
  expect((await anna.call('getMe')).permissions).toContain('audit.view')
  await anna.call('listAudit')
  // A desk comes back by itself, into the rooms of now.
  await vi.waitFor(() => expect(lost).toBe(1))
  await anna.socket()
  expect((await admin.call('listAudit')).items).toMatchObject([
    { kind: 'operator.roleChanged', account: { id: 'anna' } },
  ])
  await edit('anna', 2, 'operator')
  expect(await refusal(anna.call('listAudit'))).toBe('FORBIDDEN')
})

test('nobody changes his own role, and the last administrator’s stays', async () => {
  await expect(edit('admin', 1, 'operator')).rejects.toMatchObject({
    code: 'NOT_ALLOWED_NOW',
    details: { problem: 'OWN_ACCOUNT' },
  })
  // The same role is no change.
  expect(await edit('admin', 1, 'admin')).toMatchObject({ role: 'admin' })
  const body = { name: 'Olga', email: 'olga@example.com', password, role: 'admin' as const }
  const olga = await admin.call('addOperator', { body })
  const hers = await server.signIn(olga.id)
  const codes = await Promise.all([
    refusal(edit(olga.id, 1, 'operator')),
    refusal(hers.call('editOperator', { params: { operatorId: 'admin' }, version: 2, body: { role: 'operator' } })),
  ])
  expect(codes).toContain('none')
  expect(codes.filter((code) => code === 'none')).toHaveLength(1)
})

test('another password: the old one is wrong, sessions end, but for the own one that did it', async () => {
  const second = await server.signIn('admin')
  const set = (operatorId: string) =>
    admin.call('setOperatorPassword', { params: { operatorId }, body: { password: 'another horse 2' } })
  await set('anna')
  expect(await refusal(anna.call('getMe'))).toBe('NOT_SIGNED_IN')
  const tries = (text: string) => refusal(admin.call('signIn', { body: { email: 'anna@example.com', password: text } }))
  expect(await tries(password)).toBe('WRONG_CREDENTIALS')
  expect(await tries('another horse 2')).toBe('none')
  await set('admin')
  expect((await admin.call('getMe')).id).toBe('admin')
  expect(await refusal(second.call('getMe'))).toBe('NOT_SIGNED_IN')
  expect(await refusal(set('nobody'))).toBe('NOT_FOUND')
  expect((await admin.call('listAudit')).items.map(({ kind }) => kind)).toEqual([
    'operator.passwordSet',
    'operator.passwordSet',
  ])
  const { read, t } = server.services.store
  const facts = JSON.stringify(await read.select().from(t.events))
  expect(facts).not.toContain('another horse')
})

test('an email that a closed account has says so, and with what it can be opened again', async () => {
  const body = { name: 'Second Anna', email: 'ANNA@example.com', password, role: 'operator' as const }
  await expect(admin.call('addOperator', { body })).rejects.toMatchObject({
    code: 'EMAIL_TAKEN',
    details: { operatorId: 'anna' },
  })
  await admin.call('closeOperator', { params: { operatorId: 'anna' }, version: 1, body: {} })
  await expect(admin.call('addOperator', { body })).rejects.toMatchObject({
    code: 'EMAIL_TAKEN',
    details: { operatorId: 'anna', isClosed: true, name: 'Anna', version: 2 },
  })
})

test('closed accounts are listed apart, page by page, for those who set accounts up', async () => {
  for (const operatorId of ['anna', 'boris', 'carla'])
    await admin.call('closeOperator', { params: { operatorId }, version: 1, body: {} })
  const open = (await admin.call('listOperators')).items.map(({ id }) => id)
  expect(open).not.toContain('anna')
  const first = await admin.call('listOperators', { query: { which: 'closed', limit: 2 } })
  expect(first.items.map(({ name }) => name)).toEqual(['Anna', 'Boris'])
  const rest = await admin.call('listOperators', {
    query: { which: 'closed', limit: 2, cursor: first.nextCursor ?? '' },
  })
  expect(rest.items.map(({ name, isActive }) => [name, isActive])).toEqual([['Carla', false]])
  expect(rest.nextCursor).toBeNull()
  const vera = await server.signIn('vera')
  expect(await refusal(vera.call('listOperators', { query: { which: 'closed' } }))).toBe('FORBIDDEN')
  // Whoever works with what he did sees his name.
  expect(await vera.call('getOperator', { params: { operatorId: 'anna' } })).toMatchObject({ name: 'Anna' })
})
